import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timeBounds } from '../core/limits.ts';
import { parseRates } from '../core/money.ts';
import type { BatchHandler, Clock } from '../core/ports.ts';
import type { SqlAnswer, StageStatus } from '../lambdas/api/ports.ts';
import { collect } from '../lambdas/collect/collect.ts';
import { ingest } from '../lambdas/collect/ingest.ts';
import type { StartedBy } from '../lambdas/functions.ts';
import { streamTrigger } from '../lambdas/functions.ts';
import { live } from '../lambdas/live/live.ts';
import type { Measure } from '../lambdas/metrics.ts';
import { refine } from '../lambdas/refine/refine.ts';
import type { RunSummary } from '../lambdas/refine/run-store.ts';
import { ensureTables } from '../lambdas/refine/tables.ts';
import { register, sweep } from '../lambdas/register/register.ts';
import { registry } from '../lambdas/registry.ts';
import { transform } from '../lambdas/transform/transform.ts';
import { makeDirectory } from './embedded/directory.ts';
import { openDuckDB } from './embedded/duckdb.ts';
import { openFiles } from './embedded/files.ts';
import { openLog } from './embedded/log.ts';
import { openLogReader } from './embedded/log-reader.ts';
import type { Mapping } from './embedded/mapping.ts';
import { openMapping } from './embedded/mapping.ts';
import { openSecrets } from './embedded/secrets.ts';
import { openSqlite } from './embedded/sqlite.ts';
import type { Family } from './metrics/registry.ts';
import { workMetrics } from './metrics/working.ts';
import { readOnly } from './read-only.ts';
import { stageRates } from './stage-rates.ts';

/** Where the parts of a lake lie in its directory. */
const pathsIn = (dir: string) => ({
  stream: join(dir, 'stream'),
  objects: join(dir, 'objects'),
  state: join(dir, 'state.sqlite'),
  lake: join(dir, 'lake.duckdb'),
  spill: join(dir, 'spill'),
  secrets: join(dir, 'secrets.json'),
});

const REGION = 'local';
/** A question that runs longer is interrupted: two of them would keep everyone else from asking. */
const LONGEST_READ_MS = 60_000;
/** An answer is held in memory before it is sent; beyond this it would take the whole process with it. */
const LARGEST_READ_BYTES = 128 * 1024 * 1024;
const RATES = join(import.meta.dirname, '../glue/rates.csv');

/** The half that accepts: log, registry, collect. One process at a time; throws when another has the directory. */
export async function openFront({ dir, clock, measure }: { dir: string; clock: Clock; measure?: Measure }) {
  await makeDirectory(dir);
  const paths = pathsIn(dir);
  const log = await openLog({ dir: paths.stream, clock });
  const keyValue = openSqlite({ path: paths.state, clock });
  const games = registry({ keyValue, secrets: await openSecrets({ path: paths.secrets }), clock });
  const settings = { region: REGION, rates: parseRates(await readFile(RATES, 'utf8')), ...timeBounds };
  const ports = { stream: log, registry: games, clock, newId: randomUUID, ...(measure && { measure }) };
  return {
    log,
    keyValue,
    registry: games,
    rates: settings.rates,
    collect: collect(ports, settings),
    /** Ingest by another clock: for what was received at another time. */
    ingestAt: (other: Clock) => ingest({ ...ports, clock: other }, settings),
    async close() {
      await log.close();
      keyValue.close();
    },
  };
}
export type Front = Awaited<ReturnType<typeof openFront>>;

/** The half that works: stream consumers, object register, refine, DuckDB. */
export type Back = {
  /** Consumes what arrives until the signal aborts; a batch under way is finished. */
  consume: (signal: AbortSignal) => Promise<void>;
  /** Consumes what was durable at the call. */
  drain: () => Promise<void>;
  refine: () => Promise<RunSummary>;
  select: (sql: string, limit: number) => Promise<SqlAnswer>;
  stages: () => StageStatus[];
  metrics: () => Promise<Family[]>;
  /** The last record that every consumer has done: the log may be trimmed before it. */
  done: () => string | null;
  close: () => Promise<void>;
};

/** Opens the working half beside a front, in any thread of the same process; `durable` is the front's log's. */
export async function openBack({
  dir,
  clock,
  durable,
}: {
  dir: string;
  clock: Clock;
  durable: SharedArrayBuffer;
}): Promise<Back> {
  const paths = pathsIn(dir);
  const keyValue = openSqlite({ path: paths.state, clock });
  const counting = workMetrics(clock);
  const { measure } = counting;
  const registered = register({ keyValue, clock, measure });
  const objects = await openFiles({ root: paths.objects, onPut: object => registered([object]) });
  const engine = await openDuckDB({
    path: paths.lake,
    object_path: objects.path,
    temp_dir: paths.spill,
    readable: [paths.objects],
    memory_limit: '320MB',
    threads: 2,
    longest_read_ms: LONGEST_READ_MS,
    largest_read_bytes: LARGEST_READ_BYTES,
  });
  await ensureTables(engine);
  // what was stored and not registered when the last process ended
  await sweep({ keyValue, objects, clock, measure })();
  const { games } = registry({ keyValue, secrets: await openSecrets({ path: paths.secrets }), clock });
  const readers: ReturnType<typeof openLogReader>[] = [];
  const consumer = (name: StartedBy<'stream'>, handler: BatchHandler): Promise<Mapping> => {
    const reader = openLogReader({ dir: paths.stream, durable });
    readers.push(reader);
    const { batch_size, batch_bytes, window_ms, retries, bisect } = streamTrigger(name);
    return openMapping(
      { name, batch_size, batch_bytes, window_ms, retries, bisect },
      { reader, handler: counting.consumer(name, handler), keyValue, objects, clock },
    );
  };
  const consumers: Record<StartedBy<'stream'>, BatchHandler> = {
    transform: transform({ objects, measure }),
    live: live({ keyValue, clock, measure }),
  };
  const mappings = await Promise.all(
    Object.entries(consumers).map(([name, handler]) => consumer(name as StartedBy<'stream'>, handler)),
  );
  const stages = stageRates(clock);
  const stats = () => mappings.map(mapping => mapping.stats());
  return {
    consume: async signal => void (await Promise.all(mappings.map(mapping => mapping.run(signal)))),
    drain: async () => void (await Promise.all(mappings.map(mapping => mapping.drain()))),
    refine: counting.refine(
      refine({ keyValue, engine: () => engine, objects, clock, games, tables: async () => undefined }),
    ),
    select: readOnly(engine),
    stages: () => stages(stats()),
    metrics: async () => counting.families({ consumers: stats(), keyValue, games: await games() }),
    done: () => lowest(mappings.map(mapping => mapping.after())),
    async close() {
      for (const reader of readers) await reader.close();
      await engine.close();
      keyValue.close();
    },
  };
}

/** Both halves in one thread. */
export async function openLake({ dir, clock }: { dir: string; clock: Clock }) {
  const front = await openFront({ dir, clock });
  try {
    const back = await openBack({ dir, clock, durable: front.log.durable });
    const close = async () => {
      await back.close();
      await front.close();
    };
    return { front, back, close };
  } catch (error) {
    await front.close();
    throw error;
  }
}
export type Lake = Awaited<ReturnType<typeof openLake>>;

function lowest(sequences: readonly (string | null)[]): string | null {
  if (sequences.includes(null)) return null;
  return (sequences as string[]).toSorted()[0] ?? null;
}
