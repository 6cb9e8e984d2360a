import type { KeyRange, KeyValue } from '../../core/ports.ts';
import { DAY, HOUR } from '../../core/time.ts';

/** The fates a received event can have. */
export const FATES = ['silver', 'duplicate', 'quarantined', 'late', 'failed', 'erased'] as const;

/** Events of one hour by fate; `difference` is what was received less all of them, and 0 once the hour is merged. */
export type Counts = Record<'received' | (typeof FATES)[number] | 'difference', number>;
export type HourCounts = { game: string; hour: string } & Counts;

/** The accounting of a game, newest hour first: what the stream has acknowledged beside what the lake holds. */
export async function accountingOf(keyValue: KeyValue, game: string, range?: KeyRange): Promise<HourCounts[]> {
  const byHour = async (partition: string) =>
    new Map((await keyValue.query(partition, range)).map(({ sort, value }) => [hourOf(sort), value]));
  const received = await byHour(`received#${game}`);
  const counted = await byHour(`accounting#${game}`);
  const hours = [...new Set([...received.keys(), ...counted.keys()])].sort().reverse();
  return hours.map(hour => {
    const { events = 0 } = (received.get(hour) ?? {}) as { events?: number };
    return { game, hour, ...countsOf(events, (counted.get(hour) ?? {}) as Partial<Counts>) };
  });
}

/**
 * The metric `accounting_difference` of a game: the largest |difference| of an hour that ended between one hour and two days ago;
 * younger ones are still being merged. `now` in epoch milliseconds.
 */
export async function unexplained(keyValue: KeyValue, game: string, now: number): Promise<number> {
  const range = { from: hourAt(now - 2 * DAY), to: `${hourAt(now - 2 * HOUR)}~` };
  const hours = await accountingOf(keyValue, game, range);
  return Math.max(0, ...hours.map(({ difference }) => Math.abs(difference)));
}

/** How the keys of an instant's hour begin. */
const hourAt = (instant: number): string => new Date(instant).toISOString().slice(0, 13);

/** The sum of hours. */
export function totalOf(hours: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => hours.reduce((total, hour) => total + hour[name], 0);
  return countsOf(sum('received'), Object.fromEntries(FATES.map(fate => [fate, sum(fate)])));
}

function countsOf(received: number, counted: Partial<Counts>): Counts {
  const fates = Object.fromEntries(FATES.map(fate => [fate, counted[fate] ?? 0])) as Record<
    (typeof FATES)[number],
    number
  >;
  const known = FATES.reduce((total, fate) => total + fates[fate], 0);
  return { received, ...fates, difference: received - known };
}

const hourOf = (sort: string): string => new Date(sort).toISOString();
