import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ModelTable } from '../../core/model-sql.ts';
import { bindSpan, mergeModel } from '../../core/model-sql.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';

const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
afterAll(() => engine.close());

const daily: ModelTable = {
  table: 'gold.daily',
  grain: ['game', 'day'],
  columns: [
    { name: 'game', type: 'varchar' },
    { name: 'day', type: 'date' },
    { name: 'players', type: 'bigint' },
    { name: 'rate', type: 'double' },
  ],
  day_column: 'day',
  by_player: false,
};
const MODEL = 'SELECT game, day, players, rate FROM source WHERE day BETWEEN :from AND :to';
const span = { from: '2026-03-02', to: '2026-03-03' };

const table = async (name: string, order: string) => {
  const rows = await engine.run(`SELECT * FROM ${name} ORDER BY ${order}`);
  return rows.map(row => Object.values(row).join(' '));
};

beforeEach(async () => {
  await engine.run(`
CREATE SCHEMA IF NOT EXISTS gold; CREATE SCHEMA IF NOT EXISTS refine;
CREATE OR REPLACE TABLE gold.daily (game varchar, day date, players bigint, rate double);
CREATE OR REPLACE TABLE source (game varchar, day date, players bigint, rate double);
CREATE OR REPLACE TABLE gold.players (game varchar, player_key varchar, purchases bigint);
CREATE OR REPLACE TABLE refine.touched (game varchar, player_key varchar, event_date date)`);
});

const put = (name: string, ...rows: string[]) =>
  engine.run(`INSERT INTO ${name} VALUES ${rows.map(row => `(${row})`).join(', ')}`);
const merge = () => engine.run(mergeModel({ model: daily, sql: MODEL, span }));

describe('merging a model over a span of days', () => {
  test('inserts what is new, changes what differs, deletes what is obsolete', async () => {
    await put('gold.daily', "'a', '2026-03-02', 1, 0.5", "'a', '2026-03-03', 2, 0.5");
    await put('source', "'a', '2026-03-02', 7, 0.5", "'b', '2026-03-03', 3, NULL");
    await merge();
    expect(await table('gold.daily', 'game, day')).toEqual(['a 2026-03-02 7 0.5', 'b 2026-03-03 3 ']);
  });

  test('leaves every other day alone', async () => {
    await put('gold.daily', "'a', '2026-03-01', 1, 1", "'a', '2026-03-04', 4, 4");
    await put('source', "'a', '2026-03-01', 9, 9", "'a', '2026-03-04', 9, 9", "'a', '2026-03-02', 2, 2");
    await merge();
    expect(await table('gold.daily', 'game, day')).toEqual([
      'a 2026-03-01 1 1',
      'a 2026-03-02 2 2',
      'a 2026-03-04 4 4',
    ]);
  });

  test('sees a value become null, and null become a value', async () => {
    await put('gold.daily', "'a', '2026-03-02', NULL, 1", "'b', '2026-03-02', 1, NULL");
    await put('source', "'a', '2026-03-02', 1, NULL", "'b', '2026-03-02', NULL, 1");
    await merge();
    expect(await table('gold.daily', 'game, day')).toEqual(['a 2026-03-02 1 ', 'b 2026-03-02  1']);
  });

  test('empties the span when the model yields nothing', async () => {
    await put('gold.daily', "'a', '2026-03-02', 1, 1", "'a', '2026-03-04', 4, 4");
    await merge();
    expect(await table('gold.daily', 'game, day')).toEqual(['a 2026-03-04 4 4']);
  });

  test('changes nothing the second time', async () => {
    await put('source', "'a', '2026-03-02', 7, 0.5", "'b', '2026-03-03', 3, NULL");
    await merge();
    const [again] = await merge();
    expect(Number(again?.Count)).toBe(0);
  });
});

test('merging a model of players replaces the rows of touched players only', async () => {
  const players: ModelTable = {
    table: 'gold.players',
    grain: ['game', 'player_key'],
    columns: [
      { name: 'game', type: 'varchar' },
      { name: 'player_key', type: 'varchar' },
      { name: 'purchases', type: 'bigint' },
    ],
    by_player: true,
  };
  await put('gold.players', "'g', 'gone', 1", "'g', 'stays', 1", "'g', 'other', 1", "'h', 'gone', 1");
  await put('refine.touched', "'g', 'gone', '2026-03-01'", "'g', 'stays', '2026-03-01'", "'g', 'stays', '2026-03-02'");
  await engine.run(mergeModel({ model: players, sql: "SELECT 'g' AS game, 'stays' AS player_key, 2 AS purchases" }));
  expect(await table('gold.players', 'game, player_key')).toEqual(['g other 1', 'g stays 2', 'h gone 1']);
});

test("a model's values take the types of its table, which Trino does not see to by itself", () => {
  const merged = mergeModel({
    model: daily,
    sql: 'SELECT game, day, sum(players) AS players, 0.5 AS rate FROM source',
  });
  expect(merged).toContain('CAST(players AS bigint) AS players, CAST(rate AS double) AS rate, true AS fresh');
});

test('a span takes the place of :from and :to; a model without days has none', () => {
  expect(bindSpan('d BETWEEN :from AND :to', span)).toBe("d BETWEEN DATE '2026-03-02' AND DATE '2026-03-03'");
  expect(bindSpan('SELECT 1')).toBe('SELECT 1');
});
