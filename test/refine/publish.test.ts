import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { KeyValue } from '../../core/ports.ts';
import { publishAccounting, publishMart } from '../../lambdas/refine/publish.ts';
import { memoryKeyValue } from '../memory-ports.ts';
import { emptyLake } from '../models/lake.ts';

let engine: Awaited<ReturnType<typeof emptyLake>>;
let keyValue: KeyValue;
let sizes: number[];
beforeEach(async () => {
  engine = await emptyLake();
  const store = memoryKeyValue();
  sizes = [];
  keyValue = {
    ...store,
    write: async writes => {
      sizes.push(writes.length);
      return store.write(writes);
    },
  };
});
afterEach(() => engine.close());

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const publish = (table: string, span = MARCH) => publishMart(table, span, { engine, keyValue, games: ['g', 'other'] });

const day = (date: string, dau: number, { game = 'g', dimension = 'total', of = 'all' } = {}) =>
  engine.run(`
INSERT INTO gold.daily_metrics (game, event_date, dimension, dimension_value, dau)
VALUES ('${game}', DATE '${date}', '${dimension}', '${of}', ${dau})`);
const published = async (game = 'g') =>
  (await keyValue.query(`mart#daily_metrics#${game}`)).map(({ sort, value }) => [sort, (value as { dau: number }).dau]);

describe('daily metrics are published', () => {
  test('by dimension, day and value, each game apart', async () => {
    await day('2026-03-02', 5);
    await day('2026-03-02', 3, { dimension: 'platform', of: 'ios' });
    await day('2026-03-02', 9, { game: 'other' });
    expect(await publish('gold.daily_metrics')).toBe(3);
    expect(await published()).toEqual([
      ['platform#2026-03-02#ios', 3],
      ['total#2026-03-02#all', 5],
    ]);
    expect(await published('other')).toEqual([['total#2026-03-02#all', 9]]);
  });

  test('again without a change by no write at all', async () => {
    await day('2026-03-02', 5);
    await publish('gold.daily_metrics');
    sizes = [];
    expect([await publish('gold.daily_metrics'), sizes]).toEqual([0, []]);
  });

  test('so that a number that changed is replaced, and a row that is gone is deleted', async () => {
    await day('2026-03-02', 5);
    await day('2026-03-03', 6);
    await day('2026-03-03', 1, { dimension: 'country', of: 'Ω' });
    await publish('gold.daily_metrics');
    await engine.run("UPDATE gold.daily_metrics SET dau = 7 WHERE event_date = DATE '2026-03-02'");
    await engine.run("DELETE FROM gold.daily_metrics WHERE event_date = DATE '2026-03-03'");
    expect(await publish('gold.daily_metrics')).toBe(3);
    expect(await published()).toEqual([['total#2026-03-02#all', 7]]);
  });

  test('for the days at hand: those beside them stay, even where the table has changed', async () => {
    for (const date of ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']) await day(date, 1);
    await publish('gold.daily_metrics', { from: '2026-02-01', to: '2026-04-30' });
    await engine.run('DELETE FROM gold.daily_metrics');
    expect(await publish('gold.daily_metrics')).toBe(2);
    expect(await published()).toEqual([
      ['total#2026-02-28#all', 1],
      ['total#2026-04-01#all', 1],
    ]);
  });

  test('by transactions of at most 100', async () => {
    for (let n = 0; n < 230; n++) await day('2026-03-02', n, { dimension: 'country', of: `c${n}` });
    expect(await publish('gold.daily_metrics')).toBe(230);
    expect(sizes).toEqual([100, 100, 30]);
  });
});

describe('retention is published', () => {
  const cell = (cohort: string, day_n: number, players: number | null) =>
    engine.run(`
INSERT INTO gold.retention (game, cohort_date, day_n, cohort_size, players)
VALUES ('g', DATE '${cohort}', ${day_n}, 10, ${players ?? 'NULL'})`);

  test('one item a cohort, its cells in the order of days, null where the day is not over', async () => {
    for (const [day_n, players] of [
      [2, null],
      [0, 10],
      [1, 4],
    ] as const)
      await cell('2026-03-02', day_n, players);
    await cell('2026-03-03', 0, 10);
    expect(await publish('gold.retention')).toBe(2);
    const [first] = await keyValue.query('mart#retention#g');
    expect(first).toMatchObject({
      sort: '2026-03-02',
      value: {
        cohort_date: '2026-03-02',
        size: 10,
        cells: [
          { day: 0, players: 10 },
          { day: 1, players: 4 },
          { day: 2, players: null },
        ],
      },
    });
  });

  test('anew when one of its cells has matured', async () => {
    await cell('2026-03-02', 0, 10);
    await publish('gold.retention');
    await cell('2026-03-02', 1, 3);
    expect(await publish('gold.retention')).toBe(1);
  });
});

describe('accounting of the hours touched', () => {
  const received = (at: string, event_date: string) =>
    engine.run(
      `INSERT INTO silver.events (game, received_at, event_date) VALUES ('g', TIMESTAMP '${at}', DATE '${event_date}')`,
    );
  const touch = (hour: string) => engine.run(`INSERT INTO refine.touched_hours VALUES ('g', TIMESTAMP '${hour}')`);
  const accounts = async () =>
    (await keyValue.query('accounting#g')).map(({ sort, value }) => [sort, (value as { silver: number }).silver]);

  test('counts all that an hour received, however old its events, to its last microsecond', async () => {
    await received('2026-03-25 12:00:00', '2026-03-25');
    await received('2026-03-25 12:30:00', '2026-02-24');
    await received('2026-03-25 12:59:59.999999', '2025-01-01');
    await received('2026-03-25 11:59:59.999999', '2026-03-25');
    await received('2026-03-25 13:00:00', '2026-03-25');
    await touch('2026-03-25 12:00:00');
    await publishAccounting({ engine, keyValue });
    expect((await accounts()).map(([, silver]) => silver)).toEqual([3]);
  });

  test('counts each of several hours by itself, as a count of everything would', async () => {
    for (let hour = 0; hour < 10; hour++)
      for (let n = 0; n <= hour; n++) await received(`2026-03-25 0${hour}:${10 + n}:00`, `2026-03-${10 + n}`);
    for (const hour of [2, 3, 7]) await touch(`2026-03-25 0${hour}:00:00`);
    await publishAccounting({ engine, keyValue });
    expect((await accounts()).map(([, silver]) => silver)).toEqual([3, 4, 8]);
  });

  test('names the hours in the statement that counts, and asks for nothing where none was touched', async () => {
    const asked: string[] = [];
    const listening = { ...engine, run: (sql: string) => engine.run(asked[asked.push(sql) - 1]!) };
    await publishAccounting({ engine: listening, keyValue });
    expect(asked).toHaveLength(1);
    await touch('2026-03-25 12:00:00');
    await publishAccounting({ engine: listening, keyValue });
    expect(asked.at(-1)).toContain("e.received_at >= TIMESTAMP '2026-03-25 12:00:00.000'");
    expect(asked.at(-1)).toContain("e.received_at < TIMESTAMP '2026-03-25 13:00:00.000'");
  });
});

test('a table that is no mart publishes nothing', async () => {
  expect(await publish('silver.sessions')).toBe(0);
});
