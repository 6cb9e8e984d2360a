import { randomUUID } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ABSENT, hasCode, unless } from './errno.ts';

/** Name of an unfinished file: tells which process writes it. */
export const unfinishedName = (): string => `${process.pid}-${randomUUID()}`;

/** Removes the files of processes that are gone, an earlier one with this process's id included. */
export async function sweepUnfinished(dir: string): Promise<void> {
  const begun = Date.now() - process.uptime() * 1000;
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    const found = await unless(ABSENT, stat(path));
    const pid = Number.parseInt(name, 10);
    const abandoned = pid === process.pid ? (found?.mtimeMs ?? 0) < begun : !isAlive(pid);
    if (found && abandoned) await unless(ABSENT, unlink(path));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
