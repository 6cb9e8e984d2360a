import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeFolder } from '../../lib/write-folder.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();
const filesOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));

test('a folder holds what was written last and nothing else', () => {
  const root = directory();
  const folder = join(root, 'live');
  writeFolder(folder, filesOf({ 'index.mjs': 'a', 'old.mjs': 'b' }));
  writeFolder(folder, filesOf({ 'index.mjs': 'c', 'new.mjs': 'd' }));
  expect(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([
    ['index.mjs', 'c'],
    ['new.mjs', 'd'],
  ]);
  expect(readdirSync(root)).toEqual(['live']);
});

test('a file that stays the same is not written again', () => {
  const folder = join(directory(), 'live');
  const written = () => statSync(join(folder, 'index.mjs')).ino;
  writeFolder(folder, filesOf({ 'index.mjs': 'a' }));
  const first = written();
  writeFolder(folder, filesOf({ 'index.mjs': 'a', 'more.mjs': 'b' }));
  expect(written()).toBe(first);
});
