import * as z from 'zod';
import { nextCursor, pageOf, pageQuery } from '../page.ts';
import { route } from '../route.ts';
import { game, shownGame } from '../schemas.ts';

/** Every game, by id. */
export const listGames = route({
  method: 'GET',
  path: '/api/games',
  role: 'viewer',
  summary: 'The games, by id',
  query: z.strictObject(pageQuery),
  answers: { 200: z.strictObject({ games: z.array(game), next_cursor: nextCursor }) },
  example: { path: '/api/games' },
  async handle({ registry }, { query }) {
    const { entries, next_cursor } = pageOf(await registry.games(), ({ id }) => id, query);
    return { status: 200, body: { games: entries.map(shownGame), next_cursor } };
  },
});
