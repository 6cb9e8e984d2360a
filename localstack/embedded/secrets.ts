import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Secrets } from '../../core/ports.ts';
import { makeDirectory, syncDirectory } from './directory.ts';
import { hasCode } from './errno.ts';

const BUSY_MS = 10_000;

/** Secrets in one JSON file that only its owner may read (mode 0600). A value, once created, is never replaced. */
export async function openSecrets({ path }: { path: string }): Promise<Secrets> {
  await makeDirectory(dirname(path));
  return {
    get: async name => own(readAll(path), name),
    async create(name, value) {
      const kept = exclusively(`${path}.lock`, () => keepFirst(path, { name, value }));
      await syncDirectory(dirname(path));
      return kept;
    },
  };
}

function keepFirst(path: string, { name, value }: { name: string; value: string }): string {
  const all = readAll(path);
  const kept = own(all, name);
  if (kept !== undefined) return kept;
  replaceFile(path, JSON.stringify({ ...all, [name]: value }, null, 2));
  return value;
}

const own = (all: Record<string, string>, name: string) => (Object.hasOwn(all, name) ? all[name] : undefined);

function readAll(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return {};
    if (error instanceof SyntaxError) throw new Error(`${path} is no longer JSON: restore it from a backup`); // its text stays out of the log
    throw error;
  }
}

function replaceFile(path: string, content: string): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  writeFileSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}

/** Runs `work` while no other process or thread is in it: the system's lock on a database ends with its holder. */
function exclusively<T>(lock: string, work: () => T): T {
  const database = new DatabaseSync(lock, { timeout: BUSY_MS });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    database.close();
  }
}
