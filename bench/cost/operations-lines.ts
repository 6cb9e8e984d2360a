import { assumptions as a } from './assumptions.ts';
import { flowOf, objectsOf } from './ingest-lines.ts';
import type { Line, Priced } from './lines.ts';
import { GB, MONTH_SECONDS } from './load.ts';

/** Traces that Lambda records of so many calls: one a second, and 5 % of the others; calls come at random. */
function traces(calls: number): number {
  const rate = calls / MONTH_SECONDS;
  const first = 1 - Math.exp(-rate);
  return (first + 0.05 * (rate - first)) * MONTH_SECONDS;
}

/** Alarms, dashboards, metrics, logs, traces, keys and secrets. */
export function operationsLines(p: Priced): Line[] {
  const { requests, transforms, lives } = flowOf(p);
  const runs = MONTH_SECONDS / (p.load.choices.refine_minutes * 60);
  const calls = [requests, transforms, lives, objectsOf(p), runs * 10, a.dashboard_requests.value];
  const invocations = calls.reduce((sum, count) => sum + count, 0);
  const logged = (invocations * a.invocation_log_bytes.value) / GB;
  const access = (requests * a.access_log_bytes.value) / GB;
  return [
    p.line('operations', 'cloudwatch.alarm_metric', a.alarm_metrics.value),
    p.line('operations', 'cloudwatch.metric', a.custom_metrics.value + a.detailed_metrics.value),
    p.line('operations', 'cloudwatch.dashboard', a.dashboards.value),
    p.line('operations', 'cloudwatch.lambda_logs_in', logged),
    p.line('operations', 'cloudwatch.logs_in', access),
    p.line('operations', 'cloudwatch.logs_stored', (logged + access) * 0.15),
    p.line('operations', 'xray.trace', calls.reduce((sum, count) => sum + traces(count), 0)),
    p.line('keys', 'kms.key', a.keys.value),
    p.line('keys', 'kms.request', a.kms_requests.value),
    p.line('keys', 'secrets.secret', a.secrets.value),
  ];
}
