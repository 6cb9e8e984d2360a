import { type Activity, activityOf } from './activity.ts';
import type { Accepted, Made, Sent } from './made.ts';
import { type MoneyBook, moneyBook } from './money-book.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How many events met each fate. */
export type Fates = {
  received: number;
  silver: number;
  duplicate: number;
  /** Of the duplicates, those with another content than the event they repeat. */
  conflicts: number;
  late: number;
  quarantined: Record<string, number>;
  /** Properties of silver's events that no contract knows. */
  drift: number;
};

/** What the studio remembers of what it sent: enough for every number, and not the events. */
export type Ledger = { note: (sent: Sent) => void; fates: Fates; activity: Activity; money: MoneyBook };

/** Keeps the books by the documented rules, written here a second time, in plain sets and maps. */
export function ledgerOf(offset_minutes: number): Ledger {
  const fates: Fates = { received: 0, silver: 0, duplicate: 0, conflicts: 0, late: 0, quarantined: {}, drift: 0 };
  const activity = activityOf();
  const money = moneyBook();
  const seen = seenIds();
  const dateOf = calendar(offset_minutes);
  const note = (made: Made, sent: Sent) => {
    fates.received += 1;
    const { received_at } = sent;
    const time = correctedTime(made, sent);
    const fate = refusal(made, time, received_at) ?? repetition(seen(made, time, received_at), made);
    count(fates, fate, made);
    if (fate !== 'silver' || !countsInKpis(made)) return;
    const accepted: Accepted = { made, time, received_at, date: dateOf(time) };
    activity.note(accepted);
    money.note(accepted);
  };
  return {
    note: sent => {
      for (const made of sent.events) note(made, sent);
    },
    fates,
    activity,
    money,
  };
}

type Fate = 'silver' | 'duplicate' | 'conflict' | 'late' | { quarantined: string };

function count(fates: Fates, fate: Fate, { drift }: Made): void {
  if (typeof fate === 'object') fates.quarantined[fate.quarantined] = (fates.quarantined[fate.quarantined] ?? 0) + 1;
  else if (fate === 'conflict') {
    fates.duplicate += 1;
    fates.conflicts += 1;
  } else fates[fate] += 1;
  if (fate === 'silver') fates.drift += drift ?? 0;
}

/** The client's time plus its clock's error: what it says it sent against when it came, to five minutes. */
function correctedTime({ client_time }: Made, { sent_at, received_at }: Sent): number {
  const step = 5 * MINUTE;
  return sent_at === undefined ? client_time : client_time + Math.round((received_at - sent_at) / step) * step;
}

function refusal({ flaw }: Made, time: number, received_at: number): Fate | undefined {
  if (flaw) return { quarantined: flaw };
  if (time > received_at + 60 * MINUTE) return { quarantined: 'from_the_future' };
  return time < received_at - 30 * DAY ? 'late' : undefined;
}

function repetition(first: Content | undefined, made: Made): Fate {
  if (first === undefined) return 'silver';
  return first === contentOf(made) ? 'duplicate' : 'conflict';
}

type Content = 'original' | 'changed';
const contentOf = ({ changed }: Made): Content => (changed ? 'changed' : 'original');

/** Tests and servers are events, but nobody plays. */
const countsInKpis = ({ event }: Made): boolean => event.environment === 'production' && event.player_id !== undefined;

/** The calendar day of a moment, `YYYY-MM-DD`, so many minutes east of UTC; each day is worked out once. */
function calendar(offset_minutes: number): (time: number) => string {
  const dates = new Map<number, string>();
  return time => {
    const day = Math.floor((time + offset_minutes * MINUTE) / DAY);
    const date = dates.get(day) ?? new Date(day * DAY).toISOString().slice(0, 10);
    dates.set(day, date);
    return date;
  };
}

/** Answers with the content that first came under this id and player. Ids are kept by day and forgotten once too late to repeat. */
function seenIds(): (made: Made, time: number, received_at: number) => Content | undefined {
  const days = new Map<number, Map<string, Content>>();
  return (made, time, received_at) => {
    const day = Math.floor(time / DAY);
    const key = `${made.event.player_id}\n${made.event.event_id}`;
    for (const near of [day, day - 1, day + 1]) {
      const first = days.get(near)?.get(key);
      if (first) return first;
    }
    const ids = days.get(day) ?? new Map<string, Content>();
    if (!days.has(day)) forgetBefore(days.set(day, ids), Math.floor(received_at / DAY) - 32);
    ids.set(key, contentOf(made));
    return undefined;
  };
}

function forgetBefore(days: Map<number, unknown>, oldest: number): void {
  for (const day of days.keys()) if (day < oldest) days.delete(day);
}
