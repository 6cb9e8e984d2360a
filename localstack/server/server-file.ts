import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running server is, for the command line; `pid` is its process. */
export type ServerFile = { url: string; token: string; pid: number };

const pathIn = (dir: string): string => join(dir, 'server.json');

/** Writes `server.json`, readable by its owner only; whoever reads it sees all of it or none. */
export async function writeServerFile(dir: string, content: ServerFile): Promise<void> {
  const temporary = `${pathIn(dir)}.${content.pid}`;
  const file = await open(temporary, 'w', 0o600);
  await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
  await file.close();
  await rename(temporary, pathIn(dir));
}

/** Removes `server.json`, unless another server has written it since. */
export async function removeServerFile(dir: string, pid: number): Promise<void> {
  if (readServerFile(dir)?.pid === pid) await rm(pathIn(dir), { force: true });
}

/** The content of `server.json`, undefined when there is none; its server may have been killed. */
export function readServerFile(dir: string): ServerFile | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(dir), 'utf8')) as ServerFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
