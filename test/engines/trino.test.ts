import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryEngineSuite } from '../ports/query-engine.suite.ts';
import { java, trino, withParts } from './parts.ts';
import { openTrino } from './trino.ts';
import { startTrino } from './trino-server.ts';

withParts('Trino 476', { java: await java(), trino: await trino() }, dirs => {
  queryEngineSuite('Trino', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'playlake-trino-'));
    const server = await startTrino({ ...dirs, dir });
    return {
      ...openTrino(server),
      async close() {
        await server.stop();
        await rm(dir, { recursive: true, force: true });
      },
    };
  });
});
