import { isCardNumber } from './card-numbers.ts';
import type { Draft } from './draft.ts';
import { isNamed } from './draft.ts';
import type { EventRow } from './event-table.ts';
import { limits } from './limits.ts';
import { parseTime } from './time.ts';

/** The row of a refused event: what its steps learned, with the id, type and time it claims where these can be stored. */
export function withKnownFields({ event, row }: Draft): EventRow {
  if (!isNamed(event)) return row;
  row.event_id = storable(event.event_id, limits.event_id_characters);
  row.event_type = storable(event.event_type, limits.event_type_characters);
  const time = parseTime(event.client_time);
  if ('ms' in time) row.client_time = time.ms;
  return row;
}

const storable = (value: unknown, characters: number): string | null =>
  typeof value === 'string' ? first(value, characters).toWellFormed() : null;

/** A character beyond U+FFFF is two code units. */
const first = (text: string, characters: number): string =>
  text.length <= characters ? text : [...text.slice(0, 2 * characters)].slice(0, characters).join('');

/** Half a surrogate pair as JSON.stringify writes it; whole pairs are never escaped. */
const HALF_PAIR = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/**
 * The processed event as JSON that every reader takes: text made well-formed, infinite numbers as text, and no card number, not even
 * where its contract has a number.
 */
export function payloadOf(event: unknown): string {
  const json = JSON.stringify(event ?? null, (_name, value: unknown) => {
    if (typeof value !== 'number') return value;
    return isCardNumber(value) ? '[card]' : Number.isFinite(value) ? value : String(value);
  });
  return json.replace(HALF_PAIR, '$1\ufffd');
}
