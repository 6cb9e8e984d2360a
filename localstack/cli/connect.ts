import { resolve } from 'node:path';
import type { ServerFile } from '../server/server-file.ts';
import { readServerFile } from '../server/server-file.ts';
import type { LakeClient } from './client.ts';
import { localClient } from './local-client.ts';
import { remoteClient } from './remote-client.ts';

/** The server that runs over a directory, if one does: its file names a living process that answers as the lake. */
export async function runningServer(dir: string): Promise<ServerFile | undefined> {
  const file = readServerFile(resolve(dir));
  if (!file || !isAlive(file.pid)) return undefined;
  const health = await fetch(`${file.url}/health`, { signal: AbortSignal.timeout(2000) }).then(
    answer => answer.ok,
    () => false, // killed, and its pid is another process now
  );
  return health ? file : undefined;
}

/** Talks to the server that runs over the directory, else opens the lake itself. */
export async function connect(dir: string): Promise<LakeClient> {
  const server = await runningServer(dir);
  return server ? remoteClient(server) : localClient(resolve(dir));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
