import { HOUR, MINUTE, SECOND } from '../../core/time.ts';
import { ACTIVITIES } from './activities.ts';
import type { Beat, Progress } from './beat.ts';
import type { Player } from './player.ts';
import { type Random, randomOf } from './random.ts';
import { buy } from './spending.ts';
import { ERRORS } from './words.ts';

/** One sitting of a player: when it begins and ends (epoch ms), and the mean wait between the things he does (ms). */
export type Sitting = {
  key: string;
  player: Player;
  progress: Progress;
  start: number;
  end: number;
  wait: number;
  offline: boolean;
  as_guest: boolean;
};

/** Everything that happens in a sitting, in order of time. Counts the session in the player's progress. */
export function playSession(sitting: Sitting): Beat[] {
  const { player, progress, start, end, offline } = sitting;
  progress.sessions += 1;
  const random = randomOf(sitting.key, 'beats');
  const opening: Beat = { at: start, event_type: 'session_start', properties: { session_number: progress.sessions } };
  return [
    opening,
    ...firstTimes(sitting, random),
    ...activitiesOf(sitting, random),
    ...(offline ? [] : purchasesOf(sitting)),
    ...closingOf({ player, start, end, random }),
  ].sort((a, b) => a.at - b.at);
}

/** The experiment shown by the server in the first session, and the guest's link to his account. */
function firstTimes({ player, progress, start, as_guest }: Sitting, random: Random): Beat[] {
  const shown = { experiment_id: 'onboarding-2', variant: player.variant };
  const exposure: Beat = {
    at: start + random.int(200, 900),
    event_type: 'exposure',
    properties: shown,
    by_server: true,
  };
  const link: Beat = {
    at: start + 2 * SECOND,
    event_type: 'player_link',
    properties: { linked_player_id: player.guest?.id, link_kind: 'guest_to_account' },
  };
  const links = player.guest !== undefined && !as_guest && !progress.linked;
  progress.linked ||= links;
  return [...(progress.sessions === 1 ? [exposure] : []), ...(links ? [link] : [])];
}

function activitiesOf({ player, progress, start, end, wait }: Sitting, random: Random): Beat[] {
  const beats: Beat[] = [];
  let at = start + 3 * SECOND + Math.round(random.exponential(wait / 2));
  while (at < end) {
    const done = random.weighted(ACTIVITIES).play({ player, progress, at, random });
    beats.push(...done.filter(beat => beat.at < end));
    at = Math.max(at, done.at(-1)?.at ?? at) + SECOND + Math.round(random.exponential(wait));
  }
  return beats;
}

function purchasesOf({ key, player, progress, start, end }: Sitting): Beat[] {
  const random = randomOf(key, 'spending');
  if (!random.chance(player.archetype.buys)) return [];
  const at = random.int(start + 4 * SECOND, Math.max(start + 4 * SECOND, end - 6 * SECOND));
  return buy({ player, progress, at, random }, key);
}

type Closing = { player: Player; start: number; end: number; random: Random };

/** Most sessions say that they end; some crash, some are just closed. */
function closingOf({ player, start, end, random }: Closing): Beat[] {
  const draw = player.archetype.name === 'bot' ? 1 : random.next();
  if (draw < 0.02)
    return [
      { at: end, event_type: 'error', properties: { severity: 'critical', ...random.pick(ERRORS), crash: true } },
    ];
  if (draw < 0.12) return [];
  return [{ at: end, event_type: 'session_end', properties: { session_seconds: (end - start) / 1000 } }];
}

const LONGEST = 3 * HOUR;

/** Length of a session in milliseconds; a bot's never varies. */
export function lengthOf(player: Player, random: Random): number {
  const median = player.archetype.minutes * MINUTE;
  if (player.archetype.name === 'bot') return median;
  return Math.min(LONGEST, Math.max(20 * SECOND, Math.round(random.logNormal(median, 0.8))));
}
