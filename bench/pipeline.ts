import { readFileSync } from 'node:fs';
import { deliveryOf } from '../core/delivery.ts';
import { timeBounds } from '../core/limits.ts';
import { parseRates } from '../core/money.ts';
import { eventPipeline } from '../core/pipeline.ts';
import type { ObjectStore, StreamRecord } from '../core/ports.ts';
import { tables } from '../glue/rendered/columns.ts';
import { writeParquet } from '../lambdas/adapters/parquet.ts';
import { collect } from '../lambdas/collect/collect.ts';
import { registry } from '../lambdas/registry.ts';
import { transform } from '../lambdas/transform/transform.ts';
import { memoryKeyValue, memorySecrets } from '../test/memory-ports.ts';
import { requestBodies } from './events.ts';
import type { Ratio } from './floor.ts';
import { floorSeconds } from './floor.ts';

const NOW = Date.parse('2026-03-02T00:00:00Z');
/** Requests that one Parquet object holds, as the stream's mapping batches them. */
const BATCH = 100;
const ROUNDS = 5;
const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));

type Bodies = readonly Buffer[];
type Path = (bodies: Bodies) => unknown;

/**
 * The bytes of requests to Parquet objects of full width, on one core: by the pipeline alone, and through all that stands around it
 * on the way, which is collect, the stream's records (zstd) and transform.
 */
export async function pipelineBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const events = quick ? 50_000 : 200_000;
  const bodies = requestBodies(events, NOW);
  const floor = floorSeconds(bodies);
  const direct = await secondsOf(pipelineAlone(), bodies);
  const whole = await secondsOf(await throughTheStream(), bodies);
  const bytes = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / events);
  const note = (seconds: number) => `${((seconds * 1e6) / events).toFixed(2)} µs an event of ${bytes} bytes`;
  return [
    {
      name: 'bytes → pipeline → Parquet',
      ratio: direct / floor,
      bound: '≤ 6 × floor time',
      holds: direct / floor <= 6,
      note: note(direct),
    },
    { name: 'bytes → collect → record → transform', ratio: whole / floor, bound: '', holds: true, note: note(whole) },
  ];
}

/** Best of some rounds, after one to warm up. */
async function secondsOf(path: Path, bodies: Bodies): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now();
    for (let at = 0; at < bodies.length; at += BATCH) await path(bodies.slice(at, at + BATCH));
    if (round > 0) best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}

function pipelineAlone(): Path {
  const secret = { version: 1, key: 'ab'.repeat(32) };
  const process = eventPipeline({ secret, offset_minutes: 0, rates, ...timeBounds });
  const facts = { game: 'bench', region: 'bench', protocol: 'native', received_at: NOW, sent_at: NOW, history: false };
  const told = { game: ['bench'], region: ['bench'], protocol: ['native'], received_at: [NOW], history: [false] };
  return bodies => {
    const parts = bodies.map((body, at) => {
      const { events } = JSON.parse(body.toString()) as { events: unknown[] };
      const delivery_id = `d${at}`;
      const delivery = deliveryOf(
        { delivery_id, ...facts },
        events.map(event => process(event, { delivery_id, ...facts })),
      );
      const { rows, columns } = delivery.tables.ok!;
      if (rows !== events.length) throw new Error(`${events.length - rows} events of the benchmark were refused`);
      const place = { delivery_id: [delivery_id], shard: ['0'], sequence: [String(at).padStart(20, '0')] };
      return { rows, columns: { ...columns, ...told, ...place } };
    });
    return writeParquet(tables['bronze.events'].columns, parts);
  };
}

async function throughTheStream(): Promise<Path> {
  const clock = { now: () => NOW };
  const games = registry({ keyValue: memoryKeyValue(), secrets: memorySecrets(), clock });
  await games.createGame({ id: 'bench', name: 'bench' });
  const { key } = await games.createKey('bench', { name: 'bench', scopes: ['events'] });
  const records: StreamRecord[] = [];
  let sequence = 0;
  const stream = {
    put: async (record: { partition_key: string; data: Uint8Array }) => {
      const position = { shard: '0', sequence: String(sequence++).padStart(20, '0') };
      records.push({ ...record, ...position, arrived_at: NOW });
      return position;
    },
  };
  const handle = collect(
    { stream, registry: games, clock, newId: () => `d${sequence}` },
    { region: 'bench', rates, ...timeBounds },
  );
  const objects = { put: async () => 'stored' } as unknown as ObjectStore;
  const write = transform({ objects });
  const headers = { authorization: `Bearer ${key}` };
  return async bodies => {
    for (const body of bodies) {
      const { status } = await handle({ headers, body });
      if (status !== 201) throw new Error(`a request of the benchmark was answered ${status}`);
    }
    return write(records.splice(0));
  };
}
