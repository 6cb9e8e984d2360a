import { deliver, deliverFromServer } from './delivery.ts';
import { oldQueue, repeat, spoil } from './dirt.ts';
import { envelop } from './envelope.ts';
import type { Made, Sent } from './made.ts';
import type { Plan } from './player.ts';
import { randomOf } from './random.ts';
import { playSession, type Sitting } from './session.ts';

/** How a sitting is reported: `day` of the plan, `number` of the session among the player's, `every` between requests (ms). */
export type Reporting = { plan: Plan; day: number; number: number; every: number; old_queue: boolean };

/** Plays a sitting and brings it to the lake: as the client sends it, with its dirt, and as the server reports it. */
export function requestsOf(sitting: Sitting, { plan, day, number, every, old_queue }: Reporting): Sent[] {
  const { key, player, offline } = sitting;
  const { client, server } = envelop({ plan, player, key, number, day }, playSession(sitting));
  const random = randomOf(key, 'sending');
  const dirt = randomOf(key, 'dirt');
  const requests = deliver(client, { player, random, every, offline }).map((request, n) => ({
    ...request,
    events: spoil([...request.events, ...queued(client, old_queue && n === 0, key)], dirt),
  }));
  return [...repeat(requests, dirt), ...server.map(one => deliverFromServer(one, random))];
}

const queued = (made: readonly Made[], has_queue: boolean, key: string): Made[] =>
  has_queue ? oldQueue(made, randomOf(key, 'old queue')) : [];
