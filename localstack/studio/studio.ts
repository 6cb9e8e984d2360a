import { DAY } from '../../core/time.ts';
import { type Enrolled, playDay } from './day.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { asSent, type Sent, type StudioRequest } from './made.ts';
import { hasLeft, installDays, type Plan, playerOf, playsOn } from './player.ts';
import { serverHealth } from './servers.ts';
import { type Truth, truthOf } from './truth.ts';
import type { ToUsd } from './truth-money.ts';

/** A studio to simulate: how many players install over how many days from `start` (YYYY-MM-DD). */
export type StudioOptions = {
  seed: string | number;
  players: number;
  start: string;
  days: number;
  game?: string;
  /** The game's reporting offset: minutes east of UTC. Default 0. */
  reporting_offset_minutes?: number;
  /** Nothing is received from this moment on (epoch ms). Default: the end of the last day, in UTC. */
  until?: number;
};

/** Requests in the order they are received, and the truth about them, which the lake must find. */
export type Studio = { requests: () => Iterable<StudioRequest>; truth: (toUsd: ToUsd) => Truth };

/** A believable studio that knows the truth. The same options give the same requests; only delayed ones are held in memory. */
export function studio(options: StudioOptions): Studio {
  const plan = planOf(options);
  const until = Math.min(options.until ?? Number.POSITIVE_INFINITY, (plan.first_day + plan.days) * DAY);
  let known: Ledger | undefined;
  function* requests() {
    const ledger = ledgerOf(options.reporting_offset_minutes ?? 0);
    for (const sent of simulate(plan)) {
      if (sent.received_at >= until) break;
      ledger.note(sent);
      yield asSent(sent);
    }
    known = ledger;
  }
  return {
    requests,
    truth: toUsd => {
      // whoever has not read to the end gets the truth of all the same
      if (!known) for (const _ of requests());
      return truthOf(known!, toUsd);
    },
  };
}

/** The plan that the options make; `live` continues it. */
export function planOf({ seed, game = 'simulated', players, start, days }: StudioOptions): Plan {
  const first_day = Date.parse(start) / DAY;
  if (!Number.isInteger(first_day)) throw new Error(`the studio's start is '${start}': give a day as YYYY-MM-DD`);
  return { seed: `${game}/${seed}`, players, first_day, days };
}

/** All requests in received order: a day is played, then sent, but for what is received on later days. */
function* simulate(plan: Plan): Iterable<Sent> {
  const arrivals = new Map<number, Sent[]>();
  const roster = rosterOf(plan);
  for (let day = 0; day < plan.days; day++) {
    for (const sent of dayOf(plan, roster(day), day)) {
      const received_on = Math.floor(sent.received_at / DAY) - plan.first_day;
      const waiting = arrivals.get(received_on);
      if (waiting) waiting.push(sent);
      else arrivals.set(received_on, [sent]);
    }
    yield* (arrivals.get(day) ?? []).sort((a, b) => a.received_at - b.received_at);
    arrivals.delete(day);
  }
}

function* dayOf(plan: Plan, enrolled: readonly Enrolled[], day: number): Iterable<Sent> {
  for (const one of enrolled) yield* playDay(plan, one, day);
  yield* serverHealth(plan, day);
}

/** Who plays on each day, asked day by day: players join when they install and are forgotten when they have left. */
function rosterOf(plan: Plan): (day: number) => Enrolled[] {
  const installs = Array.from({ length: plan.days }, (): number[] => []);
  const dayOfInstall = installDays(plan);
  for (let index = 0; index < plan.players; index++) installs[dayOfInstall(index)]!.push(index);
  let enrolled: Enrolled[] = [];
  return day => {
    const joined = installs[day]!.map(index => ({
      player: playerOf(plan, index, day),
      progress: { sessions: 0, level: 0, attempt: 1, linked: false },
    }));
    enrolled = [...enrolled.filter(({ player }) => !hasLeft(player, day)), ...joined];
    return enrolled.filter(({ player }) => playsOn(plan, player, day));
  };
}
