import { DAY, HOUR, MINUTE, SECOND } from '../../core/time.ts';
import { ARCHETYPES, type Archetype } from './archetypes.ts';
import { idOf, type Random, randomOf } from './random.ts';
import { COUNTRIES, type Home, type Machine, PLATFORMS, SOURCES, versionAfter } from './world.ts';

/** What makes a studio: the same plan gives the same events. `first_day` in days since the epoch. */
export type Plan = { seed: string; players: number; first_day: number; days: number };

/** A player: who he is, and how his device misbehaves. Days count from the plan's first. */
export type Player = {
  index: number;
  id: string;
  archetype: Archetype;
  installed: number;
  lifetime: number;
  home: Home;
  machine: Machine;
  device: string;
  source: string;
  environment: 'production' | 'test';
  /** From `at` (epoch ms) on he lives elsewhere. */
  moved?: { at: number; home: Home };
  /** Played as a guest before this day. */
  guest?: { id: string; until: number };
  /** How far his clock is ahead, in milliseconds. */
  skew: number;
  /** Old clients do not say when they sent a request. */
  stamps: boolean;
  /** Some clients number their events, so that players share ids. */
  counts: boolean;
  /** Milliseconds from a release to his update. */
  update_lag: number;
  variant: 'control' | 'short_tutorial';
};

/** One player in a hundred is a tester of the studio. */
const TESTERS = 100;

/** Player number `index` of the plan, installed on the given day. */
export function playerOf(plan: Plan, index: number, installed: number): Player {
  const random = (topic: string) => randomOf(plan.seed, 'player', index, topic);
  const who = random('who');
  const machine = who.weighted(PLATFORMS);
  const archetype = who.weighted(ARCHETYPES);
  const environment = index % TESTERS === TESTERS - 1 ? 'test' : 'production';
  return {
    index,
    id: `p-${idOf(plan.seed, 'player', index)}`,
    archetype,
    installed,
    lifetime: lifetimeOf(archetype, random('lifetime')),
    home: who.weighted(COUNTRIES),
    machine,
    device: who.pick(machine.devices as readonly string[]),
    source: who.weighted(SOURCES).source,
    environment,
    variant: who.pick(['control', 'short_tutorial'] as const),
    update_lag: Math.round(random('update').exponential(2 * DAY)),
    counts: random('ids').chance(0.06),
    ...clockOf(random('clock')),
    ...movesOf(plan, installed, random('moves')),
    ...(environment === 'production' ? guestOf({ plan, index, installed, random: random('guest') }) : {}),
  };
}

const lifetimeOf = ({ scale, decay }: Archetype, random: Random): number =>
  Math.floor(scale * ((1 - random.next()) ** (-1 / decay) - 1));

/**
 * One device in twenty is hours off: by whole five minutes and at most two more, so that all its requests are corrected alike.
 * One in twenty of these does not say when it sent: nothing can correct that.
 */
function clockOf(random: Random): Pick<Player, 'skew' | 'stamps'> {
  const stamps = !random.chance(0.05);
  const off = random.chance(0.05);
  const skew = random.pick([-1, 1]) * random.int(6, 140) * 5 * MINUTE + random.int(-120, 117) * SECOND;
  return { stamps, skew: off ? skew : 0 };
}

function movesOf(plan: Plan, installed: number, random: Random): Pick<Player, 'moved'> {
  if (!random.chance(0.03)) return {};
  const day = plan.first_day + installed + random.int(0, 6);
  return { moved: { at: day * DAY + random.int(8, 20) * HOUR, home: random.weighted(COUNTRIES) } };
}

type GuestOptions = { plan: Plan; index: number; installed: number; random: Random };

function guestOf({ plan, index, installed, random }: GuestOptions): Pick<Player, 'guest'> {
  if (!random.chance(0.04)) return {};
  return { guest: { id: `guest-${idOf(plan.seed, 'guest', index)}`, until: installed + random.int(1, 3) } };
}

/** The id he plays under on a day of the plan. */
export const idOn = ({ id, guest }: Player, day: number): string => (guest && day < guest.until ? guest.id : id);

/** Where he lives at a moment. */
export const homeAt = ({ home, moved }: Player, at: number): Home => (moved && at >= moved.at ? moved.home : home);

/** The version he plays at a moment: releases reach each player with his own lag, and who comes new takes the newest. */
export function versionAt(plan: Plan, player: Player, at: number): string {
  const since = at - plan.first_day * DAY;
  return versionAfter(Math.max(player.installed, Math.floor((since - 10 * HOUR - player.update_lag) / DAY)));
}

/** Whether he plays on a day of the plan; testers play every weekday. */
export function playsOn(plan: Plan, player: Player, day: number): boolean {
  const age = day - player.installed;
  if (player.environment === 'test') return age >= 0 && !isWeekend(plan.first_day + day);
  if (age <= 0) return age === 0;
  const mood = isWeekend(plan.first_day + day) ? 1.1 : 0.97;
  return (
    age <= player.lifetime && randomOf(plan.seed, 'plays', player.index, day).chance(player.archetype.presence * mood)
  );
}

/** Whether he will never play again. */
export const hasLeft = (player: Player, day: number): boolean =>
  player.environment === 'production' && day - player.installed > player.lifetime;

/** Days of the plan on which each player installs: weekends bring half as many again. */
export function installDays(plan: Plan): (index: number) => number {
  const table = Array.from({ length: plan.days }, (_, day) => ({
    day,
    weight: isWeekend(plan.first_day + day) ? 1.5 : 1,
  }));
  return index => randomOf(plan.seed, 'installs', index).weighted(table).day;
}

/** 1 January 1970 was a Thursday. */
const isWeekend = (day: number): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
