import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import type { QueryEngine } from '../../core/ports.ts';
import { DAY } from '../../core/time.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openLake } from '../../localstack/open-lake.ts';
import type { Measures } from './measures.ts';
import { padded, sampleEvents } from './sample.ts';

/** Events that one delivery of the sample holds. */
const AT_ONCE = 500;
/** A day late enough for players to come back, and complete. */
const ofOneDay = (column: string) => ` WHERE CAST(${column} AS date) = DATE '2026-03-25'`;
/** Sorted as silver is; within a type in no order, so that in a page a player is met as seldom as among the players of a busy game. */
const SHUFFLED = ' ORDER BY game, event_type, event_id';
/** Trino's writer gives a dictionary up beyond 1 MiB; in files of a busy day that is what becomes of keys and ids. */
const MOST_DISTINCT = 1000;

/**
 * Bytes a row of each column in Parquet, rows of each table for each event, and how old events are when they arrive: names
 * `<table>.<column>`, `<table>.rows` and `arrived_after_<days>`. The lake is the laptop's; the files are zstd, as Athena's are.
 */
export async function measureLake(): Promise<Measures> {
  const dir = await mkdtemp(join(tmpdir(), 'playlake-cost-'));
  try {
    await fillLake(dir);
    const engine = await openDuckDB({ path: join(dir, 'lake.duckdb'), object_path: key => key, memory_limit: '1GB' });
    try {
      const events = await oneOf(engine, 'SELECT count(*) FROM silver.events');
      const measures: Measures = await agesOf(engine);
      for (const { name, partition } of Object.values(tables).filter(table => /^(silver|gold)\./.test(table.name))) {
        const count = await oneOf(engine, `SELECT count(*) FROM ${name}`);
        measures[`${name}.rows`] = { value: count / events, unit: 'rows an event', how: 'refine of the sample' };
        const rows = name === 'silver.events' ? SHUFFLED : partition ? ofOneDay(partition) : '';
        Object.assign(measures, await columnBytes(engine, { name, rows, file: join(dir, 'file.parquet') }));
      }
      return measures;
    } finally {
      await engine.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The sample goes through collect's half and transform day by day, and is refined at the end. */
async function fillLake(dir: string): Promise<void> {
  const days = Map.groupBy(sampleEvents(), ({ received_at }) => Math.floor(received_at / DAY));
  let now = Math.min(...days.keys()) * DAY;
  const { front, back, close } = await openLake({ dir, clock: { now: () => now } });
  await front.registry.createGame({ id: 'bench', name: 'bench' });
  for (const [day, group] of days) {
    now = (day + 1) * DAY - 1;
    const ingest = front.ingestAt({ now: () => now });
    for (let at = 0; at < group.length; at += AT_ONCE) {
      const events = group.slice(at, at + AT_ONCE).map(({ event }, index) => padded(event, at + index));
      await ingest({ game: 'bench', events, history: false, protocol: 'native' });
    }
    await back.drain();
  }
  now += DAY;
  await back.refine();
  await close();
}

/** Shares of events by the days between the one they happened on and the one they arrived on. */
async function agesOf(engine: QueryEngine): Promise<Measures> {
  const rows = await engine.run(`
SELECT date_diff('day', event_date, CAST(received_at AS date)) AS age, count(*) * 1.0 / sum(count(*)) OVER () AS share
FROM silver.events GROUP BY 1 ORDER BY 1`);
  const of = { unit: 'of all events', how: 'days from event_date to arrival, silver of the sample' };
  return Object.fromEntries(rows.map(({ age, share }) => [`arrived_after_${age}`, { value: Number(share), ...of }]));
}

async function columnBytes(
  engine: QueryEngine,
  { name, rows, file }: { name: string; rows: string; file: string },
): Promise<Measures> {
  await engine.run(
    `COPY (SELECT * FROM ${name}${rows}) TO '${file}' (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT ${MOST_DISTINCT})`,
  );
  const { row_groups, num_rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
  const bytes: Record<string, number> = {};
  for (const { columns } of row_groups)
    for (const { meta_data } of columns) {
      const column = meta_data!.path_in_schema[0]!;
      bytes[column] = (bytes[column] ?? 0) + Number(meta_data!.total_compressed_size);
    }
  const of = { unit: 'bytes a row', how: `column chunks of ${num_rows} rows` };
  return Object.fromEntries(
    Object.entries(bytes).map(([column, total]) => [`${name}.${column}`, { value: total / Number(num_rows), ...of }]),
  );
}

async function oneOf(engine: QueryEngine, sql: string): Promise<number> {
  const [row] = await engine.run(sql);
  return Number(Object.values(row!)[0]);
}
