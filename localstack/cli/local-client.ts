import type { Json } from '../../core/ports.ts';
import { api } from '../../lambdas/api/api.ts';
import { systemClock } from '../embedded/clock.ts';
import type { Lake } from '../open-lake.ts';
import { openLake } from '../open-lake.ts';
import { localContext, localEvent } from '../server/gateway.ts';
import { logLine } from '../server/log-line.ts';
import type { LakeClient } from './client.ts';
import { bodyOrFailure } from './client.ts';
import { Failure } from './failure.ts';

/** A lake that this process opens: the same API, without HTTP. Throws a Failure when another process holds the directory. */
export async function localClient(dir: string): Promise<LakeClient & { lake: Lake }> {
  const lake = await openLake({ dir, clock: systemClock }).catch((error: Error) => {
    throw new Failure(error.message);
  });
  const { front, back } = lake;
  const handler = api({
    ...front,
    clock: systemClock,
    // whoever may read the directory owns the lake
    authorize: async () => ({ name: 'owner', role: 'admin' }),
    async refine() {
      await back.drain();
      return back.refine();
    },
    select: back.select,
    stages: async () => back.stages(),
    log: logLine,
  });
  const ingest = front.ingestAt(systemClock);
  return {
    lake,
    where: dir,
    async call(method, path, body?: Json) {
      const event = localEvent({ method, url: path, ...(body !== undefined && { body: JSON.stringify(body) }) });
      const { statusCode = 500, body: text = '' } = await handler(event, localContext);
      return bodyOrFailure(statusCode, text);
    },
    sender: async game => ({
      send: async events => (await ingest({ game, events, history: true, protocol: 'import' })).results,
      close: async () => undefined,
    }),
    close: lake.close,
  };
}
