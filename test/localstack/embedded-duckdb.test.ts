import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { readOnly } from '../../localstack/read-only.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();

test('objects of any key are read, with columns united by name and no column of the directories', async () => {
  const root = directory();
  const engine = await openDuckDB({ path: ':memory:', object_path: key => join(root, key) });
  const keys = ["bronze/arrival=2026-03-01-10/it's.parquet", 'bronze/arrival=2026-03-01-10/a*b[c]?.parquet'];
  mkdirSync(join(root, 'bronze/arrival=2026-03-01-10'), { recursive: true });
  const file = (key: string) => `'${join(root, key).replaceAll("'", "''")}'`;
  await engine.run(`COPY (SELECT 1 AS a) TO ${file(keys[0]!)}`);
  await engine.run(`COPY (SELECT 2 AS a, 'new' AS b) TO ${file(keys[1]!)}`);
  await engine.run(`COPY (SELECT 3 AS a) TO ${file('bronze/arrival=2026-03-01-10/axbc1.parquet')}`);
  expect(await engine.run(`SELECT * FROM ${engine.objects('bronze', keys)} ORDER BY a`)).toEqual([
    { a: 1, b: null },
    { a: 2, b: 'new' },
  ]);
  const [named] = await engine.run(`SELECT c.filename AS name FROM ${engine.objects('bronze', keys.slice(0, 1))} c`);
  expect(named).toEqual({ name: join(root, keys[0]!) });
  await engine.close();
});

test('no keys are an error, since an empty list has no columns', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  expect(() => engine.objects('late', [])).toThrow('at least one key');
  await engine.close();
});

test('integers that do not fit are text, bytes are base64, structures are JSON', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  const [row] = await engine.run(`
SELECT 170141183460469231731687303715884105727 AS huge, -9007199254740991 AS safe, 'ab'::blob AS bytes, {a: DATE '2026-03-01', b: [1::decimal(5, 2)]} AS struct,
  MAP {1: 2} AS map, 'nan'::double AS nan, TIMESTAMPTZ '2026-03-01 10:00:00+07' AS zoned, TIMESTAMP '1969-12-31 23:59:59.999999' AS before, TIMESTAMP '9999-12-31 23:59:59.999999' AS far, TIME '10:00:00' AS time, '{"a": 1}'::json AS json`);
  expect(row).toEqual({
    huge: '170141183460469231731687303715884105727',
    safe: -9007199254740991,
    bytes: 'YWI=',
    struct: { a: '2026-03-01', b: [1] },
    map: { 1: 2 },
    nan: null,
    zoned: '2026-03-01T03:00:00.000Z',
    before: '1969-12-31T23:59:59.999Z',
    far: '9999-12-31T23:59:59.999Z',
    time: '10:00:00',
    json: '{"a": 1}',
  });
  await engine.close();
});

test('a reader does not wait for a statement of run, and fills in values', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  const order: string[] = [];
  const long = engine
    .run('SELECT count(*) FROM range(3000000) a, range(100) b WHERE a.range % 7 = b.range')
    .then(() => order.push('long'));
  await engine.all('SELECT ? AS a, ? AS b', ["it's", null]).then(rows => {
    expect(rows).toEqual([{ a: "it's", b: null }]);
    order.push('short');
  });
  await long;
  expect(order).toEqual(['short', 'long']);
  await engine.close();
});

test('statements of run work one after another', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  const statements = [
    'CREATE TABLE t (n integer)',
    'INSERT INTO t VALUES (1)',
    'UPDATE t SET n = n + 1',
    'SELECT n FROM t',
  ];
  const answers = await Promise.all(statements.map(engine.run));
  expect(answers.at(-1)).toEqual([{ n: 2 }]);
  await engine.close();
});

test('a question that takes too long is interrupted and told so, and the next one is answered', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key, readers: 1, longest_read_ms: 200 });
  const select = readOnly(engine);
  const endless = select('SELECT sum(hash(range) % 2) FROM range(1000000000000)', 1);
  const next = select('SELECT 1 AS one', 1);
  expect(await endless).toEqual({ refused: 'too_slow', message: expect.stringContaining('longer than 0.2 s') });
  expect(await next).toMatchObject({ rows: [{ one: 1 }] });
  await engine.close();
});

test('an answer that is too large is given up long before it is whole, and the next question is answered', async () => {
  const limits = { readers: 1, largest_read_bytes: 4 * 1024 * 1024 };
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key, ...limits });
  const select = readOnly(engine);
  // ten gigabytes in all
  const endless = select("SELECT repeat('x', 10000) AS text FROM range(1000000)", 1_000_000);
  const next = select("SELECT repeat('x', 1000000) AS text, [1, NULL] AS list", 1);
  expect(await endless).toEqual({ refused: 'answer_too_large', message: expect.stringContaining('more than 4 MiB') });
  expect(await next).toMatchObject({ rows: [{ text: 'x'.repeat(1_000_000), list: [1, null] }] });
  await engine.close();
});

test('closing waits for the statement under way, interrupts who reads and refuses who waits', async () => {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  const sum = (count: number) => `SELECT sum(hash(range) % 2) > 0 AS some FROM range(${count})`;
  const statements = [engine.run(sum(20_000_000)), engine.run('SELECT 1'), engine.all(sum(1_000_000_000_000))];
  const ends = Promise.all(statements.map(statement => statement.catch(error => error.message)));
  await new Promise(done => setTimeout(done, 20));
  await engine.close();
  expect(await ends).toEqual([[{ some: true }], 'the database is closed', expect.stringContaining('Interrupted')]);
  await expect(engine.run('SELECT 1')).rejects.toThrow('the database is closed');
});
