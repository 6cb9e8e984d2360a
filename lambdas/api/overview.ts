import type { Span } from '../../core/days.ts';
import { addDays, daysBetween } from '../../core/days.ts';
import type { KeyValue } from '../../core/ports.ts';
import type { DailyRow } from './marts.ts';
import { cohortsOf, dailyRows, firstDay, summarise } from './marts.ts';
import type { DailyId } from './metrics.ts';
import { DAILY, METRICS, RETENTION } from './metrics.ts';

/** The numbers at the top of the page, in this order. */
export const HEADLINES = [
  'dau',
  'mau',
  'stickiness',
  'new_players',
  'retention_d1',
  'retention_d7',
  'sessions',
  'session_seconds_avg',
  'revenue_usd',
  'arpdau',
  'payers',
] as const;

/** A headline: its value over the period, over the period before it, and the change between them (0.1 is 10 % more). */
export type Headline = {
  metric: string;
  name: string;
  unit: string;
  /** How its days make one number. */
  over_period: string;
  value: number | null;
  previous: number | null;
  change: number | null;
};

/** The period just before, of equal length. */
export const periodBefore = ({ from, to }: Span): Span => ({
  from: addDays(from, -daysBetween(from, to) - 1),
  to: addDays(from, -1),
});

/** Headlines of a period. What came before the game's first day is no period to compare with: `previous` is then null. */
export async function headlines(keyValue: KeyValue, { game, span }: { game: string; span: Span }): Promise<Headline[]> {
  const before = periodBefore(span);
  const comparable = ((await firstDay(keyValue, game)) ?? '9999-12-31') <= before.from;
  const now = await numbersOf(keyValue, { game, span });
  const then = comparable ? await numbersOf(keyValue, { game, span: before }) : () => null;
  return HEADLINES.map(id => {
    const { name, unit } = METRICS.get(id)!;
    const value = now(id);
    const previous = then(id);
    const change = value !== null && previous ? value / previous - 1 : null;
    return { metric: id, name, unit, over_period: howOver(id), value, previous, change };
  });
}

type Numbers = (id: (typeof HEADLINES)[number]) => number | null;

async function numbersOf(keyValue: KeyValue, { game, span }: { game: string; span: Span }): Promise<Numbers> {
  const rows = await dailyRows(keyValue, { game, span });
  const retention = new Map(
    summarise(await cohortsOf(keyValue, { game, span, kind: 'classic' })).map(day => [day.day, day.rate]),
  );
  const days = daysBetween(span.from, span.to) + 1;
  return id => {
    const asked = RETENTION.get(id);
    return asked ? (retention.get(asked.day) ?? null) : overPeriod(id as DailyId, { rows, span, days });
  };
}

function overPeriod(id: DailyId, { rows, span, days }: { rows: DailyRow[]; span: Span; days: number }): number | null {
  const sum = (name: string) => rows.reduce((total, row) => total + (row[name as DailyId] ?? 0), 0);
  const { over } = DAILY[id];
  if (over === 'sum') return sum(id);
  if (over === 'mean') return sum(id) / days;
  if (over === 'last') return rows.findLast(row => row.event_date === span.to)?.[id] ?? 0;
  const bottom = sum(over.divide[1]);
  return bottom === 0 ? null : sum(over.divide[0]) / bottom;
}

function howOver(id: (typeof HEADLINES)[number]): string {
  if (RETENTION.has(id)) return 'complete cohorts of the period, weighted by size';
  const { over } = DAILY[id as DailyId];
  return typeof over === 'string' ? over : `sum of ${over.divide[0]} / sum of ${over.divide[1]}`;
}
