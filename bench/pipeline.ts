import { readFileSync } from 'node:fs';
import { parseRates } from '../core/money.ts';
import type { ObjectStore, StreamRecord } from '../core/ports.ts';
import { collect } from '../lambdas/collect/collect.ts';
import { registry } from '../lambdas/registry.ts';
import { transform } from '../lambdas/transform/transform.ts';
import { memoryKeyValue, memorySecrets } from '../test/memory-ports.ts';
import { requestBodies } from './events.ts';
import type { Ratio } from './floor.ts';
import { floorSeconds } from './floor.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T00:00:00Z');
/** Requests that one Parquet object holds, as the stream's mapping batches them. */
const BATCH = 100;

/** The bytes of requests through collect, the stream's record format and transform, to Parquet objects of full width: one core. */
export async function pipelineBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const events = quick ? 50_000 : 200_000;
  const bodies = requestBodies(events, NOW);
  const run = await wire();
  await run(bodies.slice(0, 200));
  const seconds: number[] = [];
  for (let round = 0; round < 3; round++) seconds.push(await run(bodies));
  const best = Math.min(...seconds);
  const ratio = best / floorSeconds(bodies);
  const note = `${events} events in ${best.toFixed(2)} s, ${Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / events)} bytes each`;
  return [{ name: 'bytes → pipeline → Parquet', ratio, bound: '≤ 6 × floor time', holds: ratio <= 6, note }];
}

async function wire() {
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
  const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));
  const handle = collect(
    { stream, registry: games, clock, newId: () => `d${sequence}` },
    { region: 'bench', rates, late_window: 30 * DAY, future_bound: DAY / 24 },
  );
  const objects = { put: async (_key: string, body: Uint8Array) => (body.length > 0 ? 'stored' : 'exists') } as Pick<
    ObjectStore,
    'put'
  >;
  const write = transform({ objects: objects as ObjectStore });
  const headers = { authorization: `Bearer ${key}` };
  return async (bodies: readonly Uint8Array[]): Promise<number> => {
    const started = performance.now();
    for (let at = 0; at < bodies.length; at += BATCH) {
      for (const body of bodies.slice(at, at + BATCH)) {
        const { status } = await handle({ headers, body });
        if (status !== 201) throw new Error(`a request of the benchmark was answered ${status}`);
      }
      await write(records.splice(0));
    }
    return (performance.now() - started) / 1000;
  };
}
