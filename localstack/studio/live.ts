import { DAY, MINUTE, SECOND } from '../../core/time.ts';
import { asSent, type Sent, type StudioRequest } from './made.ts';
import { installDays, type Plan, playerOf } from './player.ts';
import { type Random, randomOf } from './random.ts';
import { sample } from './servers.ts';
import { requestsOf } from './sitting.ts';
import { planOf, type StudioOptions } from './studio.ts';
import { SERVERS } from './world.ts';

/** How many seats there are; at the quietest hour half of them are taken, at the busiest all. */
export type LiveOptions = StudioOptions & { seats?: number };

/** Goes on playing: answers with what was received since it was last asked, and at most `CATCH_UP` back. */
export type Live = { nextRequests: (now: number) => StudioRequest[] };

const CATCH_UP = 2 * MINUTE;
const WAIT = 5 * SECOND;
const EVERY = 12 * SECOND;
/** One live session in so many is a new player's first. */
const NEWCOMERS = 25;

/**
 * A live population that continues the studio of the same options. It is a function of the moment alone: after a restart the
 * minute is played again with the same event ids, so that the lake sees duplicates and nothing else.
 */
export function live(options: LiveOptions): Live {
  const minuteOf = remembered((minute: number) => liveMinute(options, minute));
  let last: number | undefined;
  return {
    nextRequests: now => {
      const from = Math.max(last ?? startOfMinute(now) - 1, now - CATCH_UP);
      last = Math.max(now, from);
      const requests: StudioRequest[] = [];
      for (let minute = startOfMinute(from); minute <= now; minute += MINUTE)
        requests.push(...minuteOf(minute).filter(({ received_at }) => received_at > from && received_at <= now));
      return requests;
    },
  };
}

const startOfMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** What is received in the minute that begins at `minute` (epoch ms), in received order. */
export function liveMinute(options: LiveOptions, minute: number): StudioRequest[] {
  const plan = planOf(options);
  const { seats = 60 } = options;
  const sent = Array.from({ length: seats }, (_, seat) => seatMinute({ plan, seat, seats }, minute)).flat();
  return [...sent, ...serversNow(plan, minute)]
    .filter(({ received_at }) => received_at >= minute && received_at < minute + MINUTE)
    .sort((a, b) => a.received_at - b.received_at)
    .map(asSent);
}

type Seat = { plan: Plan; seat: number; seats: number };

/** A seat is taken by one player after another, each for the seat's own span of 8 to 19 minutes. */
function seatMinute(place: Seat, minute: number): Sent[] {
  const span = (8 + (place.seat % 12)) * MINUTE;
  const turn = Math.floor(minute / span);
  // what is sent again may come when the next player has sat down
  return [turn - 1, turn].flatMap(nth => turnOf(place, nth * span, span));
}

function turnOf({ plan, seat, seats }: Seat, start: number, span: number): Sent[] {
  const key = `${plan.seed}/live/${seat}/${start}`;
  const random = randomOf(key);
  if (!random.chance(0.75 - 0.25 * Math.cos((2 * Math.PI * (start % DAY)) / DAY))) return [];
  const newcomer = random.int(1, NEWCOMERS) === 1;
  const day = Math.floor(start / DAY) - plan.first_day;
  const player = newcomer ? newPlayer(plan, seat, start) : knownPlayer({ plan, seat, seats }, day, random);
  const age = Math.max(0, day - player.installed);
  const progress = { sessions: newcomer ? 0 : 2 * age + 1, level: 2 * age, attempt: 1, linked: true };
  const first = start + random.int(0, 30) * SECOND;
  const sitting = {
    key,
    player,
    progress,
    start: first,
    end: start + span - 30 * SECOND,
    wait: WAIT,
    offline: false,
    as_guest: false,
  };
  const number = Math.floor(start / SECOND);
  return requestsOf(sitting, {
    plan,
    day: Math.max(day, player.guest?.until ?? 0),
    number,
    every: EVERY,
    old_queue: false,
  });
}

/** One of the studio's players, of the seat's own share, so that nobody sits twice. */
function knownPlayer({ plan, seat, seats }: Seat, day: number, random: Random) {
  const dayOfInstall = installDays(plan);
  const share = Math.max(1, Math.floor(plan.players / seats));
  const candidates = Array.from({ length: 4 }, () => {
    const index = (seat + seats * random.int(0, share - 1)) % plan.players;
    return playerOf(plan, index, dayOfInstall(index));
  });
  return (
    candidates.find(({ installed, lifetime }) => installed <= day && day - installed <= lifetime) ?? candidates[0]!
  );
}

/** Somebody the studio has not seen: numbered from the moment he sits down. */
const newPlayer = (plan: Plan, seat: number, start: number) =>
  playerOf(plan, plan.players + Math.floor(start / SECOND) * 100 + seat, Math.floor(start / DAY) - plan.first_day);

function serversNow(plan: Plan, minute: number): Sent[] {
  const at = minute + 10 * SECOND;
  return SERVERS.map(server => ({ sent_at: at, received_at: at + 40, events: [sample(plan, server, at)] }));
}

function remembered<T>(work: (key: number) => T): (key: number) => T {
  let known: { key: number; value: T } | undefined;
  return key => {
    if (known?.key !== key) known = { key, value: work(key) };
    return known.value;
  };
}
