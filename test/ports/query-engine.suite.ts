import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QueryEngine } from '../../core/ports.ts';
import { answers } from './trino-answers.ts';

/** An engine without tables that its test may make some in. */
export type OpenEngine = () => Promise<QueryEngine & { close: () => void | Promise<void> }>;

/** What every engine answers: Trino's SQL, and rows as `Row` says. */
export function queryEngineSuite(name: string, open: OpenEngine): void {
  let engine: QueryEngine & { close: () => void | Promise<void> };
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(async () => engine.close());

  for (const [sentence, pairs] of Object.entries(answers))
    test(`${name}: ${sentence}`, async () => {
      for (const [expression, answer] of pairs)
        expect([expression, await engine.run(`SELECT ${expression} AS answer`)]).toEqual([expression, [{ answer }]]);
    });

  test(`${name}: a sequence of days can be joined, from literals or from a column`, async () => {
    const days = ['2026-02-27', '2026-02-28', '2026-03-01'];
    expect(
      await engine.run(
        "SELECT d FROM (VALUES (1)) AS one (x) CROSS JOIN UNNEST(sequence(DATE '2026-02-27', DATE '2026-03-01')) AS t (d) ORDER BY d",
      ),
    ).toEqual(days.map(d => ({ d })));
    expect(
      await engine.run(
        "SELECT first_day, d FROM (VALUES (DATE '2026-02-28'), (DATE '2026-03-01')) AS v (first_day) CROSS JOIN UNNEST(sequence(first_day, DATE '2026-03-01')) AS t (d) ORDER BY 1, 2",
      ),
    ).toEqual([
      { first_day: '2026-02-28', d: '2026-02-28' },
      { first_day: '2026-02-28', d: '2026-03-01' },
      { first_day: '2026-03-01', d: '2026-03-01' },
    ]);
  });

  test(`${name}: aggregates of the portable subset`, async () => {
    const [row] = await engine.run(`
SELECT
  count_if(n > 2) AS some, max_by(word, ROW(n, word)) AS last, min_by(word, ROW(n, word)) AS first,
  max_by(word, ROW(n, word)) FILTER (WHERE word <> 'd') AS last_but_one, any_value(nothing) AS any_of_it, arbitrary(nothing) AS arbitrary_of_it,
  sum(n) AS total, avg(n) AS mean, count(DISTINCT nothing) AS different, sum(n) FILTER (WHERE n > 9) AS none
FROM (VALUES (1, 'a', NULL), (2, 'b', 'x'), (3, 'c', 'x'), (3, 'd', NULL)) AS v (n, word, nothing)`);
    expect(row).toEqual({
      some: 2,
      last: 'd',
      first: 'a',
      last_but_one: 'c',
      any_of_it: 'x',
      arbitrary_of_it: 'x',
      total: 9,
      mean: 2.25,
      different: 1,
      none: null,
    });
  });

  test(`${name}: approximate aggregates are near the truth`, async () => {
    const [row] = await engine.run(`
SELECT approx_distinct(n % 1000) AS different, approx_distinct(n % 1000, 0.01) AS closely, approx_percentile(n, 0.5) AS median, approx_percentile(n, ARRAY[0.1, 0.9]) AS deciles
FROM UNNEST(sequence(1, 10000)) AS t (n)`);
    const { different, closely, median, deciles } = row as {
      different: number;
      closely: number;
      median: number;
      deciles: number[];
    };
    expect(Math.abs(different - 1000)).toBeLessThan(100);
    expect(Math.abs(closely - 1000)).toBeLessThan(100);
    expect(Math.abs(median - 5000)).toBeLessThan(200);
    expect(deciles.map(value => Math.round(value / 1000))).toEqual([1, 9]);
  });

  test(`${name}: nulls come last, whichever way rows are ordered`, async () => {
    for (const order of ['ASC', 'DESC'])
      expect(
        (await engine.run(`SELECT n FROM (VALUES (1), (NULL)) AS v (n) ORDER BY n ${order}`)).map(row => row.n),
      ).toEqual([1, null]);
  });

  test(`${name}: rows are plain values`, async () => {
    const [row] = await engine.run(`
SELECT true AS yes, 1.25e0 AS number, CAST(4.99 AS decimal(18, 6)) AS money, DATE '2026-03-01' AS day, TIMESTAMP '2026-03-01 10:00:00.123' AS time,
  'ä''"' AS word, ARRAY[DATE '2026-03-01'] AS list, CAST(NULL AS varchar) AS nothing, count(*) AS events FROM (VALUES (1), (2)) AS v (x)`);
    expect(row).toEqual({
      yes: true,
      number: 1.25,
      money: 4.99,
      day: '2026-03-01',
      time: '2026-03-01T10:00:00.123Z',
      word: 'ä\'"',
      list: ['2026-03-01'],
      nothing: null,
      events: 2,
    });
  });

  test(`${name}: a statement that cannot run is an error that names what is missing, and the next one runs`, async () => {
    await expect(engine.run('SELECT no_such_function(1)')).rejects.toThrow('no_such_function');
    expect(await engine.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
}
