import * as z from 'zod';
import { livedDays } from '../marts.ts';
import { headlines, periodBefore } from '../overview.ts';
import { askedOf, rangeQuery } from '../range.ts';
import { route } from '../route.ts';
import { dayText, value } from '../schemas.ts';

const period = z.strictObject({ from: dayText, to: dayText });

const headline = z.strictObject({
  metric: z.string(),
  name: z.string(),
  unit: z.string(),
  over_period: z.string(),
  value,
  previous: value,
  change: value.meta({ description: 'Share by which value lies above previous: 0.1 is 10 % more' }),
});

/** The headline metrics of a period. It is cut to the days the game has lived; `period` is null when none is left. */
export const getOverview = route({
  method: 'GET',
  path: '/api/dashboard/overview',
  role: 'viewer',
  summary: 'The headline metrics of a period, with their change against the period of equal length before it',
  query: z.strictObject(rangeQuery),
  answers: {
    200: z.strictObject({
      game: z.string(),
      period: period.nullable(),
      previous_period: period.nullable(),
      metrics: z.array(headline),
    }),
  },
  example: { path: '/api/dashboard/overview?game=demo&from=2026-03-01&to=2026-03-07' },
  async handle(ports, { query }) {
    const asked = await askedOf(ports, query);
    const game = asked.game.id;
    const span = await livedDays(ports.keyValue, asked);
    if (!span) return { status: 200, body: { game, period: null, previous_period: null, metrics: [] } };
    const metrics = await headlines(ports.keyValue, { game, span });
    return { status: 200, body: { game, period: span, previous_period: periodBefore(span), metrics } };
  },
});
