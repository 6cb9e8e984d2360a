import * as z from 'zod';
import { livedDays } from '../marts.ts';
import type { Metric } from '../metrics.ts';
import { DIMENSIONS, METRICS } from '../metrics.ts';
import { Problem } from '../problem.ts';
import { askedOf, rangeQuery } from '../range.ts';
import { route } from '../route.ts';
import { dayText, value } from '../schemas.ts';
import { seriesOf } from '../series.ts';

/**
 * A metric by day. There is a row for every day between the game's first day and its today: without play a count is 0 and a
 * ratio null. Days before the first and after today have no row.
 */
export const getMetric = route({
  method: 'GET',
  path: '/api/dashboard/metrics/{id}',
  role: 'viewer',
  summary: 'A metric by day, in total or by a dimension; undefined or incomplete values are null',
  params: z.strictObject({ id: z.string().max(64) }),
  query: z.strictObject({ ...rangeQuery, by: z.enum(DIMENSIONS).optional() }),
  answers: {
    200: z.strictObject({
      metric: z.string(),
      unit: z.string(),
      rows: z.array(z.object({ date: dayText, value }).catchall(z.string())),
    }),
  },
  example: { path: '/api/dashboard/metrics/dau?game=demo&from=2026-03-01&to=2026-03-07&by=platform' },
  async handle(ports, { params, query }) {
    const metric = knownMetric(params.id);
    const { by } = query;
    if (by && !metric.dimensions.includes(by))
      throw new Problem(400, 'no_such_dimension', `${metric.id} has no breakdown by ${by}: leave out by`);
    const asked = await askedOf(ports, query);
    const span = await livedDays(ports.keyValue, asked);
    const points = span ? await seriesOf(ports.keyValue, { metric, game: asked.game.id, span, by }) : [];
    const rows = points.map(({ dimension_value, ...point }) =>
      by && dimension_value !== undefined ? { ...point, [by]: dimension_value } : point,
    );
    return { status: 200, body: { metric: metric.id, unit: metric.unit, rows } };
  },
});

function knownMetric(id: string): Metric {
  const metric = METRICS.get(id);
  if (metric) return metric;
  throw new Problem(
    404,
    'unknown_metric',
    `there is no metric '${id}': GET /api/dashboard/metrics lists those there are`,
  );
}
