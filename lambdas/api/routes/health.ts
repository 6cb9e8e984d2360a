import * as z from 'zod';
import { route } from '../route.ts';

/** Whether the API answers; needs no token. */
export const health = route({
  method: 'GET',
  path: '/health',
  role: 'public',
  summary: 'Whether the API answers',
  answers: { 200: z.strictObject({ status: z.literal('ok') }) },
  example: { path: '/health' },
  handle: async () => ({ status: 200, body: { status: 'ok' } }),
});
