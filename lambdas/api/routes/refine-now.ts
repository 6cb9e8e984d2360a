import { z } from 'zod';
import type { Json } from '../../../core/ports.ts';
import { route } from '../route.ts';

/** Merges what was acknowledged before the call and recomputes what it touched; answers when that is done. */
export const refineNow = route({
  method: 'POST',
  path: '/api/operations/refine',
  role: 'operator',
  summary:
    'Consumes and merges everything acknowledged before the call, recomputes the models and answers what was done',
  body: z.strictObject({}).optional(),
  answers: {
    200: z.looseObject({
      run_id: z.string(),
      started_at: z.string(),
      ended_at: z.string(),
      objects: z.number().int(),
      models: z.array(z.unknown()),
    }),
  },
  example: { path: '/api/operations/refine', body: {} },
  async handle({ refine }) {
    const summary = await refine();
    return { status: 200, body: { ...summary, models: summary.models as unknown as Json } };
  },
});
