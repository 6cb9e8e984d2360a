import * as z from 'zod';
import { accountingOf, totalOf } from '../accounting.ts';
import { nextCursor, readCursor, writeCursor } from '../page.ts';
import { Problem } from '../problem.ts';
import { knownGame } from '../range.ts';
import { route } from '../route.ts';

const count = z.number().int();
const counts = {
  received: count,
  silver: count,
  duplicate: count,
  quarantined: count,
  late: count,
  failed: count,
  erased: count,
  difference: count.meta({ description: 'received less all fates: 0 once everything received is merged' }),
};

/** How far the consumers are, and the accounting of a game by hour of arrival, newest first. */
export const getStreamingStatus = route({
  method: 'GET',
  path: '/api/streaming/status',
  role: 'viewer',
  summary: 'How far the consumers are, and what became of every event received',
  query: z.strictObject({
    game: z.string().min(1).max(64),
    limit: z.coerce.number().int().min(1).max(2000).default(1000),
    cursor: z.string().max(100).optional(),
  }),
  answers: {
    200: z.strictObject({
      stages: z.array(
        z.strictObject({
          name: z.string(),
          events_per_second: z.number(),
          lag_events: z.number().nullable().meta({ description: 'null where the stream does not tell' }),
          oldest_age_ms: z.number().nullable().meta({ description: 'null where nothing waits, or it is not known' }),
        }),
      ),
      total: z.strictObject(counts),
      accounting: z.array(z.strictObject({ game: z.string(), hour: z.iso.datetime(), ...counts })),
      next_cursor: nextCursor,
    }),
  },
  example: { path: '/api/streaming/status?game=demo' },
  async handle({ registry, keyValue, stages }, { query }) {
    const { id } = await knownGame(registry, query.game);
    const hours = await accountingOf(keyValue, id);
    const before = query.cursor === undefined ? '9' : readHour(query.cursor);
    const left = hours.filter(({ hour }) => hour < before);
    const accounting = left.slice(0, query.limit);
    const next_cursor = left.length > accounting.length ? writeCursor(accounting.at(-1)!.hour) : null;
    const stageList = (await stages()).map(stage => ({ ...stage }));
    return { status: 200, body: { stages: stageList, total: totalOf(hours), accounting, next_cursor } };
  },
});

function readHour(cursor: string): string {
  const hour = readCursor(cursor);
  if (!Number.isNaN(Date.parse(hour))) return hour;
  throw new Problem(
    400,
    'bad_cursor',
    'cursor is not one this list gave: send next_cursor of the page before, or none',
  );
}
