import { functions, streamTrigger } from '../../lambdas/functions.ts';
import { assumptions as a } from './assumptions.ts';
import type { Priced } from './lines.ts';
import { eventsOf, MB, MONTH_SECONDS } from './load.ts';

/** Shards that a stream on demand begins with. */
const ON_DEMAND_SHARDS = 4;
const SHARD_RECORDS = 1000;
/** What Lambda passes to a function at once, and how much larger base64 makes it. */
const PAYLOAD_BYTES = 6e6;
const BASE64 = 4 / 3;

/** What a month of a load brings: events, requests, bytes of records, invocations of the stream's consumers, objects. */
export type Flow = {
  events: number;
  requests: number;
  record_bytes: number;
  shards: number;
  transforms: number;
  lives: number;
  objects: number;
};

export function flowOf({ load, at }: Priced): Flow {
  const { events_per_second, events_per_request, choices } = load;
  const requests = events_per_second / events_per_request;
  const bytes = requests * at('record_bytes');
  const fill = a.shard_fill.value;
  const needed = Math.ceil(Math.max(bytes / (MB * fill), requests / (SHARD_RECORDS * fill)));
  const shards = Math.max(needed, choices.stream.mode === 'on_demand' ? ON_DEMAND_SHARDS : 1);
  /** Batches a second: by the window, by their number of records, or by their bytes, whichever makes most. */
  const batches = (name: 'transform' | 'live') => {
    const by_window = (shards * choices.parallelisation) / Math.max(1, choices.windows[name]);
    const by_count = requests / streamTrigger(name).batch_size;
    const by_bytes = (bytes * BASE64) / PAYLOAD_BYTES;
    return Math.min(requests, Math.max(by_window, by_count, by_bytes));
  };
  const transforms = batches('transform') * MONTH_SECONDS;
  return {
    events: eventsOf(load),
    requests: requests * MONTH_SECONDS,
    record_bytes: bytes * MONTH_SECONDS,
    shards,
    transforms,
    lives: batches('live') * MONTH_SECONDS,
    objects: transforms * a.objects_a_batch.value,
  };
}

/** Times a function's CPU time takes longer on Lambda than where it was measured. */
export const slowdown = (name: keyof typeof functions): number =>
  a.lambda_slowdown.value * Math.max(1, FULL_CPU_MB / functions[name].memory);

const FULL_CPU_MB = 1769;
