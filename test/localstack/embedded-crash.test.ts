import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { openLog } from '../../localstack/embedded/log.ts';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();
const clock = { now: Date.now };

/** Lets a process write, kills it at some moment after its first acknowledgement; answers what it had acknowledged. */
function killWhileWriting(kind: string, { dir, round }: { dir: string; round: number }): Promise<string[]> {
  const child = spawn(process.execPath, ['test/localstack/writing-child.ts', kind, dir, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  child.stderr.on('data', chunk => {
    complaint += chunk;
  });
  child.stdout.on('data', chunk => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 150);
    said += chunk;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (_code, signal) => {
      // the last line may be half written: it was not heard as a whole
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(`the writing process ended by itself: ${complaint}`));
    }),
  );
}

test('log: every acknowledged record is there after kill -9, at its sequence and whole', async () => {
  const dir = directory();
  const acknowledged: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    acknowledged.push(...(await killWhileWriting('log', { dir, round })));
    const log = await openLog({ dir, clock });
    const reader = openLogReader(log);
    const records = await reader.read({ max_records: Number.POSITIVE_INFINITY, max_bytes: Number.POSITIVE_INFINITY });
    const held = new Set(
      records.map(record => `${record.sequence} ${Buffer.from(record.data).toString().replace(/\.+$/, '')}`),
    );
    expect(acknowledged.filter(line => !held.has(line))).toEqual([]);
    expect(log.totals().records).toBe(records.length);
    await reader.close();
    await log.close();
  }
  expect(acknowledged.length).toBeGreaterThan(100);
});

test('files: after kill -9 every acknowledged object is whole, so is every other, and nothing unfinished is left', async () => {
  const dir = directory();
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round += 1) acknowledged.push(...(await killWhileWriting('files', { dir, round })));
  const files = await openFiles({ root: dir });
  const held = new Map<string, number>();
  for await (const { key, size } of files.list('')) {
    held.set(key, size);
    const n = Number(key.split('/').at(-1));
    expect([key, size, new Set(await files.get(key)).size]).toEqual([key, 50_000 + n, 1]);
  }
  expect(acknowledged.filter(line => held.get(line.split(' ')[0]!) !== Number(line.split(' ')[1]))).toEqual([]);
  expect(readdirSync(join(dir, '.unfinished'))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(20);
});

test('key-value: after kill -9 no acknowledged transaction is missing and none is half there', async () => {
  const dir = directory();
  for (let round = 0; round < 4; round += 1) {
    const acknowledged = await killWhileWriting('sqlite', { dir, round });
    const store = openSqlite({ path: join(dir, 'state.sqlite'), clock });
    const [a, b] = (await store.query('p')).map(item => (item.value as { n: number }).n);
    store.close();
    expect(a).toBe(b);
    expect(a).toBeGreaterThanOrEqual((JSON.parse(acknowledged.at(-1)!) as { n: number }).n);
  }
});

test('DuckDB: after kill -9 during MERGE the table is as some statement left it, the last acknowledged or the one after', async () => {
  const dir = directory();
  for (let round = 0; round < 4; round += 1) {
    const acknowledged = await killWhileWriting('duckdb', { dir, round });
    const engine = await openDuckDB({ path: join(dir, 'lake.duckdb'), object_path: key => key });
    const [state] = await engine.run('SELECT count(*) AS held, min(version) AS low, max(version) AS high FROM t');
    await engine.close();
    const last = Number(acknowledged.at(-1));
    expect([last, last + 1]).toContain(state!.high);
    expect(state).toEqual({ held: Number(state!.high) * 5000, low: state!.high, high: state!.high });
  }
});
