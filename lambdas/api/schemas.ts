import * as z from 'zod';
import type { Game } from '../registry.ts';

/** A day in answers. */
export const dayText = z.iso.date();

/** A value of a metric; null where it is not defined or not complete yet. */
export const value = z.number().nullable();

/** A game in answers. */
export const game = z.strictObject({
  id: z.string(),
  name: z.string(),
  reporting_offset_minutes: z.number().int().meta({ description: "The game's day is UTC plus these minutes" }),
  events_per_second: z.number().nullable().meta({ description: 'More are refused with 429; null is no limit' }),
  created_at: z.iso.datetime(),
});

/** A game as it is answered. */
export const shownGame = ({ id, name, reporting_offset_minutes, events_per_second, created_at }: Game): ShownGame => ({
  id,
  name,
  reporting_offset_minutes,
  events_per_second: events_per_second ?? null,
  created_at: new Date(created_at).toISOString(),
});

type ShownGame = z.infer<typeof game>;

/** The game in a path. */
export const gameInPath = z.strictObject({ game: z.string().min(1).max(64) });

/** What a write key may do. */
export const scopes = z
  .array(z.enum(['events', 'history']))
  .min(1)
  .max(2);
