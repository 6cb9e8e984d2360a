import * as z from 'zod';
import { cohortsOf, summarise } from '../marts.ts';
import { KINDS } from '../metrics.ts';
import { askedOf, rangeQuery } from '../range.ts';
import { route } from '../route.ts';
import { dayText, value } from '../schemas.ts';

const players = z.number().int().nullable();
const day = z.number().int().min(0).max(90);

/** Who came back. Cells that are not over yet are null, never 0; the summary counts complete cells only. */
export const getRetention = route({
  method: 'GET',
  path: '/api/dashboard/retention',
  role: 'viewer',
  summary: 'How many players of each first day came back: exactly on day n, on it or later, or within brackets of days',
  query: z.strictObject({ ...rangeQuery, kind: z.enum(KINDS).default('classic') }),
  answers: {
    200: z.strictObject({
      game: z.string(),
      kind: z.enum(KINDS),
      cohorts: z.array(
        z.strictObject({
          cohort_date: dayText,
          size: z.number().int(),
          cells: z.array(z.strictObject({ day, players, rate: value })),
        }),
      ),
      summary: z.array(
        z.strictObject({
          day,
          cohorts: z.number().int(),
          size: z.number().int(),
          players: z.number().int(),
          rate: value,
        }),
      ),
    }),
  },
  example: { path: '/api/dashboard/retention?game=demo&from=2026-03-01&to=2026-03-07&kind=rolling' },
  async handle(ports, { query }) {
    const { game, span } = await askedOf(ports, query);
    const cohorts = await cohortsOf(ports.keyValue, { game: game.id, span, kind: query.kind });
    const shown = cohorts.map(({ cohort_date, size, cells }) => ({
      cohort_date,
      size,
      cells: cells.map(cell => ({ ...cell, rate: cell.players === null || size === 0 ? null : cell.players / size })),
    }));
    return { status: 200, body: { game: game.id, kind: query.kind, cohorts: shown, summary: summarise(cohorts) } };
  },
});
