import { describe, expect, test } from '@jest/globals';
import { openAthena } from '../../../lambdas/adapters/athena.ts';
import type { Outcome } from './fake-athena.ts';
import { fakeAthena } from './fake-athena.ts';
import { noSleep } from './fake-service.ts';

const NOW = 1_770_000_000_000;
const COMMIT = 'ICEBERG_COMMIT_ERROR: Failed to commit';

async function athena(outcomeOf: (sql: string, nth: number) => Outcome = () => ({})) {
  const service = await fakeAthena(outcomeOf);
  const { slept, sleep } = noSleep();
  const open = (step = { run: 'r', step: 's' }) =>
    openAthena({
      workgroup: 'refine',
      buckets: zone => `lake-${zone}`,
      clock: { now: () => NOW },
      client: service.client,
      sleep,
      ...step,
    });
  return { ...service, slept, open };
}

describe('a statement', () => {
  test('is waited for with growing pauses, and its bytes are counted', async () => {
    const { open, slept } = await athena(() => ({ polls: 3 }));
    const engine = open();
    expect(await engine.run('SELECT 1')).toEqual([]);
    expect(slept).toHaveLength(3);
    expect(slept).toEqual(slept.toSorted((a, b) => a - b));
    expect(engine.statistics()).toEqual({ statements: 1, scanned_bytes: 1000, engine_ms: 20 });
  });

  test('that is too long is refused before it is sent', async () => {
    const { open, asked } = await athena();
    await expect(open().run(`SELECT '${'ä'.repeat(131_072)}'`)).rejects.toThrow('262153 bytes');
    expect(asked).toEqual([]);
  });

  test('that is wrong fails at once, in the words of Athena', async () => {
    const { open, executions } = await athena(() => ({ state: 'FAILED', reason: 'SYNTAX_ERROR: line 1:8: Column x' }));
    await expect(open().run('SELECT x')).rejects.toThrow('SYNTAX_ERROR: line 1:8: Column x');
    expect(executions).toHaveLength(1);
  });

  test('that met another at its table is a new attempt after a pause', async () => {
    const { open, executions, slept } = await athena((_sql, nth) =>
      nth < 3 ? { state: 'FAILED', reason: COMMIT } : {},
    );
    await open().run('MERGE');
    expect(executions).toHaveLength(3);
    expect(slept).toHaveLength(2);
  });

  test('that fails for a passing reason is tried four times', async () => {
    const { open, executions } = await athena(() => ({ state: 'FAILED', reason: 'no room', retryable: true }));
    await expect(open().run('MERGE')).rejects.toThrow('no room');
    expect(executions).toHaveLength(4);
  });

  test('that somebody stopped is not tried again', async () => {
    const { open, executions } = await athena(() => ({ state: 'CANCELLED', reason: COMMIT }));
    await expect(open().run('MERGE')).rejects.toThrow(COMMIT);
    expect(executions).toHaveLength(1);
  });

  test('that makes a work table says where, in a place of its own for each attempt', async () => {
    const { open, executions } = await athena((_sql, nth) => (nth === 1 ? {} : { state: 'FAILED', reason: COMMIT }));
    const engine = open();
    await engine.run('CREATE TABLE work.ranked AS SELECT 1 AS one');
    await engine.run('CREATE TABLE work.ranked AS SELECT 1 AS one');
    const [first, second] = executions.map(({ sql }) => sql);
    expect(first).toMatch(
      /^CREATE TABLE work\.ranked WITH \(table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3:\/\/lake-silver\/work\/ranked\/[0-9a-f]{16}\/'\) AS SELECT 1 AS one$/,
    );
    expect(second).not.toBe(first);
  });
});

describe('a step that is started again', () => {
  test('takes up what has succeeded, each time a statement was said', async () => {
    const { open, executions } = await athena();
    for (let start = 0; start < 2; start += 1) {
      const engine = open();
      for (const sql of ['DELETE', 'INSERT', 'DELETE']) await engine.run(sql);
    }
    expect(executions.map(({ sql }) => sql)).toEqual(['DELETE', 'INSERT', 'DELETE']);
  });

  test('takes up what is still running', async () => {
    const { open, executions } = await athena(() => ({ polls: 5 }));
    await Promise.all([open().run('MERGE'), open().run('MERGE')]);
    expect(executions).toHaveLength(1);
  });

  test('tries anew what had failed before, whatever the reason', async () => {
    const before = { state: 'FAILED', reason: 'Access denied', completed_at: NOW - 60_000 } as const;
    const { open, executions } = await athena((_sql, nth) => (nth < 3 ? before : {}));
    await open().run('INSERT');
    expect(executions).toHaveLength(3);
  });

  test('shares nothing with another step, another run, or a run without name', async () => {
    const { open, executions } = await athena();
    for (const step of [
      { run: 'r', step: 's' },
      { run: 'r', step: 't' },
      { run: 'q', step: 's' },
    ])
      await open(step).run('A');
    expect(executions).toHaveLength(3);
  });
});

test('rows are plain values, page after page', async () => {
  const columns: [string, string][] = [
    ['n', 'bigint'],
    ['big', 'bigint'],
    ['share', 'double'],
    ['none', 'double'],
    ['money', 'decimal'],
    ['yes', 'boolean'],
    ['day', 'date'],
    ['time', 'timestamp'],
    ['zoned', 'timestamp with time zone'],
    ['word', 'varchar'],
    ['word', 'varchar'],
  ];
  const row = (n: string, word: string | null) => [
    n,
    '9007199254740993',
    '1.25',
    'NaN',
    '4.990000',
    'true',
    '2026-03-01',
    '2026-03-01 10:00:00.123456',
    '2026-03-01 10:00:00.000 UTC',
    word,
    'n',
  ];
  const { open } = await athena(() => ({ columns, pages: [[row('1', '')], [row('2', null)]] }));
  const expected = {
    big: '9007199254740993',
    share: 1.25,
    none: null,
    money: 4.99,
    yes: true,
    day: '2026-03-01',
    time: '2026-03-01T10:00:00.123Z',
    zoned: '2026-03-01T10:00:00.000Z',
    'word:1': 'n',
  };
  expect(await open().run('SELECT')).toEqual([
    { ...expected, n: 1, word: '' },
    { ...expected, n: 2, word: null },
  ]);
});

test('a row that reads like the names of the columns is a row, on any page but the first', async () => {
  const { open } = await athena(() => ({ columns: [['word', 'varchar']], pages: [[['a']], [['word']]] }));
  expect(await open().run('SELECT')).toEqual([{ word: 'a' }, { word: 'word' }]);
});

test('objects are read by path, from the partitions of their hours', async () => {
  const { open } = await athena();
  const keys = ['10/a', '10/b', '11/c'].map(name => `late/events/arrival=2026-03-01-${name}.parquet`);
  const sql = open().objects('late', keys);
  expect(sql).toMatch(/^\(SELECT game, .*, "\$path" AS filename FROM late\.events WHERE /);
  expect(sql).toContain("arrival IN ('2026-03-01-10', '2026-03-01-11')");
  expect(sql).toContain("'s3://lake-late/events/arrival=2026-03-01-10/a.parquet', 's3://lake-late/events/");
  expect(() => open().objects('late', [])).toThrow('at least one key');
});
