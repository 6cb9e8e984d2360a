import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openFiles } from '../../localstack/embedded/files.ts';
import { openSecrets } from '../../localstack/embedded/secrets.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();

test('each stored object is told after it can be read, one that was there is not', async () => {
  const root = directory();
  const told: [string, string][] = [];
  const files = await openFiles({
    root,
    onPut: ({ key, size }) => {
      told.push([key, `${readFileSync(join(root, key), 'utf8')} ${size}`]);
    },
  });
  await files.put('a/b', Buffer.from('one'));
  await files.put('a/b', Buffer.from('two'), { if_absent: true });
  await files.put('a/b', Buffer.from('three'));
  expect(told).toEqual([
    ['a/b', 'one 3'],
    ['a/b', 'three 5'],
  ]);
  expect(files.path('a/b')).toBe(join(root, 'a/b'));
});

test('a put whose listener fails has failed, so that it is sent again', async () => {
  const files = await openFiles({
    root: directory(),
    onPut: () => {
      throw new Error('the register is away');
    },
  });
  await expect(files.put('a', Buffer.from('x'))).rejects.toThrow('the register is away');
});

test('what ended processes left unfinished is swept, what a live one is writing is not, and neither is listed', async () => {
  const root = directory();
  const unfinished = join(root, '.unfinished');
  mkdirSync(unfinished);
  const gone = join(unfinished, '999999999-a');
  const earlier = join(unfinished, `${process.pid}-b`);
  const ours = join(unfinished, `${process.pid}-c`);
  for (const path of [gone, earlier, ours]) writeFileSync(path, 'x');
  utimesSync(earlier, 1000, 1000);
  const files = await openFiles({ root });
  expect([gone, earlier, ours].map(path => existsSync(path))).toEqual([false, false, true]);
  expect(await Array.fromAsync(files.list(''))).toEqual([]);
  expect(await Array.fromAsync(files.list('.unfinished/'))).toEqual([]);
});

test('a failed put leaves nothing behind', async () => {
  const root = directory();
  const files = await openFiles({ root });
  await files.put('a/b', Buffer.from('x'));
  await expect(files.put('a', Buffer.from('x'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  await expect(files.put('a/b/c', Buffer.from('x'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(readdirSync(join(root, '.unfinished'))).toEqual([]);
});

test('secrets are for their owner only, and a file that was damaged is not overwritten or quoted', async () => {
  const path = join(directory(), 'deep', 'secrets.json');
  const secrets = await openSecrets({ path });
  await secrets.create('game/a', 'the value');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, '{"game/a": "the value');
  await expect(secrets.create('game/b', 'x')).rejects.toThrow(/^(?!.*the value).*no longer JSON/);
  expect(readFileSync(path, 'utf8')).toBe('{"game/a": "the value');
});
