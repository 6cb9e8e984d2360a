import type { MetricRef } from '../measured.ts';
import { on } from '../measured.ts';
import type { AlarmSpec, Alarms } from './alarm-spec.ts';

/** The edge, the key-value tables, and signs that somebody tries what he may not. */
export const guardAlarms = (tables: readonly string[]): Alarms => ({
  ...Object.fromEntries(tables.map((table, index) => [`table-${index + 1}-throttles`, throttled(table)])),
  'edge-errors': rare({
    says: 'CloudFront answers more than 1 % of requests with 5xx',
    severity: 'major',
    runbook: '#edge-errors',
    when: {
      metrics: [on('edge_error_rate')],
      ...{ statistic: 'average', minutes: 5, datapoints: 3, periods: 3, above: 1 },
    },
  }),
  'waf-blocks': rare({
    says: 'The firewall refuses more than a thousand requests in five minutes',
    severity: 'minor',
    runbook: '#waf-blocks',
    when: often([on('waf_blocked_requests')], 1000),
  }),
  'access-refused': rare({
    says: 'More than a hundred requests in five minutes come with a wrong key, token or role',
    severity: 'minor',
    runbook: '#access-refused',
    when: often([on('access_refused')], 100),
  }),
  'edge-bypassed': rare({
    says: 'Somebody calls the gateway past the edge and its firewall',
    severity: 'minor',
    runbook: '#edge-bypassed',
    when: often([on('edge_bypassed')], 0),
  }),
  'access-denied': rare({
    says: 'A call to AWS was refused for lack of permission',
    severity: 'minor',
    runbook: '#access-denied',
    when: once([on('access_denied')]),
  }),
  'kms-denied': rare({
    says: 'Somebody tried a key he may not use',
    severity: 'major',
    runbook: '#kms-denied',
    when: once([on('kms_denied')]),
  }),
  'kms-key-at-risk': {
    ...rare({
      says: 'A key was disabled or is to be deleted: what it encrypts would be lost',
      severity: 'critical',
      runbook: '#kms-key-at-risk',
      when: once([on('kms_key_at_risk')]),
    }),
    action: 'page',
    essential: true,
  },
});

const rare = (spec: Pick<AlarmSpec, 'says' | 'severity' | 'runbook' | 'when'>): AlarmSpec => ({
  ...spec,
  action: 'ticket',
  missing: 'notBreaching',
  essential: false,
});

const throttled = (table: string): AlarmSpec =>
  rare({
    says: 'DynamoDB refuses reads or writes of a key-value table',
    severity: 'major',
    runbook: '#table-throttles',
    when: often([on('table_read_throttles', { table }), on('table_write_throttles', { table })], 0),
  });

/** Several times in a quarter of an hour. */
const often = (metrics: readonly [MetricRef, ...MetricRef[]], above: number): AlarmSpec['when'] => ({
  metrics,
  ...{ statistic: 'sum', minutes: 5, datapoints: 3, periods: 3, above },
});

const once = (metrics: readonly [MetricRef]): AlarmSpec['when'] => ({
  metrics,
  ...{ statistic: 'sum', minutes: 5, datapoints: 1, periods: 1, above: 0 },
});
