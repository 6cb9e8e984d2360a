import * as z from 'zod';
import type { Json } from '../../../core/ports.ts';
import { route } from '../route.ts';

/** Merges what is new and recomputes what it touched; answers when that is done, or after 20 s that it still runs. */
export const refineNow = route({
  method: 'POST',
  path: '/api/operations/refine',
  role: 'operator',
  summary:
    'Merges everything new, recomputes the models and answers what was done, or 202 while that goes on; the laptop consumes what waits first',
  body: z.strictObject({}).optional(),
  answers: {
    200: z.looseObject({
      run_id: z.string(),
      started_at: z.string(),
      ended_at: z.string(),
      objects: z.number().int(),
      models: z.array(z.unknown()),
    }),
    202: z.strictObject({ run_id: z.string(), status: z.literal('running') }),
  },
  example: { path: '/api/operations/refine', body: {} },
  async handle({ refine }) {
    const summary = await refine();
    if ('status' in summary) return { status: 202, body: summary };
    return { status: 200, body: { ...summary, models: summary.models as unknown as Json } };
  },
});
