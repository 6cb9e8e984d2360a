import { DAY, HOUR, MINUTE, SECOND } from '../../core/time.ts';
import type { Progress } from './beat.ts';
import type { Sent } from './made.ts';
import type { Plan, Player } from './player.ts';
import { type Random, randomOf } from './random.ts';
import { lengthOf } from './session.ts';
import { requestsOf } from './sitting.ts';
import { HOURS } from './world.ts';

/** A player in the studio's run, with what he carries from day to day. */
export type Enrolled = { player: Player; progress: Progress };

const OFFLINE = 0.05;
const OLD_QUEUE = 0.03;
const PAUSE = 2 * MINUTE;
const WAIT = 190 * SECOND;
const EVERY = 10 * MINUTE;

/** A player's day of the plan: what his client and the server send, whenever it is received. */
export function playDay(plan: Plan, { player, progress }: Enrolled, day: number): Sent[] {
  const random = randomOf(plan.seed, 'day', player.index, day);
  const requests: Sent[] = [];
  let free = 0;
  startsOf(player, random).forEach((offset, n) => {
    const start = Math.max((plan.first_day + day) * DAY + offset, free);
    const end = start + lengthOf(player, random);
    free = end + PAUSE;
    const key = `${plan.seed}/${player.index}/${day}/${n}`;
    const as_guest = player.guest !== undefined && day < player.guest.until;
    const sitting = { key, player, progress, start, end, wait: WAIT, offline: random.chance(OFFLINE), as_guest };
    const old_queue = progress.sessions === 0 && random.chance(OLD_QUEUE);
    requests.push(...requestsOf(sitting, { plan, day, number: progress.sessions + 1, every: EVERY, old_queue }));
  });
  return requests;
}

/** When he sits down, in milliseconds from midnight UTC, in order: at the hours of his own clock; a bot as regular as it is. */
function startsOf(player: Player, random: Random): number[] {
  const { sessions, name } = player.archetype;
  if (name === 'bot') return Array.from({ length: sessions }, (_, n) => (n * 24 * HOUR) / sessions + 7 * MINUTE);
  const count = 1 + Math.min(9, Math.floor(random.exponential(sessions - 0.6)));
  return Array.from({ length: count }, () => {
    const local = random.weighted(HOURS).hour * HOUR + random.int(0, HOUR - 1);
    return (local - player.home.offset * HOUR + 24 * HOUR) % DAY;
  }).sort((a, b) => a - b);
}
