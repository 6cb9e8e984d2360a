import { expect, test } from '@jest/globals';
import { openAthenaReader } from '../../../lambdas/adapters/athena-reader.ts';
import type { Outcome } from './fake-athena.ts';
import { fakeAthena } from './fake-athena.ts';

async function reader(outcome: Outcome = {}, more = {}) {
  const service = await fakeAthena(() => outcome);
  const clock = { time: 0, now: () => clock.time };
  const sleep = async (milliseconds: number) => {
    clock.time += milliseconds;
  };
  const select = openAthenaReader({ workgroup: 'analysts', clock, client: service.client, sleep, ...more });
  return { ...service, select };
}

const numbers = (count: number): Outcome => ({
  columns: [['n', 'integer']],
  pages: [Array.from({ length: count }, (_, n) => [`${n}`])],
});

test('answers rows with their columns, and says when there are more', async () => {
  const { select } = await reader(numbers(3));
  const columns = [{ name: 'n', type: 'integer' }];
  expect(await select('SELECT n', 3)).toEqual({ columns, rows: [{ n: 0 }, { n: 1 }, { n: 2 }], truncated: false });
  expect(await select('SELECT n', 2)).toEqual({ columns, rows: [{ n: 0 }, { n: 1 }], truncated: true });
});

for (const sql of [
  'SELECT 1;',
  '  with a as (select 1) select * from a',
  '-- a remark\n/* and\nanother */ (SELECT 1)',
  '( ( SELECT 1 ) )',
  'VALUES 1',
  'EXPLAIN SELECT 1',
  'explain analyze verbose select 1',
  'EXPLAIN (TYPE VALIDATE) SELECT 1',
  'SHOW TABLES IN gold',
  'DESCRIBE gold.retention',
])
  test(`runs ${JSON.stringify(sql)}`, async () => {
    const { select, executions } = await reader(numbers(1));
    expect(await select(sql, 10)).toHaveProperty('rows');
    expect(executions).toHaveLength(1);
  });

for (const sql of [
  'DROP TABLE gold.retention',
  'INSERT INTO gold.retention SELECT 1',
  'CREATE TABLE x AS SELECT 1',
  "UNLOAD (SELECT 1) TO 's3://elsewhere/'",
  'USING EXTERNAL FUNCTION f() RETURNS int SELECT f()',
  'EXPLAIN ANALYZE DELETE FROM gold.retention',
  '/* SELECT */ DELETE FROM gold.retention',
  '-- SELECT\nDELETE FROM gold.retention',
  'selecting',
  '',
])
  test(`refuses ${JSON.stringify(sql)}`, async () => {
    const { select, asked } = await reader(numbers(1));
    expect(await select(sql, 10)).toMatchObject({ refused: 'not_read_only' });
    expect(asked).toEqual([]);
  });

test('what Athena cannot run is an error of the statement, in its words', async () => {
  const { select } = await reader({ state: 'FAILED', category: 2, reason: 'COLUMN_NOT_FOUND: line 1:8' });
  expect(await select('SELECT x', 10)).toEqual({ refused: 'sql_error', message: 'COLUMN_NOT_FOUND: line 1:8' });
});

test('a failure of Athena is not blamed on the statement', async () => {
  const { select } = await reader({ state: 'FAILED', category: 1, reason: 'internal' });
  await expect(select('SELECT x', 10)).rejects.toThrow('Athena failed');
});

test('what takes too long is stopped', async () => {
  const { select, stopped } = await reader({ polls: 1000 });
  expect(await select('SELECT x', 10)).toMatchObject({ refused: 'too_slow', message: expect.stringContaining('24 s') });
  expect(stopped).toEqual(['0']);
});

test('an answer that is too large is refused', async () => {
  const { select } = await reader(numbers(100), { largest_bytes: 300 });
  expect(await select('SELECT n', 100)).toMatchObject({ refused: 'answer_too_large' });
});
