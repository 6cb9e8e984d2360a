import { tables } from '../../glue/rendered/columns.ts';
import type { FunctionName, Trigger } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import type { Metric } from '../../lambdas/metric.ts';
import type { MetricName } from '../../lambdas/metrics.ts';
import { billedDimensions, metrics } from '../../lambdas/metrics.ts';
import type { MetricRef } from '../measured.ts';
import type { Watched } from '../watched.ts';

/** The dashboards and what each is about. More than three in an account cost 3 $ a month each. */
export const dashboards = {
  operations: 'is everything being accepted, carried and answered?',
  accounting: 'does the lake hold all that was received, and how fresh is it?',
  guard: 'who tries what, and what does it cost?',
} as const;
export type DashboardName = keyof typeof dashboards;

/** Where each metric is drawn. */
export const dashboardOf: Readonly<Record<MetricName, DashboardName | 'nowhere'>> = {
  http_requests: 'operations',
  http_client_errors: 'operations',
  http_server_errors: 'operations',
  http_duration: 'operations',
  requests_refused: 'operations',
  consumer_age: 'operations',
  consumer_lag: 'operations',
  function_invocations: 'operations',
  function_errors: 'operations',
  function_throttles: 'operations',
  function_duration: 'operations',
  destination_failures: 'operations',
  undelivered: 'operations',
  stream_bytes: 'operations',
  stream_write_throttles: 'operations',
  table_read_throttles: 'operations',
  table_write_throttles: 'operations',
  edge_error_rate: 'operations',
  accounting_difference: 'accounting',
  table_age: 'accounting',
  refine_age: 'accounting',
  refine_duration: 'accounting',
  refine_failures: 'accounting',
  workflow_failures: 'accounting',
  workflow_timeouts: 'accounting',
  workflow_duration: 'accounting',
  checks_failed: 'accounting',
  events_accepted: 'accounting',
  events_rejected: 'accounting',
  events_received: 'accounting',
  events_written: 'accounting',
  events_merged: 'accounting',
  events_duplicate: 'accounting',
  records_undecodable: 'accounting',
  dead_letters: 'accounting',
  access_refused: 'guard',
  edge_bypassed: 'guard',
  waf_blocked_requests: 'guard',
  access_denied: 'guard',
  kms_denied: 'guard',
  kms_key_at_risk: 'guard',
  query_bytes: 'guard',
  estimated_charges: 'guard',
  process_memory: 'nowhere',
};

/** A metric under every value of its dimensions that is watched here. */
export function refsOf(metric: MetricName, watched: Watched): MetricRef[] {
  const entry: Metric = metrics[metric];
  const [dimension, ...more] = billedDimensions(metric);
  if (dimension === undefined) return [{ metric, dimensions: {} }];
  if (more.length > 0) throw new Error(`${metric} has more than one dimension in CloudWatch: say here how it is drawn`);
  const tablesOf = entry.source.from === 'functions' ? LAKE_TABLES : (watched.tables ?? []);
  const values: Readonly<Record<string, readonly string[]>> = {
    function: Object.keys(functions).filter(name => !FED_ONLY.has(metric) || isFed(name as FunctionName)),
    route: watched.api?.detailed ? ROUTES : ['all routes'],
    table: tablesOf,
    workgroup: watched.workgroups ?? [],
    zone: ['bronze', 'quarantine', 'late'],
    severity: ['fail', 'warn'],
  };
  const known = values[dimension];
  if (!known) throw new Error(`${metric} has the dimension ${dimension}: say here which values it takes`);
  return known.map(value => ({ metric, dimensions: { [dimension]: value } }));
}

/** What only functions fed by the stream have. */
const FED_ONLY: ReadonlySet<MetricName> = new Set(['consumer_age', 'consumer_lag', 'destination_failures']);

const triggersOf = (name: FunctionName): readonly Trigger[] => functions[name].triggers;
const isFed = (name: FunctionName) => triggersOf(name).some(({ kind }) => kind === 'stream');

const ROUTES = (Object.keys(functions) as FunctionName[])
  .flatMap(triggersOf)
  .flatMap(trigger => (trigger.kind === 'http' ? [`${trigger.method} ${trigger.path}`] : []));

/** Tables that refine keeps fresh. */
export const LAKE_TABLES = Object.keys(tables).filter(table => /^(silver|gold)\./.test(table));
