import { timeBounds } from '../../core/limits.ts';
import type { EventStream } from '../../core/ports.ts';
import { collect } from '../../lambdas/collect/collect.ts';
import type { NewGame } from '../../lambdas/registry.ts';
import { registry } from '../../lambdas/registry.ts';
import { memoryClock, memoryKeyValue, memorySecrets, memoryStream } from '../memory-ports.ts';

export type Posted = { status: number; headers: Record<string, string>; body: Record<string, unknown> };

/** Collect over memory at a moment, with the game `g` and a key of the scope `events`; the stream can be another. */
export async function collecting(
  now = Date.UTC(2026, 2, 1, 10),
  game: Partial<NewGame> = {},
  otherStream?: EventStream,
) {
  const clock = memoryClock(now);
  const keyValue = memoryKeyValue(clock);
  const games = registry({ keyValue, secrets: memorySecrets(), clock });
  const stream = memoryStream(clock);
  await games.createGame({ id: 'g', name: 'G', ...game });
  const { key, key_id } = await games.createKey('g', { name: 'client', scopes: ['events'] });
  let nextId = 'delivery-1';
  const handler = collect(
    { stream: otherStream ?? stream, registry: games, clock, newId: () => nextId },
    { region: 'local', rates: new Map(), ...timeBounds },
  );

  async function post(body: string | Uint8Array, headers: Record<string, string | undefined> = {}): Promise<Posted> {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const answer = await handler({ headers: { authorization: `Bearer ${key}`, ...headers }, body: bytes });
    return { ...answer, body: JSON.parse(answer.body) };
  }

  return {
    post,
    handler,
    games,
    stream,
    clock,
    keyValue,
    key,
    key_id,
    setNextId: (id: string) => {
      nextId = id;
    },
  };
}

/** An event that is accepted at the default moment, but for what is given. */
export const event = (event_id: string, rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  event_id,
  event_type: 'match_end',
  player_id: 'anna',
  client_time: '2026-03-01T09:59:00Z',
  properties: { score: 1 },
  ...rest,
});

/** A request's body. */
export const bodyOf = (events: readonly unknown[], rest: Record<string, unknown> = {}): string =>
  JSON.stringify({ ...rest, events });
