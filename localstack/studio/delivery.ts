import { DAY, HOUR, MINUTE, SECOND } from '../../core/time.ts';
import type { Made, Sent } from './made.ts';
import type { Player } from './player.ts';
import type { Random } from './random.ts';

/** How a client sends: after so long (ms), or so many events; while offline it keeps them all. */
export type Sending = { player: Player; random: Random; every: number; offline: boolean };

const FULL = 50;
const LARGEST = 90;
const LONGEST_OFFLINE = 9 * DAY;

/** The requests that bring a session's events, in the order they are received. */
export function deliver(made: readonly Made[], sending: Sending): Sent[] {
  return sending.offline
    ? keepForLater(made, sending)
    : batches(made, sending.every).map(batch => send(batch, sending, trueTime(batch, sending)));
}

/** Sends a server's event at once: its clock is right. */
export function deliverFromServer(made: Made, random: Random): Sent {
  const sent_at = made.client_time + random.int(50, 800);
  return { sent_at, received_at: sent_at + random.int(5, 80), events: [made] };
}

function batches(made: readonly Made[], every: number): Made[][] {
  const all: Made[][] = [];
  for (const event of made) {
    const open = all.at(-1);
    if (open && open.length < FULL && event.client_time - open[0]!.client_time < every) open.push(event);
    else all.push([event]);
  }
  return all;
}

/** The true moment just after a batch's last event. */
const trueTime = (batch: readonly Made[], { player, random }: Sending): number =>
  batch.at(-1)!.client_time - player.skew + random.int(50, 900);

function keepForLater(made: readonly Made[], sending: Sending): Sent[] {
  const { random } = sending;
  const away = 20 * MINUTE + Math.min(LONGEST_OFFLINE, Math.round(random.logNormal(5 * HOUR, 1.4)));
  const back = trueTime(made, sending) + away;
  const chunks = Array.from({ length: Math.ceil(made.length / LARGEST) }, (_, n) =>
    made.slice(n * LARGEST, (n + 1) * LARGEST),
  );
  return chunks.map((chunk, n) => send(chunk, sending, back + n * 5 * SECOND));
}

function send(events: Made[], { player, random }: Sending, at: number): Sent {
  const transit = Math.min(2500, Math.round(random.logNormal(120, 0.8)));
  return { received_at: at + transit, ...(player.stamps ? { sent_at: at + player.skew } : {}), events };
}
