import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held until `release`, or until the process ends in whatever way. */
export type Lock = { release: () => void };

const BUSY = 5;

/**
 * Makes this the only writer of a directory. Throws when another live process (or another part of this one) holds it,
 * naming its pid. The lock is the operating system's, on `lock.sqlite`, so a killed holder leaves nothing to clean up
 * and a reused pid misleads nobody; `lock.pid` is for people.
 */
export function holdLock(dir: string): Lock {
  const database = new DatabaseSync(join(dir, 'lock.sqlite'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new Error(`${dir} is in use by process ${holder(dir)}: stop it first, or use another directory`);
  }
  writeFileSync(join(dir, 'lock.pid'), `${process.pid}\n`);
  return { release: () => database.close() };
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === BUSY;
}

function holder(dir: string): string {
  try {
    return readFileSync(join(dir, 'lock.pid'), 'utf8').trim() || '(unknown)';
  } catch {
    return '(unknown)'; // the holder has the lock and has not written its pid yet
  }
}
