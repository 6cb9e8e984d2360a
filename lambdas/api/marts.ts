import type { Day, Span } from '../../core/days.ts';
import { addDays } from '../../core/days.ts';
import type { KeyValue } from '../../core/ports.ts';
import type { DailyId, Dimension, Kind } from './metrics.ts';
import { RETENTION_DAYS } from './metrics.ts';

/** A row of gold.daily_metrics as it is served. */
export type DailyRow = { event_date: Day; dimension_value: string } & Record<DailyId, number | null>;

/** Rows of one dimension and these days, by day and value. */
export async function dailyRows(
  keyValue: KeyValue,
  { game, span, by = 'total' }: { game: string; span: Span; by?: Dimension | 'total' },
): Promise<DailyRow[]> {
  const range = { from: `${by}#${span.from}#`, to: `${by}#${span.to}#\u{10ffff}` };
  const items = await keyValue.query(`mart#daily_metrics#${game}`, range);
  return items.map(item => item.value as DailyRow);
}

/** The first day the game was played, undefined before it is known. */
export async function firstDay(keyValue: KeyValue, game: string): Promise<Day | undefined> {
  const [first] = await keyValue.query(`mart#daily_metrics#${game}`, { prefix: 'total#', limit: 1 });
  return (first?.value as DailyRow | undefined)?.event_date;
}

/** The part of the days that lies in the game's life so far: between its first day and today. Undefined when nothing does. */
export async function livedDays(
  keyValue: KeyValue,
  { game, span, today }: { game: { id: string }; span: Span; today: Day },
): Promise<Span | undefined> {
  const first = await firstDay(keyValue, game.id);
  if (first === undefined) return undefined;
  const from = span.from < first ? first : span.from;
  const to = span.to > today ? today : span.to;
  return from <= to ? { from, to } : undefined;
}

/** Every day of a span. */
export function daysOf({ from, to }: Span): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Players of a cohort who came back on `day`; null while the day is not over. */
export type Cell = { day: number; players: number | null };
export type Cohort = { cohort_date: Day; size: number; cells: Cell[] };

const COLUMN = { classic: 'players', rolling: 'players_rolling', bracket: 'players_bracket' } as const;

type StoredCell = { day: number } & Record<(typeof COLUMN)[Kind], number | null>;

/** The cohorts that began on these days. Brackets have cells for the days they end on, the other kinds for days 0 to 90. */
export async function cohortsOf(
  keyValue: KeyValue,
  { game, span, kind }: { game: string; span: Span; kind: Kind },
): Promise<Cohort[]> {
  const items = await keyValue.query(`mart#retention#${game}`, { from: span.from, to: span.to });
  return items.map(item => {
    const { cohort_date, size, cells } = item.value as { cohort_date: Day; size: number; cells: StoredCell[] };
    const asked = kind === 'bracket' ? cells.filter(cell => RETENTION_DAYS.includes(cell.day)) : cells;
    return { cohort_date, size, cells: asked.map(cell => ({ day: cell.day, players: cell[COLUMN[kind]] })) };
  });
}

/** Retention of one day over the cohorts that are complete on it, weighted by their size. */
export type DaySummary = { day: number; cohorts: number; size: number; players: number; rate: number | null };

/** For each day: how many of the players of complete cohorts came back. */
export function summarise(cohorts: readonly Cohort[]): DaySummary[] {
  const days = new Map<number, DaySummary>();
  for (const { size, cells } of cohorts)
    for (const { day, players } of cells) {
      const sum = days.get(day) ?? { day, cohorts: 0, size: 0, players: 0, rate: null };
      days.set(day, sum);
      if (players === null) continue;
      sum.cohorts += 1;
      sum.size += size;
      sum.players += players;
      sum.rate = sum.size > 0 ? sum.players / sum.size : null;
    }
  return [...days.values()].sort((a, b) => a.day - b.day);
}
