import { type Activity, DIMENSIONS, type Dimension } from './activity.ts';
import type { Fates, Ledger } from './ledger.ts';
import { type DayMoney, moneyByDay, type Totals, type ToUsd, totalsOf } from './truth-money.ts';

const DAY = 86_400_000;

/** One day of the game; money in millionths of a dollar, playtime in milliseconds of the sessions begun. */
export type DayTruth = {
  date: string;
  dau: number;
  wau: number;
  mau: number;
  new_players: number;
  returning_players: number;
  sessions: number;
  playtime_ms: number;
} & DayMoney;

/** Players whose first active day is `cohort_date`; `players[n]` of them were active exactly n days later. */
export type CohortTruth = { cohort_date: string; size: number; players: number[] };

/** What the lake must find. */
export type Truth = Fates & {
  /** Every day from the first to the last on which anybody was active. */
  days: DayTruth[];
  /** Active players by dimension, day and value; `unknown` where a player said nothing. */
  dau_by: Record<Dimension, Record<string, Record<string, number>>>;
  cohorts: CohortTruth[];
  totals: Totals;
};

/** Works the numbers out of the books. */
export function truthOf({ fates, activity, money }: Ledger, toUsd: ToUsd): Truth {
  const players = [...activity.days.values()].map(days => [...days.keys()].map(dayNumber).sort((a, b) => a - b));
  const span = spanOf(players);
  const sessions = sessionsByDay(activity);
  const active = countDays(players, 1);
  const week = countDays(players, 7);
  const month = countDays(players, 30);
  const fresh = countDays(
    players.map(days => days.slice(0, 1)),
    1,
  );
  const earned = moneyByDay(money, toUsd);
  const days = span.map(day => {
    const date = dateOf(day);
    const dau = active.get(day) ?? 0;
    const new_players = fresh.get(day) ?? 0;
    return {
      date,
      dau,
      wau: week.get(day) ?? 0,
      mau: month.get(day) ?? 0,
      new_players,
      returning_players: dau - new_players,
      ...(sessions.get(date) ?? { sessions: 0, playtime_ms: 0 }),
      ...earned(date),
    };
  });
  return {
    ...fates,
    days,
    dau_by: dimensionsOf(activity),
    cohorts: cohortsOf(players, span.at(-1) ?? 0),
    totals: totalsOf(money),
  };
}

const dayNumber = (date: string): number => Date.parse(date) / DAY;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function spanOf(players: readonly number[][]): number[] {
  if (players.length === 0) return [];
  const first = players.reduce((least, days) => Math.min(least, days[0]!), Number.POSITIVE_INFINITY);
  const last = players.reduce((most, days) => Math.max(most, days.at(-1)!), 0);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** How many players were active on each day or on one of the `length - 1` days before it. */
function countDays(players: readonly number[][], length: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const days of players) {
    const covered = new Set(days.flatMap(day => Array.from({ length }, (_, n) => day + n)));
    for (const day of covered) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

function sessionsByDay(activity: Activity): Map<string, { sessions: number; playtime_ms: number }> {
  const days = new Map<string, { sessions: number; playtime_ms: number }>();
  for (const { date, first, last } of activity.sessions()) {
    const day = days.get(date) ?? { sessions: 0, playtime_ms: 0 };
    days.set(date, { sessions: day.sessions + 1, playtime_ms: day.playtime_ms + last - first });
  }
  return days;
}

function dimensionsOf(activity: Activity): Truth['dau_by'] {
  const counts: Truth['dau_by'] = { platform: {}, country: {}, app_version: {} };
  for (const days of activity.days.values())
    for (const [date, said] of days)
      for (const dimension of DIMENSIONS) {
        const value = said[dimension]?.value ?? 'unknown';
        counts[dimension][date] ??= {};
        const of_day = counts[dimension][date];
        of_day[value] = (of_day[value] ?? 0) + 1;
      }
  return counts;
}

function cohortsOf(players: readonly number[][], last: number): CohortTruth[] {
  const cohorts = new Map<number, number[]>();
  for (const days of players) {
    const first = days[0]!;
    const counts = cohorts.get(first) ?? Array.from({ length: last - first + 1 }, () => 0);
    for (const day of days) counts[day - first]! += 1;
    cohorts.set(first, counts);
  }
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .map(([day, counts]) => ({ cohort_date: dateOf(day), size: counts[0]!, players: counts }));
}
