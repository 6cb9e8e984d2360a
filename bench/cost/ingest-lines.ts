import type { FunctionName } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { assumptions as a } from './assumptions.ts';
import type { Flow } from './flow.ts';
import { flowOf, slowdown } from './flow.ts';
import type { Line, Priced } from './lines.ts';
import { GB, KB, MONTH_HOURS, MONTH_SECONDS, runsOf } from './load.ts';

const PUT_UNIT = 25 * KB;
/** The ledger keeps a delivery this long. */
const LEDGER_MONTHS = 40 / 30;
/** In a transaction a write counts twice. */
const IN_TRANSACTION = 2;

/** The gateway, CloudFront and WAF. */
export function edgeLines(p: Priced): Line[] {
  const { events, requests } = flowOf(p);
  const all = requests + a.people_requests.value;
  const headers = requests * a.header_bytes.value;
  const gateway = p.line('gateway', 'apigateway.request', all);
  const { edge, compressed } = p.load.choices;
  const out = (events * p.at('answer_bytes') + headers) / GB;
  if (!edge) return [gateway, p.line('gateway', 'transfer.to_internet', out)];
  return [
    gateway,
    p.line('edge', 'cloudfront.https_request', all),
    p.line(
      'edge',
      'cloudfront.to_origin',
      (events * p.at(compressed ? 'wire_gzip_bytes' : 'wire_bytes') + headers) / GB,
    ),
    p.line('edge', 'cloudfront.to_internet', out),
    ...(edge.firewall_rules > 0
      ? [
          p.line('edge', 'waf.acl', 1),
          p.line('edge', 'waf.rule', edge.firewall_rules),
          p.line('edge', 'waf.request', all),
        ]
      : []),
  ];
}

/** The stream: hours, what is put, and what is kept longer than a day. */
export function streamLines(p: Priced): Line[] {
  const { requests, record_bytes, shards } = flowOf(p);
  const { mode, retention_hours } = p.load.choices.stream;
  const longer = retention_hours > 24;
  if (mode === 'provisioned')
    return [
      p.line('stream', 'kinesis.shard_hour', shards * MONTH_HOURS),
      p.line('stream', 'kinesis.put_unit', requests * Math.ceil(p.at('record_bytes') / PUT_UNIT)),
      ...(longer ? [p.line('stream', 'kinesis.extended_shard_hour', shards * MONTH_HOURS)] : []),
    ];
  const billed = (requests * Math.ceil(p.at('record_bytes') / KB) * KB) / GB;
  return [
    p.line('stream', 'kinesis.on_demand_hour', MONTH_HOURS),
    p.line('stream', 'kinesis.on_demand_in', billed),
    p.line('stream', 'kinesis.on_demand_out', (2 * record_bytes) / GB),
    ...(longer
      ? [p.line('stream', 'kinesis.on_demand_retained', (billed * (retention_hours - 24)) / MONTH_HOURS)]
      : []),
  ];
}

/** Calls of each function in a month, and the milliseconds it is billed for. */
export function workOf(p: Priced): Record<FunctionName, { calls: number; ms: number }> {
  const flow = flowOf(p);
  const runs = runsOf(p.load);
  return {
    collect: {
      calls: flow.requests,
      ms: flow.requests * (p.at('collect_cpu') * slowdown('collect') + a.stream_put_ms.value),
    },
    transform: consumed(p, flow, 'transform'),
    live: consumed(p, flow, 'live'),
    register: { calls: flow.objects, ms: flow.objects * a.register_ms.value },
    refine: { calls: runs * a.refine_calls.value, ms: runs * a.refine_ms.value },
    api: { calls: a.people_requests.value, ms: a.people_requests.value * 30 },
  };
}

function consumed(p: Priced, flow: Flow, name: 'transform' | 'live') {
  const calls = flow[`${name}s`];
  return { calls, ms: flow.requests * p.at(`${name}_cpu`) * slowdown(name) + calls * a.batch_wait_ms.value };
}

export function functionLines(p: Priced): Line[] {
  const work = Object.entries(workOf(p)).map(([name, each]) => ({
    gb: functions[name as FunctionName].memory / 1024,
    ...each,
  }));
  const gb_seconds = work.reduce((sum, { gb, ms }) => sum + (gb * ms) / 1000, 0);
  const warm = p.load.choices.warm * (functions.collect.memory / 1024) * MONTH_SECONDS;
  return [
    p.line(
      'functions',
      'lambda.request',
      work.reduce((sum, { calls }) => sum + calls, 0),
    ),
    p.line('functions', 'lambda.gb_second', gb_seconds),
    ...(warm > 0 ? [p.line('functions', 'lambda.provisioned_gb_second', warm)] : []),
  ];
}

/** DynamoDB: the ledger of deliveries with its counts, the register of objects, refine. */
export function keyValueLines(p: Priced): Line[] {
  const { requests, lives, objects } = flowOf(p);
  const runs = runsOf(p.load);
  const ledger = (requests + lives) * IN_TRANSACTION;
  const register = objects * 3 * IN_TRANSACTION; // noted, then moved from unmerged to merged
  const ledger_bytes = requests * LEDGER_MONTHS * a.ledger_item_bytes.value;
  const stored = (ledger_bytes + objects * (p.load.history_days / 30) * a.register_item_bytes.value) / GB;
  return [
    p.line('key-value', 'dynamodb.write', ledger + register + runs * a.refine_writes.value),
    p.line('key-value', 'dynamodb.read', runs * a.refine_reads.value + a.people_requests.value * 5),
    p.line('key-value', 'dynamodb.storage', stored),
    p.line('key-value', 'dynamodb.pitr', stored),
  ];
}
