import * as z from 'zod';
import { knownGame } from '../range.ts';
import { route } from '../route.ts';
import { gameInPath, scopes } from '../schemas.ts';

/** Makes a write key. */
export const createKey = route({
  method: 'POST',
  path: '/api/games/{game}/keys',
  role: 'admin',
  summary: 'Makes a write key, shown this once',
  params: gameInPath,
  body: z.strictObject({ name: z.string(), scopes: scopes.default(['events']) }),
  answers: { 201: z.strictObject({ key_id: z.string(), key: z.string() }) },
  example: { path: '/api/games/demo/keys', body: { name: 'android client', scopes: ['events'] } },
  async handle({ registry }, { params, body }) {
    const { id } = await knownGame(registry, params.game);
    return { status: 201, body: await registry.createKey(id, body) };
  },
});
