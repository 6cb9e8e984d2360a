import type { FunctionName, FunctionSpec } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { on } from '../measured.ts';
import type { Alarms } from './alarm-spec.ts';

/** A consumer that is this far behind, in milliseconds, no longer shows the present. */
const BEHIND_MS = 5 * 60_000;
/** Records behind on MSK, where the age is only an estimate. */
const BEHIND_RECORDS = 100_000;

/** The alarms of every function of the manifest. */
export const functionAlarms = (): Alarms =>
  Object.assign(
    {},
    ...Object.entries<FunctionSpec>(functions).map(([name, spec]) => alarmsOf(name as FunctionName, spec)),
  );

const alarmsOf = (name: FunctionName, spec: FunctionSpec): Alarms => ({
  ...runAlarms(name, spec),
  ...(spec.triggers.some(trigger => trigger.kind === 'stream') && consumerAlarms(name)),
});

const runAlarms = (name: FunctionName, { timeout_seconds }: FunctionSpec): Alarms => ({
  [`${name}-errors`]: {
    says: `${name} keeps failing`,
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#function-errors',
    essential: false,
    when: {
      metrics: [on('function_errors', { function: name })],
      ...{ statistic: 'sum', minutes: 5, datapoints: 2, periods: 3, above: 0 },
    },
  },
  [`${name}-throttles`]: {
    says: `${name} is refused the concurrency it needs`,
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#function-throttles',
    essential: false,
    when: {
      metrics: [on('function_throttles', { function: name })],
      ...{ statistic: 'sum', minutes: 5, datapoints: 3, periods: 3, above: 0 },
    },
  },
  [`${name}-duration`]: {
    says: `${name} needs more than 80 % of the time it has`,
    severity: 'minor',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#function-duration',
    essential: false,
    when: {
      metrics: [on('function_duration', { function: name })],
      ...{ statistic: 'p99', minutes: 5, datapoints: 3, periods: 3, above: timeout_seconds * 1000 * 0.8 },
    },
  },
});

const consumerAlarms = (name: FunctionName): Alarms => ({
  [`${name}-age`]: {
    says: `${name} is more than five minutes behind the stream`,
    severity: 'critical',
    action: 'page',
    missing: 'notBreaching',
    runbook: '#consumer-age',
    essential: true,
    when: {
      metrics: [on('consumer_age', { function: name })],
      ...{ statistic: 'max', minutes: 5, datapoints: 3, periods: 3, above: BEHIND_MS },
    },
  },
  [`${name}-lag`]: {
    says: `${name} is more than a hundred thousand records behind the topic`,
    severity: 'major',
    action: 'ticket',
    missing: 'notBreaching',
    runbook: '#consumer-lag',
    essential: false,
    when: {
      metrics: [on('consumer_lag', { function: name })],
      ...{ statistic: 'max', minutes: 5, datapoints: 3, periods: 3, above: BEHIND_RECORDS },
    },
  },
  [`${name}-destination`]: {
    says: `A batch that ${name} gave up could not be kept: its records are lost when the stream forgets them`,
    severity: 'critical',
    action: 'page',
    missing: 'notBreaching',
    runbook: '#destination-failures',
    essential: true,
    when: {
      metrics: [on('destination_failures', { function: name })],
      ...{ statistic: 'sum', minutes: 5, datapoints: 1, periods: 1, above: 0 },
    },
  },
});
