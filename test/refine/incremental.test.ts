import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QueryEngine } from '../../core/ports.ts';
import { columnsOf, text } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import { refineDefaults } from '../../lambdas/refine/settings.ts';
import { memoryKeyValue, memoryObjects } from '../memory-ports.ts';
import { emptyLake, rowsOf } from '../models/lake.ts';
import type { Arrival } from './history.ts';
import { arrivals, bronzeRow } from './history.ts';

/** Each run builds two lakes; PLAYLAKE_RUNS asks for more. */
const RUNS = Number(process.env.PLAYLAKE_RUNS ?? 8);
const TIMEOUT = RUNS * 10_000;
/** A counterexample takes hundreds of runs to shrink: it is reported as far as it got, before the test's time is up. */
const limit = { interruptAfterTimeLimit: TIMEOUT * 0.8, markInterruptAsFailure: true };
const DAY = 86_400_000;
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

test(
  'merging batch by batch, in any order and over days, equals merging all at once',
  async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(2), equalsMergingAtOnce),
      { numRuns: RUNS, ...limit },
    );
  },
  TIMEOUT,
);

test('two copies on different days are found, though one is merged long after it arrived', async () => {
  const history = [copy({ batch: 0, minute: 0 }), copy({ batch: 2, minute: 3 * 1440 })];
  await equalsMergingAtOnce(history, [0, 1, 2, 3], 2);
});

test(
  'a full rebuild of every model changes nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async history => {
        const lake = await lakeOf(history);
        try {
          for (const batch of [2, 1, 3, 0]) await lake.merge([batch]);
          await lake.settle();
          const before = await lake.everything();
          await lake.rebuild();
          expect(await lake.everything()).toEqual(before);
        } finally {
          await lake.close();
        }
      }),
      { numRuns: RUNS / 2, ...limit },
    );
  },
  TIMEOUT,
);

/** Merges the batches one by one, a day passing after those below `pause`, and all of them in one run. */
async function equalsMergingAtOnce(history: readonly Arrival[], order: readonly number[], pause: number) {
  const step = await lakeOf(history);
  const whole = await lakeOf(history);
  try {
    for (const batch of order) {
      await step.merge([batch]);
      if (batch < pause) step.pass(DAY);
    }
    await whole.merge(order);
    await Promise.all([step, whole].map(lake => lake.settle()));
    expect(await step.everything()).toEqual(await whole.everything());
  } finally {
    await step.close();
    await whole.close();
  }
}

/** A report of the same event. */
const copy = (given: Pick<Arrival, 'batch' | 'minute'>): Arrival => ({
  received: given.batch,
  player: 'ann',
  id: '1',
  type: 'custom',
  session: null,
  transaction: null,
  content: 1,
  platform: null,
  test: false,
  ...given,
});

/** A lake in memory whose bronze is a table: batches stand for objects. */
async function lakeOf(history: readonly Arrival[]) {
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
  const engine: QueryEngine = {
    ...duckdb,
    objects: (_zone, keys) => `(SELECT * FROM bronze_rows WHERE filename IN (${keys.map(text).join(', ')}))`,
  };
  const keyValue = memoryKeyValue();
  let now = START;
  const clock = { now: () => now };
  const run = refine(
    {
      engine,
      keyValue,
      objects: memoryObjects(),
      clock,
      games: async () => [{ id: 'g', reporting_offset_minutes: 0 }],
    },
    { ...refineDefaults, longest_span_days: 25 },
  );
  return {
    merge: async (batches: readonly number[]) => {
      for (const batch of batches)
        await keyValue.write([{ kind: 'put', partition: 'register#unmerged', sort: `bronze/${batch}`, value: {} }]);
      await run();
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
