import * as z from 'zod';
import { METRICS } from '../metrics.ts';
import { nextCursor, pageOf, pageQuery } from '../page.ts';
import { route } from '../route.ts';

const metric = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  definition: z.string(),
  formula: z.string(),
  grain: z.enum(['day', 'cohort']),
  dimensions: z.array(z.string()),
});

/** The catalogue of metrics. */
export const listMetrics = route({
  method: 'GET',
  path: '/api/dashboard/metrics',
  role: 'viewer',
  summary: 'Every metric: what it means and how it is computed',
  query: z.strictObject(pageQuery),
  answers: { 200: z.strictObject({ metrics: z.array(metric), next_cursor: nextCursor }) },
  example: { path: '/api/dashboard/metrics' },
  async handle(_ports, { query }) {
    const { entries, next_cursor } = pageOf([...METRICS.values()], ({ id }) => id, query);
    const metrics = entries.map(({ kind: _kind, dimensions, ...shown }) => ({ ...shown, dimensions: [...dimensions] }));
    return { status: 200, body: { metrics, next_cursor } };
  },
});
