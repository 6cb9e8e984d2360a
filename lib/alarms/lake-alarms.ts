import { tables } from '../../glue/rendered/columns.ts';
import { ceilings } from '../../lambdas/objectives.ts';
import { on } from '../measured.ts';
import type { Watched } from '../watched.ts';
import type { Alarms } from './alarm-spec.ts';

const { silver_freshness, accounting } = ceilings;

/** Tables made from silver.events lag by a run or two before anybody needs to look. */
const STALE_SECONDS = 2 * 3600;

/** The stream, refine and what the lake promises of its tables. */
export const lakeAlarms = (): Alarms => ({
  ...promises,
  ...staleTables(),
  ...refineAlarms,
  ...deadLetters,
  ...streamAlarms,
});

const promises: Alarms = {
  'silver-freshness': {
    says: `Broken promise: ${silver_freshness.says}`,
    severity: 'critical',
    action: 'page',
    // ages are recorded by runs: silence means that there are none
    missing: 'breaching',
    runbook: '#silver-freshness',
    essential: true,
    when: {
      metrics: [on('table_age', silver_freshness.dimensions)],
      ...{ statistic: 'max', minutes: 15, datapoints: 2, periods: 2, above: silver_freshness.at_most },
    },
  },
  accounting: {
    says: `Broken promise: ${accounting.says}`,
    severity: 'critical',
    action: 'page',
    // without runs the freshness rings
    missing: 'ignore',
    runbook: '#accounting',
    essential: true,
    when: {
      metrics: [on('accounting_difference')],
      ...{ statistic: 'max', minutes: 15, datapoints: 2, periods: 2, above: accounting.at_most },
    },
  },
};

const staleTables = (): Alarms =>
  Object.fromEntries(
    Object.keys(tables)
      .filter(table => /^(silver|gold)\./.test(table) && table !== silver_freshness.dimensions.table)
      .map(table => [
        `${table.replaceAll(/[._]/g, '-')}-stale`,
        {
          says: `${table} is older than two hours`,
          severity: 'major',
          action: 'ticket',
          missing: 'ignore',
          runbook: '#stale-table',
          essential: false,
          when: {
            metrics: [on('table_age', { table })],
            ...{ statistic: 'max', minutes: 15, datapoints: 2, periods: 2, above: STALE_SECONDS },
          },
        },
      ]),
  );

const refineAlarms: Alarms = {
  'refine-failed': {
    says: 'Two runs of refine within an hour failed or took too long',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#refine-failed',
    essential: true,
    when: {
      metrics: [on('workflow_failures'), on('workflow_timeouts')],
      ...{ statistic: 'sum', minutes: 15, datapoints: 2, periods: 4, above: 0 },
    },
  },
  'refine-slow': {
    says: 'A run of refine takes longer than ten minutes',
    severity: 'minor',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#refine-slow',
    essential: false,
    when: {
      metrics: [on('workflow_duration')],
      ...{ statistic: 'max', minutes: 60, datapoints: 2, periods: 2, above: 10 * 60_000 },
    },
  },
  'checks-failed': {
    says: 'A check of a model found rows that must not be: its mart keeps its last good state',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#checks-failed',
    essential: false,
    when: {
      metrics: [on('checks_failed', { severity: 'fail' })],
      ...{ statistic: 'sum', minutes: 15, datapoints: 1, periods: 1, above: 0 },
    },
  },
};

const deadLetters: Alarms = {
  'dead-letters': {
    says: 'A consumer gave up records: they wait whole in the zone failed',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#dead-letters',
    essential: true,
    when: {
      metrics: [on('dead_letters')],
      ...{ statistic: 'sum', minutes: 5, datapoints: 1, periods: 1, above: 0 },
    },
  },
  undelivered: {
    says: 'A notification or a schedule reached no function: it waits in the dead-letter queue',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#undelivered',
    essential: true,
    when: {
      metrics: [on('undelivered')],
      ...{ statistic: 'max', minutes: 5, datapoints: 1, periods: 1, above: 0 },
    },
  },
  undecodable: {
    says: 'Records on the stream are no deliveries: somebody else writes to it, or two versions disagree',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#undecodable',
    essential: false,
    when: {
      metrics: [on('records_undecodable')],
      ...{ statistic: 'sum', minutes: 5, datapoints: 1, periods: 1, above: 0 },
    },
  },
};

/** A shard takes 1 MiB a second: https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const eightyPercentOfShards = ({ stream }: Watched): number | undefined =>
  stream?.kind === 'kinesis' && stream.shards !== undefined ? 0.8 * stream.shards * 300 * 1024 * 1024 : undefined;

const streamAlarms: Alarms = {
  'stream-throttles': {
    says: 'The stream refuses records: collect answers 503',
    severity: 'critical',
    action: 'page',
    missing: 'notBreaching',
    runbook: '#stream-throttles',
    essential: true,
    when: {
      metrics: [on('stream_write_throttles')],
      ...{ statistic: 'sum', minutes: 1, datapoints: 3, periods: 5, above: 0 },
    },
  },
  'stream-full': {
    says: 'More than 80 % of what the shards take is written to the stream',
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#stream-full',
    essential: false,
    when: {
      metrics: [on('stream_bytes')],
      ...{ statistic: 'sum', minutes: 5, datapoints: 3, periods: 3, above: eightyPercentOfShards },
    },
  },
  'collect-silent': {
    says: 'No request has reached collect for an hour',
    severity: 'minor',
    action: 'ticket',
    missing: 'breaching',
    runbook: '#collect-silent',
    essential: false,
    when: {
      metrics: [on('http_requests', { route: 'POST /v1/events' })],
      ...{ statistic: 'sum', minutes: 15, datapoints: 4, periods: 4, below: 1 },
    },
  },
};
