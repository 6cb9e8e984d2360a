import type { Day, Span } from '../../core/days.ts';
import type { KeyValue } from '../../core/ports.ts';
import { cohortsOf, dailyRows, daysOf } from './marts.ts';
import type { DailyId, Dimension, Metric } from './metrics.ts';
import { RETENTION } from './metrics.ts';

/** A metric's value on a day, with the value of the dimension it is broken down by. */
export type Point = { date: Day; value: number | null; dimension_value?: string };

export type SeriesOptions = { metric: Metric; game: string; span: Span; by?: Dimension | undefined };

/**
 * A metric's values over these days, by day and value of the dimension. A day without a row counts 0, a ratio of it is null;
 * by a dimension, that holds for each value seen in the span.
 */
export async function seriesOf(keyValue: KeyValue, { metric, game, span, by }: SeriesOptions): Promise<Point[]> {
  const asked = RETENTION.get(metric.id);
  if (asked) {
    const cohorts = await cohortsOf(keyValue, { game, span, kind: asked.kind });
    const rates = new Map(
      cohorts.map(({ cohort_date, size, cells }) => {
        const players = cells.find(cell => cell.day === asked.day)?.players ?? null;
        return [cohort_date, players === null || size === 0 ? null : players / size];
      }),
    );
    return daysOf(span).map(date => ({ date, value: rates.get(date) ?? null }));
  }
  const rows = await dailyRows(keyValue, { game, span, ...(by && { by }) });
  const values = new Map(rows.map(row => [`${row.event_date} ${row.dimension_value}`, row[metric.id as DailyId]]));
  const nothing = metric.kind === 'count' ? 0 : null;
  const dimensionValues = by ? [...new Set(rows.map(row => row.dimension_value))].sort() : ['all'];
  return daysOf(span).flatMap(date =>
    dimensionValues.map(dimension_value => {
      const value = values.get(`${date} ${dimension_value}`);
      return { date, value: value === undefined ? nothing : value, ...(by && { dimension_value }) };
    }),
  );
}
