import * as z from 'zod';
import type { Day, Span } from '../../core/days.ts';
import { addDays, dayOf, daysBetween } from '../../core/days.ts';
import type { Game } from '../registry.ts';
import type { ApiPorts } from './ports.ts';
import { Problem } from './problem.ts';

/** Longest range a question may cover, in days. */
export const LONGEST_RANGE = 800;

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'write a day as YYYY-MM-DD, like 2026-03-01')
  .refine(isDay, 'this day does not exist: write one that does, like 2026-02-28');

/** The game and the days of a question; both ends count. */
export const rangeQuery = {
  game: z.string().min(1).max(64).meta({ description: 'The game', example: 'demo' }),
  from: day.optional().meta({ description: 'First day; 29 days before `to` unless given', example: '2026-03-01' }),
  to: day.optional().meta({ description: "Last day; the game's today unless given", example: '2026-03-31' }),
};

/** A question's game and days, with the game's own today. */
export type Asked = { game: Game; span: Span; today: Day };

/** Resolves a question. An unknown game is a problem 404, days in the wrong order or too many of them 400. */
export async function askedOf(
  { registry, clock }: Pick<ApiPorts, 'registry' | 'clock'>,
  query: { game: string; from?: string | undefined; to?: string | undefined },
): Promise<Asked> {
  const game = await knownGame(registry, query.game);
  const today = dayOf(clock.now(), game.reporting_offset_minutes);
  const to = query.to ?? (query.from !== undefined && query.from > today ? query.from : today);
  const from = query.from ?? addDays(to, -29);
  if (from > to) throw new Problem(400, 'from_after_to', `from ${from} lies after to ${to}: exchange them`);
  const days = daysBetween(from, to) + 1;
  if (days > LONGEST_RANGE)
    throw new Problem(
      400,
      'range_too_long',
      `${from} to ${to} is ${days} days, at most ${LONGEST_RANGE} can be asked at once: ask in parts`,
    );
  return { game, span: { from, to }, today };
}

/** The game of that id; a problem 404 `unknown_game` when there is none. */
export async function knownGame(registry: ApiPorts['registry'], id: string): Promise<Game> {
  const game = await registry.game(id);
  if (game) return game;
  throw new Problem(404, 'unknown_game', `there is no game '${id}': GET /api/games lists those there are`);
}

function isDay(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
