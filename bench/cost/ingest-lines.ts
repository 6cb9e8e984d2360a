import { functions } from '../../lambdas/functions.ts';
import { assumptions as a } from './assumptions.ts';
import type { Line, Priced } from './lines.ts';
import { GB, MONTH_HOURS, MONTH_SECONDS } from './load.ts';

/** A full vCPU of Lambda. */
const FULL_CPU_MB = 1769;
const KB = 1024;
const PUT_UNIT = 25 * KB;
/** What a shard takes. */
const SHARD_BYTES = 1024 * KB;
const SHARD_RECORDS = 1000;
/** How full a shard may be on average, so that peaks fit. */
const SHARD_FILL = 0.5;
/** Shards that a stream on demand begins with. */
const ON_DEMAND_SHARDS = 4;

/** Requests, records and batches of a month. */
export function flowOf({ load, at }: Priced) {
  const { events_per_second, events_per_request, choices } = load;
  const requests = events_per_second / events_per_request;
  const bytes = requests * at('record_bytes');
  const needed = Math.max(1, Math.ceil(bytes / (SHARD_BYTES * SHARD_FILL)), Math.ceil(requests / (SHARD_RECORDS * SHARD_FILL)));
  const shards = choices.stream.mode === 'on_demand' ? Math.max(ON_DEMAND_SHARDS, needed) : needed;
  /** Invocations a second of a consumer: as many as its window, batch size and the 6 MB of a payload make. */
  const batches = (name: 'transform' | 'live') => {
    const { batch_size } = functions[name].triggers[0];
    const lanes = shards * choices.parallelisation;
    const by_window = lanes / Math.max(1, choices.windows[name]);
    const by_size = requests / batch_size;
    const by_bytes = (bytes * 4) / 3 / 6e6;
    return Math.min(requests, Math.max(by_window, by_size, by_bytes));
  };
  return {
    events: events_per_second * MONTH_SECONDS,
    requests: requests * MONTH_SECONDS,
    record_bytes: bytes * MONTH_SECONDS,
    shards,
    transforms: batches('transform') * MONTH_SECONDS,
    lives: batches('live') * MONTH_SECONDS,
  };
}

/** CloudFront, WAF and the gateway. */
export function edgeLines(p: Priced): Line[] {
  const { events, requests } = flowOf(p);
  const { choices } = p.load;
  const out = events * p.at('answer_bytes') + requests * a.header_bytes.value;
  const lines = [p.line('gateway', 'apigateway.request', requests + a.dashboard_requests.value)];
  if (!choices.edge) return lines;
  const inward = events * p.at('wire_bytes') + requests * a.header_bytes.value;
  lines.push(
    p.line('edge', 'cloudfront.https_request', requests + a.dashboard_requests.value),
    p.line('edge', 'cloudfront.to_origin', inward / GB),
    p.line('edge', 'cloudfront.to_internet', out / GB),
  );
  if (choices.firewall_rules > 0)
    lines.push(
      p.line('edge', 'waf.acl', 1),
      p.line('edge', 'waf.rule', choices.firewall_rules),
      p.line('edge', 'waf.request', requests + a.dashboard_requests.value),
    );
  return lines;
}

/** Functions of the flow: invocations and gigabyte-seconds. */
export function functionLines(p: Priced): Line[] {
  const { requests, transforms, lives } = flowOf(p);
  const objects = objectsOf(p);
  const runs = MONTH_SECONDS / (p.load.choices.refine_minutes * 60);
  const slow = (memory: number) => a.lambda_slowdown.value * Math.max(1, FULL_CPU_MB / memory);
  const work = {
    collect: { calls: requests, ms: requests * (p.at('collect_cpu') * slow(functions.collect.memory) + a.stream_put_ms.value) },
    transform: { calls: transforms, ms: requests * p.at('transform_cpu') * slow(functions.transform.memory) + transforms * a.batch_wait_ms.value },
    live: { calls: lives, ms: requests * p.at('live_cpu') * slow(functions.live.memory) + lives * a.batch_wait_ms.value },
    register: { calls: objects, ms: objects * 20 },
    refine: { calls: runs * 10, ms: runs * a.refine_ms.value },
    api: { calls: a.dashboard_requests.value, ms: a.dashboard_requests.value * 30 },
  };
  const gb_seconds = Object.entries(work).reduce(
    (sum, [name, { ms }]) => sum + (ms / 1000) * (functions[name as keyof typeof work].memory / 1024),
    0,
  );
  const calls = Object.values(work).reduce((sum, each) => sum + each.calls, 0);
  const lines = [p.line('functions', 'lambda.request', calls), p.line('functions', 'lambda.gb_second', gb_seconds)];
  const warm = p.load.choices.warm_instances * (functions.collect.memory / 1024) * MONTH_SECONDS;
  if (warm > 0) lines.push(p.line('functions', 'lambda.provisioned_gb_second', warm));
  return lines;
}

/** Objects that transform writes in a month: bronze in each batch, and quarantine. */
export const objectsOf = (p: Priced): number => flowOf(p).transforms * 2;

/** The stream. */
export function streamLines(p: Priced): Line[] {
  const { requests, record_bytes, shards } = flowOf(p);
  const { mode, retention_hours } = p.load.choices.stream;
  const extended_days = Math.max(0, retention_hours - 24) / 24;
  if (mode === 'provisioned')
    return [
      p.line('stream', 'kinesis.shard_hour', shards * MONTH_HOURS),
      p.line('stream', 'kinesis.put_unit', requests * Math.ceil(p.at('record_bytes') / PUT_UNIT)),
      ...(extended_days > 0 ? [p.line('stream', 'kinesis.extended_shard_hour', shards * MONTH_HOURS)] : []),
    ];
  const billed = (requests * Math.ceil(p.at('record_bytes') / KB) * KB) / GB;
  return [
    p.line('stream', 'kinesis.on_demand_hour', MONTH_HOURS),
    p.line('stream', 'kinesis.on_demand_in', billed),
    p.line('stream', 'kinesis.on_demand_out', (2 * record_bytes) / GB),
    ...(extended_days > 0 ? [p.line('stream', 'kinesis.on_demand_retained', (billed * extended_days) / 30)] : []),
  ];
}

/** Key-value: the ledger of deliveries, the register of objects, the marts. */
export function keyValueLines(p: Priced): Line[] {
  const { requests, lives } = flowOf(p);
  const runs = MONTH_SECONDS / (p.load.choices.refine_minutes * 60);
  const ledger = requests * 2 + lives * 2; // in transactions a write counts twice
  const register = objectsOf(p) * 2 * 3;
  const refine = runs * (40 * 2 + 200);
  const stored = (requests * (40 / 30) * 200 + objectsOf(p) * 12 * 300) / GB;
  return [
    p.line('key-value', 'dynamodb.write', ledger + register + refine),
    p.line('key-value', 'dynamodb.read', runs * 500 + (lives * 0) + MONTH_SECONDS / 30 * 5),
    p.line('key-value', 'dynamodb.storage', stored),
    p.line('key-value', 'dynamodb.pitr', stored),
  ];
}
