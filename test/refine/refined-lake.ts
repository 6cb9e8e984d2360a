import type { QueryEngine } from '../../core/ports.ts';
import { columnsOf, text } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import type { RefineSettings } from '../../lambdas/refine/settings.ts';
import { refineDefaults } from '../../lambdas/refine/settings.ts';
import { memoryKeyValue, memoryObjects } from '../memory-ports.ts';
import { emptyLake, rowsOf } from '../models/lake.ts';
import type { Arrival } from './history.ts';
import { bronzeRow } from './history.ts';

export const DAY = 86_400_000;
const START = Date.parse('2026-03-25T12:00:00Z');
const BRONZE = tables['bronze.events'].columns.map(column => column.name);
const COMPARED = [
  'silver.events',
  'silver.sessions',
  'silver.player_days',
  'silver.players',
  'gold.daily_metrics',
  'gold.retention',
] as const;

/** A lake in memory whose bronze is a table: batches stand for objects. */
export async function lakeOf(history: readonly Arrival[], settings: Partial<RefineSettings> = {}) {
  const duckdb = await emptyLake();
  await duckdb.run(
    "CREATE TABLE bronze_rows AS SELECT *, NULL::varchar AS delivery_id, NULL::varchar AS protocol, NULL::timestamp AS sent_at, NULL::boolean AS history, '' AS filename FROM silver.events",
  );
  const rows = history.map(
    (arrival, index) =>
      ({ ...bronzeRow(arrival, index), filename: `bronze/${arrival.batch}` }) as Record<string, unknown>,
  );
  const names = [...BRONZE, 'filename'];
  await duckdb.run(
    `INSERT INTO bronze_rows (${columnsOf(names)}) VALUES ${rows.map(row => `(${names.map(name => literal(row[name])).join(', ')})`).join(', ')}`,
  );
  let left = Number.POSITIVE_INFINITY;
  const engine: QueryEngine = {
    ...duckdb,
    run: async sql => {
      if (left-- === 0) throw new Error('stopped');
      return duckdb.run(sql);
    },
    objects: (_zone, keys) => `(SELECT * FROM bronze_rows WHERE filename IN (${keys.map(text).join(', ')}))`,
  };
  let now = START;
  const clock = { now: () => now };
  const keyValue = memoryKeyValue(clock);
  const run = refine(
    {
      engine: () => engine,
      keyValue,
      objects: memoryObjects(),
      clock,
      games: async () => [{ id: 'g', reporting_offset_minutes: 0 }],
      tables: async () => undefined,
    },
    { ...refineDefaults, longest_span_days: 25, ...settings },
  );
  return {
    merge: async (batches: readonly number[]) => {
      for (const batch of batches)
        await keyValue.write([{ kind: 'put', partition: 'register#unmerged', sort: `bronze/${batch}`, value: {} }]);
      await run();
    },
    stopAfter: (statements = Number.POSITIVE_INFINITY) => {
      left = statements;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** The same late day for every lake, so that nightly work is done and the same cells are complete. */
    settle: async () => {
      now = START + 10 * DAY;
      await run();
    },
    rebuild: async () => {
      await duckdb.run(
        'INSERT INTO refine.touched SELECT DISTINCT game, player_key, event_date FROM silver.events WHERE player_key IS NOT NULL',
      );
      await keyValue.write([{ kind: 'put', partition: 'refine', sort: 'running', value: {} }]);
      await run();
    },
    everything: async () =>
      Object.fromEntries(await Promise.all(COMPARED.map(async table => [table, await rowsOf(duckdb, table)]))),
    close: () => duckdb.close(),
  };
}

const literal = (value: unknown): string =>
  value === undefined || value === null ? 'NULL' : typeof value === 'string' ? text(value) : String(value);
