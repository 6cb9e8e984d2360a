import * as z from 'zod';
import { knownGame } from '../range.ts';
import { route } from '../route.ts';

/** Revokes a write key. 404 `unknown_key`. */
export const revokeKey = route({
  method: 'DELETE',
  path: '/api/games/{game}/keys/{key_id}',
  role: 'admin',
  summary: 'Revokes a write key everywhere within 60 seconds',
  params: z.strictObject({ game: z.string().min(1).max(64), key_id: z.string().min(1).max(64) }),
  answers: { 204: null },
  example: { path: '/api/games/demo/keys/0a1b2c3d4e5f' },
  async handle({ registry }, { params }) {
    const { id } = await knownGame(registry, params.game);
    await registry.revokeKey(id, params.key_id);
    return { status: 204 };
  },
});
