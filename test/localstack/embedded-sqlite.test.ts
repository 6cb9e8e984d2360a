import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();

test('threads that open one file and add at once lose nothing', async () => {
  const path = join(directory(), 'state.sqlite');
  const ended = Array.from({ length: 3 }, () => {
    const worker = new Worker(new URL('./adding-worker.ts', import.meta.url), { workerData: { path, times: 300 } });
    return new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
  });
  expect(await Promise.all(ended)).toEqual([0, 0, 0]);
  const store = openSqlite({ path, clock: { now: () => 0 } });
  expect(await store.get({ partition: 'p', sort: 'counter' })).toEqual({ n: 900 });
  store.close();
});

test('expired items are deleted at opening and as time goes by', async () => {
  const path = join(directory(), 'state.sqlite');
  const rows = () => {
    const database = new DatabaseSync(path, { readOnly: true });
    const { n } = database.prepare('SELECT count(*) AS n FROM items').get() as { n: number };
    database.close();
    return n;
  };
  let now = 0;
  const clock = { now: () => now };
  const item = (sort: string, expires_at: number) => ({
    kind: 'put' as const,
    partition: 'p',
    sort,
    value: 1,
    expires_at,
  });
  const first = openSqlite({ path, clock });
  await first.write([
    item('a', 10),
    item('b', 20),
    item('c', 30),
    { kind: 'put', partition: 'p', sort: 'd', value: 1 },
  ]);
  first.close();
  now = 10;
  const second = openSqlite({ path, clock, sweep_ms: 5 });
  expect(rows()).toBe(3);
  now = 25;
  for (let waited = 0; rows() > 2 && waited < 400; waited += 1) await new Promise(resolve => setTimeout(resolve, 5));
  expect(rows()).toBe(2);
  second.close();
});

test('adding to what is no number is an error that names the item, and writes nothing', async () => {
  const store = openSqlite({ path: ':memory:', clock: { now: () => 0 } });
  await store.write([{ kind: 'put', partition: 'p', sort: 's', value: { n: 'text' } }]);
  await expect(
    store.write([
      { kind: 'put', partition: 'p', sort: 'other', value: 1 },
      { kind: 'add', partition: 'p', sort: 's', amounts: { n: 1 } },
    ]),
  ).rejects.toThrow('cannot add to p/s: n is no number');
  expect(await store.get({ partition: 'p', sort: 'other' })).toBeUndefined();
  store.close();
});
