import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { canonicalJson } from '../../core/canonical-json.ts';
import { randomOf } from '../../localstack/studio/random.ts';
import { lakeJson } from './command-line.ts';
import { compareLakes } from './compare-lakes.ts';
import type { RunningServer } from './running-server.ts';
import { createGame, lakeDirectory, send, startServer } from './running-server.ts';

/** Columns that tell how an event travelled, and so differ: when it came, and where the stream holds it. */
const TRANSPORT = ['received_at', 'region', 'shard', 'sequence', 'event_index'] as const;
/** What quarantine says of an event beside its payload; not when and how it came: received_at, delivery_id, protocol, position. */
const REFUSAL = ['game', 'player_key', 'event_id', 'event_type', 'client_time', 'reason', 'pointer', 'message'];

const PER_REQUEST = 100;
const CLIENTS = 4;

export type NativeEvent = Record<string, unknown>;

/**
 * Brings the same events into two lakes whose game has the same secret: one imports the file, to the other four clients send
 * them shuffled, each request twice. Answers how the lakes compare, and what each has in quarantine, copies told once.
 */
export async function bothWays({ events, file, sql }: { events: readonly NativeEvent[]; file: string; sql: string }) {
  const [one, other] = [await lakeDirectory(), await lakeDirectory()];
  await lakeJson('import', '--dir', one.dir, '--game', 'g', '--sql', sql, file);
  await cp(join(one.dir, 'secrets.json'), join(other.dir, 'secrets.json'));
  const server = await startServer(other.dir);
  await sendTwice(server, await createGame(server, 'g'), events);
  await server.api('POST', '/api/operations/refine', {});
  const { total } = (await server.api('GET', '/api/streaming/status?game=g')) as { total: Record<string, number> };
  await server.stop();
  const compared = await compareLakes(one.dir, other.dir, { except: { 'silver.events': TRANSPORT } });
  const quarantined = { imported: await quarantine(one.dir), sent: await quarantine(other.dir) };
  await Promise.all([one.remove(), other.remove()]);
  return { compared, quarantined, total };
}

async function sendTwice(server: RunningServer, key: string, events: readonly NativeEvent[]): Promise<void> {
  const requests = inParts(shuffled(events, 'events')).map(part => JSON.stringify({ history: true, events: part }));
  const queue = shuffled([...requests, ...requests], 'requests');
  const client = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { status } = await send(server, key, next);
      if (![201, 207, 400].includes(status)) throw new Error(`collect answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

const inParts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / PER_REQUEST) }, (_, n) =>
    list.slice(n * PER_REQUEST, (n + 1) * PER_REQUEST),
  );

/** The list in an order that the seed decides. */
function shuffled<T>(list: readonly T[], seed: string): T[] {
  const random = randomOf(seed);
  return list
    .map(item => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** What is in quarantine, each content once, in order. */
async function quarantine(dir: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = join(dir, 'objects/quarantine/**/*.parquet');
  const sql = `SELECT DISTINCT payload, ${REFUSAL.join(', ')} FROM read_parquet('${files}', union_by_name = true)`;
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  // an importer names the parts of an event in the order of its columns
  return rows.map(([payload, ...rest]) => canonicalJson([JSON.parse(String(payload)), ...rest])).sort();
}
