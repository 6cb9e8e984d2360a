import * as z from 'zod';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';

/** Runs one read-only statement. 400 `not_read_only`, `sql_error`, `too_slow` or `answer_too_large`. */
export const runSql = route({
  method: 'POST',
  path: '/api/sql',
  role: 'analyst',
  summary: 'Runs one SELECT over the tables of silver and gold',
  body: z.strictObject({
    sql: z.string().min(1).max(100_000),
    limit: z.number().int().min(1).max(1_000_000).default(100_000).meta({ description: 'Rows answered at most' }),
  }),
  answers: {
    200: z.strictObject({
      columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
      rows: z.array(z.record(z.string(), z.unknown())),
      truncated: z.boolean().meta({ description: 'There are more rows than limit' }),
    }),
  },
  example: {
    path: '/api/sql',
    body: { sql: "SELECT event_date, dau FROM gold.daily_metrics WHERE dimension = 'total'" },
  },
  async handle({ select }, { body }) {
    const answer = await select(body.sql, body.limit);
    if ('refused' in answer) throw new Problem(400, answer.refused, answer.message);
    return { status: 200, body: answer };
  },
});
