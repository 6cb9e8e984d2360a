import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { parseTime } from './time.ts';

/**
 * The id of an event that has none, made from its content: importing or sending the same event again gives the same id.
 *
 * Recipe: take the native event without `event_id` and `player_id` (the player is part of the dedup key already, so nobody
 * can guess a player's id from it), write `client_time` as epoch milliseconds, write that as canonical JSON (names sorted,
 * nulls left out, no spaces), append `#1`, `#2`, … when `ordinal` is above 0, and take the first 32 hexadecimal digits of its SHA-256.
 * @param ordinal keeps equal rows apart: 0 for the first, 1 for its first repetition, and so on
 */
export function contentEventId(event: Readonly<Record<string, unknown>>, ordinal = 0): string {
  const { event_id: _id, player_id: _player, ...content }: Record<string, unknown> = event;
  const time = parseTime(content.client_time);
  if ('ms' in time) content.client_time = time.ms;
  const text = canonicalJson(content);
  return hash('sha256', ordinal > 0 ? `${text}#${ordinal}` : text, 'hex').slice(0, 32);
}
