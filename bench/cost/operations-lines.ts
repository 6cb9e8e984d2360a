import type { FunctionName } from '../../lambdas/functions.ts';
import { assumptions as a } from './assumptions.ts';
import { flowOf } from './flow.ts';
import { workOf } from './ingest-lines.ts';
import type { Line, Priced } from './lines.ts';
import { GB, MONTH_SECONDS } from './load.ts';

/** Traces that Lambda records of calls that come at random: the first of each second, and 5 % of the others. */
export function tracesOf(calls: number): number {
  const rate = calls / MONTH_SECONDS;
  const first = 1 - Math.exp(-rate);
  return (first + 0.05 * (rate - first)) * MONTH_SECONDS;
}

/** Alarms, metrics, the dashboard, logs, traces; keys and secrets. */
export function operationsLines(p: Priced): Line[] {
  const { choices } = p.load;
  const work = Object.entries(workOf(p)) as [FunctionName, { calls: number }][];
  const logged = (work.reduce((sum, [, { calls }]) => sum + calls, 0) * a.invocation_log_bytes.value) / GB;
  const access = (flowOf(p).requests * a.access_log_bytes.value) / GB;
  const traces = work.reduce(
    (sum, [name, { calls }]) => sum + (choices.traced.includes(name) ? tracesOf(calls) : 0),
    0,
  );
  return [
    p.line('operations', 'cloudwatch.alarm_metric', choices.watch.alarm_metrics),
    p.line('operations', 'cloudwatch.composite_alarm', choices.watch.composite_alarms),
    p.line('operations', 'cloudwatch.metric', choices.watch.metrics),
    p.line('operations', 'cloudwatch.dashboard', choices.watch.dashboards),
    p.line('operations', 'cloudwatch.lambda_logs_in', logged),
    p.line('operations', 'cloudwatch.logs_in', access),
    p.line('operations', 'cloudwatch.logs_stored', (logged + access) * a.logs_compressed.value),
    p.line('operations', 'xray.trace', traces),
    p.line('keys', 'kms.key', a.keys.value),
    p.line('keys', 'kms.request', a.key_requests.value),
    p.line('keys', 'secrets.secret', a.secrets.value),
  ];
}
