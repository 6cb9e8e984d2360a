import { addDays, daysBetween } from '../../core/days.ts';
import { readDataset } from './datasets.ts';

/** One line of the play log; `player` is empty where the line names none, `time` in Unix seconds. */
export type Play = { player: string; score: number; time: number };

export const PLAY_LOG = 'game1-playlog/game1_events_until_2015-07-31.csv.gz';

/** Every line of the play log. */
export const readPlays = (): Play[] =>
  readDataset(PLAY_LOG)
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const [player = '', score, time] = line.split(',');
      return { player, score: Number(score), time: Number(time) };
    });

export type DayNumbers = { date: string; dau: number; wau: number; mau: number; new_players: number };
export type Cohort = { date: string; size: number; classic: number[]; rolling: number[]; bracket: (number | null)[] };

const BRACKETS = [0, 1, 3, 7, 14, 30, 60, 90];

/** Counts the play log by sets of players and nothing else: the numbers that the lake has to give. */
export function countPlays(plays: readonly Play[]) {
  const active = new Map<string, Set<string>>();
  const lives = new Map<string, Set<string>>();
  for (const { player, time } of plays) {
    if (player === '') continue;
    const day = new Date(time * 1000).toISOString().slice(0, 10);
    member(active, day).add(player);
    member(lives, player).add(day);
  }
  const first = new Map([...lives].map(([player, days]) => [player, [...days].sort()[0]!]));
  return { days: daysOf(active, first), cohorts: cohortsOf(lives, first) };
}

/** Every day from the first of play to the last on which the month before it holds any. */
function daysOf(active: Map<string, Set<string>>, first: Map<string, string>): DayNumbers[] {
  const dates = [...active.keys()].sort();
  const from = dates[0]!;
  const length = daysBetween(from, dates.at(-1)!) + 30;
  const within = (date: string, back: number) =>
    new Set(Array.from({ length: back }, (_, n) => [...(active.get(addDays(date, -n)) ?? [])]).flat());
  return Array.from({ length }, (_, n) => addDays(from, n)).map(date => ({
    date,
    dau: active.get(date)?.size ?? 0,
    wau: within(date, 7).size,
    mau: within(date, 30).size,
    new_players: [...(active.get(date) ?? [])].filter(player => first.get(player) === date).length,
  }));
}

function cohortsOf(lives: Map<string, Set<string>>, first: Map<string, string>): Cohort[] {
  const cohorts = new Map<string, number[][]>();
  for (const [player, days] of lives) {
    const date = first.get(player)!;
    const returns = [...days].map(day => daysBetween(date, day));
    cohorts.set(date, [...(cohorts.get(date) ?? []), returns]);
  }
  return [...cohorts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, players]) => {
      const come = (from: number, to: number) => players.filter(days => days.some(n => n >= from && n <= to)).length;
      const cells = Array.from({ length: 91 }, (_, n) => n);
      return {
        date,
        size: players.length,
        classic: cells.map(n => come(n, n)),
        rolling: cells.map(n => come(n, Number.POSITIVE_INFINITY)),
        bracket: cells.map(n => (BRACKETS.includes(n) ? come((BRACKETS[BRACKETS.indexOf(n) - 1] ?? -1) + 1, n) : null)),
      };
    });
}

function member(sets: Map<string, Set<string>>, name: string): Set<string> {
  const known = sets.get(name) ?? new Set<string>();
  sets.set(name, known);
  return known;
}
