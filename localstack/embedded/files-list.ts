import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inKeyOrder, isKey, TEMPORARY } from '../../core/object-key.ts';
import type { ObjectInfo } from '../../core/ports.ts';
import { ABSENT, unless } from './errno.ts';

export type ListOptions = { root: string; prefix: string; after?: string };

/** Objects under the prefix in key order; holds one directory per level in memory, never the tree. */
export async function* listObjects(options: ListOptions): AsyncGenerator<ObjectInfo> {
  // the deepest directory that the prefix names whole
  const base = options.prefix.slice(0, options.prefix.lastIndexOf('/') + 1);
  if (base === '' || isKey(base.slice(0, -1))) yield* walk(base, options);
}

async function* walk(base: string, options: ListOptions): AsyncGenerator<ObjectInfo> {
  const entries = (await unless(ABSENT, readdir(join(options.root, base), { withFileTypes: true }))) ?? [];
  // a directory sorts by its name with the slash, as the keys below it do
  const keys = entries.filter(isObject(base)).map(entry => `${base}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  for (const key of keys.sort(inKeyOrder)) {
    if (key.endsWith('/')) {
      if (mayHold(key, options)) yield* walk(key, options);
    } else if (isAsked(key, options)) yield* infoOf(options.root, key);
  }
}

const isAsked = (key: string, { prefix, after }: ListOptions) =>
  key.startsWith(prefix) && (after === undefined || inKeyOrder(key, after) > 0);

/** Whether a key below the directory may be asked for. */
const mayHold = (directory: string, { prefix, after }: ListOptions) =>
  (directory.startsWith(prefix) || prefix.startsWith(directory)) &&
  (after === undefined || after.startsWith(directory) || inKeyOrder(directory, after) > 0);

const isObject = (base: string) => (entry: Dirent) =>
  (entry.isFile() || entry.isDirectory()) && !(base === '' && entry.name === TEMPORARY);

async function* infoOf(root: string, key: string): AsyncGenerator<ObjectInfo> {
  const found = await unless(ABSENT, stat(join(root, key)));
  if (found) yield { key, size: found.size, modified_at: found.mtimeMs };
}
