import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, TEMPORARY } from '../../core/object-key.ts';
import type { ObjectStore } from '../../core/ports.ts';
import { makeDirectory, syncDirectory } from './directory.ts';
import { ABSENT, hasCode, unless } from './errno.ts';
import { listObjects } from './files-list.ts';
import { sweepUnfinished, unfinishedName } from './unfinished.ts';

/** `onPut` hears of each object after it can be read and before `put` answers; what it throws, `put` throws. */
export type FilesOptions = { root: string; onPut?: (object: { key: string; size: number }) => void | Promise<void> };

/** Objects as files. A key cannot be both an object and the beginning of another's path. */
export type Files = ObjectStore & {
  /** The file of an object, there or not. */
  path: (key: string) => string;
};

/** Opens a directory of objects and removes what earlier processes left unfinished. A put is durable when it answers. */
export async function openFiles({ root, onPut }: FilesOptions): Promise<Files> {
  const unfinished = join(root, TEMPORARY);
  await makeDirectory(unfinished);
  await sweepUnfinished(unfinished);
  const path = (key: string) => {
    checkKey(key);
    return join(root, key);
  };

  async function put(key: string, body: Uint8Array, { if_absent = false } = {}): Promise<'stored' | 'exists'> {
    const target = path(key);
    const directory = dirname(target);
    await makeDirectory(directory);
    const temporary = join(unfinished, unfinishedName());
    try {
      await writeDurably(temporary, body);
      if (if_absent && !(await linkNew(temporary, target))) return 'exists';
      if (!if_absent) await rename(temporary, target);
    } finally {
      await unless(ABSENT, unlink(temporary)); // a full disk must not stay full of parts
    }
    await syncDirectory(directory);
    await onPut?.({ key, size: body.length });
    return 'stored';
  }

  return {
    path,
    put,
    get: async key => unless(ABSENT, readFile(path(key))),
    list: (prefix, { after } = {}) => listObjects({ root, prefix, ...(after !== undefined && { after }) }),
    async delete(key) {
      const target = path(key);
      await unless(ABSENT, unlink(target));
      await unless(ABSENT, syncDirectory(dirname(target)));
    },
  };
}

async function writeDurably(path: string, body: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(body);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file a second name unless that name is taken. */
async function linkNew(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
