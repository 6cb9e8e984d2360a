import * as z from 'zod';
import { nextCursor, pageOf, pageQuery } from '../page.ts';
import { knownGame } from '../range.ts';
import { route } from '../route.ts';
import { gameInPath, scopes } from '../schemas.ts';

const key = z.strictObject({
  key_id: z.string(),
  name: z.string(),
  scopes,
  created_at: z.iso.datetime(),
  revoked_at: z.iso.datetime().nullable(),
});

/** The write keys of a game, without the keys themselves. */
export const listKeys = route({
  method: 'GET',
  path: '/api/games/{game}/keys',
  role: 'admin',
  summary: 'The write keys of a game; the keys themselves are shown once, when they are made',
  params: gameInPath,
  query: z.strictObject(pageQuery),
  answers: { 200: z.strictObject({ keys: z.array(key), next_cursor: nextCursor }) },
  example: { path: '/api/games/demo/keys' },
  async handle({ registry }, { params, query }) {
    const { id } = await knownGame(registry, params.game);
    const { entries, next_cursor } = pageOf(await registry.keys(id), ({ key_id }) => key_id, query);
    const keys = entries.map(({ key_id, name, scopes, created_at, revoked_at }) => ({
      key_id,
      name,
      scopes,
      created_at: new Date(created_at).toISOString(),
      revoked_at: revoked_at === undefined ? null : new Date(revoked_at).toISOString(),
    }));
    return { status: 200, body: { keys, next_cursor } };
  },
});
