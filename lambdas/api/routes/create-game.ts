import * as z from 'zod';
import { route } from '../route.ts';
import { game, shownGame } from '../schemas.ts';

/** Creates a game. 400 `invalid_game`, 409 `game_exists`. */
export const createGame = route({
  method: 'POST',
  path: '/api/games',
  role: 'admin',
  summary: 'Creates a game; its reporting offset cannot be changed later',
  body: z.strictObject({
    id: z.string(),
    name: z.string(),
    reporting_offset_minutes: z.number().int().optional(),
    events_per_second: z.number().positive().optional(),
  }),
  answers: { 201: game },
  example: { path: '/api/games', body: { id: 'space-miner', name: 'Space Miner', reporting_offset_minutes: 420 } },
  async handle({ registry }, { body: { id, name, reporting_offset_minutes, events_per_second } }) {
    const created = await registry.createGame({
      id,
      name,
      ...(reporting_offset_minutes !== undefined && { reporting_offset_minutes }),
      ...(events_per_second !== undefined && { events_per_second }),
    });
    return { status: 201, body: shownGame(created) };
  },
});
