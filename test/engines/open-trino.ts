import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryEngine } from '../../core/ports.ts';
import { openTrino, type StatementStats } from './trino.ts';
import { startTrino } from './trino-server.ts';

/** A Trino of one's own; zones' objects and tables lie in `lake`. */
export type RunningTrino = QueryEngine & { lake: string; close: () => Promise<void> };

/** Starts Trino over an empty directory, which `close` removes. */
export async function runningTrino(
  parts: { java: string; trino: string },
  onStats?: (stats: StatementStats) => void,
): Promise<RunningTrino> {
  const dir = await mkdtemp(join(tmpdir(), 'playlake-trino-'));
  const server = await startTrino({ ...parts, dir });
  return {
    ...openTrino({ url: server.url, ...(onStats && { onStats }) }),
    lake: join(dir, 'lake'),
    async close() {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
