import type { Accepted } from './made.ts';

const SILENCE = 30 * 60_000;

/** The breakdowns of a day's active players. */
export const DIMENSIONS = ['platform', 'country', 'app_version'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What a player last said of himself on a day, and when. */
export type PlayerDay = Partial<Record<Dimension, { value: string; time: number }>>;

/** A session: first and last event, epoch milliseconds, and the day of the first. */
export type Session = { first: number; last: number; date: string };

/** Who was active when: player → day → what he said of himself; and the sessions. */
export type Activity = {
  note: (accepted: Accepted) => void;
  days: Map<string, Map<string, PlayerDay>>;
  sessions: () => Session[];
};

/** Remembers players' days and sessions. */
export function activityOf(): Activity {
  const days = new Map<string, Map<string, PlayerDay>>();
  const named = new Map<string, Session>();
  const unnamed = new Map<string, Session[]>();
  const note = ({ made: { event }, time, date }: Accepted) => {
    const player = String(event.player_id);
    const of_player = entry(days, player, () => new Map<string, PlayerDay>());
    describe(
      entry(of_player, date, () => ({})),
      event,
      time,
    );
    const moment = { first: time, last: time, date };
    if (event.session_id === undefined) entry(unnamed, player, () => [] as Session[]).push(moment);
    else
      widen(
        entry(named, `${player}\n${event.session_id}`, () => moment),
        moment,
      );
  };
  return { note, days, sessions: () => [...named.values(), ...[...unnamed.values()].flatMap(parted)] };
}

/** Keeps the last value of each dimension, the greater one of two at the same moment. */
function describe(day: PlayerDay, event: Record<string, unknown>, time: number): void {
  for (const dimension of DIMENSIONS) {
    const value = event[dimension];
    const known = day[dimension];
    if (typeof value !== 'string') continue;
    if (!known || time > known.time || (time === known.time && value > known.value)) day[dimension] = { value, time };
  }
}

function widen(session: Session, { first, last, date }: Session): void {
  if (first < session.first) Object.assign(session, { first, date });
  session.last = Math.max(session.last, last);
}

/** Parts a player's moments without session id by half an hour of silence. */
function parted(moments: readonly Session[]): Session[] {
  const sessions: Session[] = [];
  for (const moment of moments.toSorted((a, b) => a.first - b.first)) {
    const open = sessions.at(-1);
    if (open && moment.first - open.last <= SILENCE) open.last = moment.last;
    else sessions.push({ ...moment });
  }
  return sessions;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
