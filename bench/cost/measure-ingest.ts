import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { decodeDeliveryFacts } from '../../core/delivery.ts';
import { timeBounds } from '../../core/limits.ts';
import { parseRates } from '../../core/money.ts';
import type { StreamRecord } from '../../core/ports.ts';
import { collect } from '../../lambdas/collect/collect.ts';
import { registry } from '../../lambdas/registry.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { memoryKeyValue, memoryObjects, memorySecrets } from '../../test/memory-ports.ts';
import type { Measures } from './measures.ts';
import { bodiesOf } from './sample.ts';

const NOW = Date.parse('2026-03-31T00:00:00Z');
const ROUNDS = 4;
/** Events that the measurement takes: the largest batch of transform that is measured. */
export const MEASURED_EVENTS = 60_000;

type Event = Record<string, unknown>;

/** Bytes and milliseconds of requests of so many events, from the wire to Parquet; names end with `@<events a request>`. */
export async function measureIngest(events: readonly Event[], per_request: number): Promise<Measures> {
  const now = events.slice(0, MEASURED_EVENTS).map(event => ({ ...event, client_time: NOW - 1000 }));
  const bodies = bodiesOf(now, per_request, NOW);
  const sent = bodies.length * per_request;
  const lake = await ingesting(sent);
  const { records, answers } = await lake.take(bodies);
  const collecting = await cpuMilliseconds(async () => void (await lake.take(bodies)));
  const writing = await cpuMilliseconds(async () => void (await objectsOf(records)));
  const counting = await cpuMilliseconds(async () => void records.map(({ data }) => decodeDeliveryFacts(data)));
  const a = (name: string) => `${name}@${per_request}`;
  const each = (total: number, count: number) => ({ value: total / count });
  const bytes = (parts: readonly { length: number }[]) => parts.reduce((sum, { length }) => sum + length, 0);
  return {
    [a('wire_bytes')]: { ...each(bytes(bodies), sent), unit: 'bytes an event', how: 'JSON body of a request' },
    [a('wire_gzip_bytes')]: {
      ...each(bytes(bodies.map(body => gzipSync(body))), sent),
      unit: 'bytes an event',
      how: 'the same, gzip',
    },
    [a('answer_bytes')]: { ...each(bytes(answers), sent), unit: 'bytes an event', how: 'body of the answer' },
    [a('record_bytes')]: {
      ...each(bytes(records.map(({ data }) => data)), bodies.length),
      unit: 'bytes a request',
      how: 'delivery, zstd level 1',
    },
    [a('collect_cpu')]: { ...each(collecting, bodies.length), unit: 'ms a request', how: `CPU, best of ${ROUNDS}` },
    [a('transform_cpu')]: { ...each(writing, bodies.length), unit: 'ms a request', how: `CPU, best of ${ROUNDS}` },
    [a('live_cpu')]: {
      ...each(counting, bodies.length),
      unit: 'ms a request',
      how: `CPU of decoding, best of ${ROUNDS}`,
    },
    ...(await objectSizes(records, per_request)),
  };
}

/** Bytes of an event in bronze, by how many events an object holds. */
async function objectSizes(records: readonly StreamRecord[], per_request: number): Promise<Measures> {
  const sizes: Measures = {};
  for (const events of [1000, 6000, 60_000]) {
    const count = Math.min(records.length, Math.floor(events / per_request));
    const objects = await objectsOf(records.slice(0, count));
    const bytes = [...objects.values()].reduce((sum, { length }) => sum + length, 0);
    sizes[`bronze_bytes@${per_request}/${events}`] = {
      value: bytes / (count * per_request),
      unit: 'bytes an event',
      how: `Parquet of transform, ${events} events a batch`,
    };
  }
  return sizes;
}

async function objectsOf(records: readonly StreamRecord[]): Promise<Map<string, Uint8Array>> {
  const objects = memoryObjects();
  const { failures } = await transform({ objects })(records);
  if (failures.length > 0) throw new Error(`transform gave up ${failures.length} of ${records.length} records`);
  return objects.objects;
}

async function ingesting(most: number) {
  const clock = { now: () => NOW };
  const games = registry({ keyValue: memoryKeyValue(), secrets: memorySecrets(), clock });
  await games.createGame({ id: 'bench', name: 'bench', events_per_second: most * 100 });
  const { key } = await games.createKey('bench', { name: 'bench', scopes: ['events'] });
  let records: StreamRecord[] = [];
  const stream = {
    put: async (record: { partition_key: string; data: Uint8Array }) => {
      const position = { shard: 'shardId-000000000000', sequence: sequenceOf(records.length) };
      records.push({ ...record, ...position, arrived_at: NOW });
      return position;
    },
  };
  const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));
  const ports = { stream, registry: games, clock, newId: () => crypto.randomUUID() };
  const handle = collect(ports, { region: 'us-east-1', rates, ...timeBounds });
  const headers = { authorization: `Bearer ${key}` };
  return {
    async take(bodies: readonly Buffer[]) {
      records = [];
      const answers: { length: number }[] = [];
      for (const body of bodies) {
        const answer = await handle({ headers, body });
        if (answer.status >= 400)
          throw new Error(`a request of the sample was answered ${answer.status}: ${answer.body}`);
        answers.push({ length: Buffer.byteLength(String(answer.body)) });
      }
      return { records, answers };
    },
  };
}

/** As Kinesis numbers records: 56 digits. */
const sequenceOf = (index: number): string =>
  `4966${String(52_000_000_000_000_000_000_000_000n + BigInt(index) * 12_345_678n).padStart(52, '0')}`;

/** Of this process, on all its threads; after one round to warm up. */
async function cpuMilliseconds(work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
