import type { Named } from './draft.ts';
import { isNamed } from './draft.ts';
import { limits } from './limits.ts';
import { mayHoldPersonalData } from './mask-text.ts';
import { pseudonymOf, rawNameOf } from './vocabulary.ts';

/** An event that names its player at the top and nobody anywhere else, with nothing in it to mask, to cut, to drop or to refuse for its shape. */
export type Plain = Named & { player_id: string };

/** Nesting of a plain event: itself, its properties or attributes, and one more. */
const LEVELS = 3;

/**
 * One look that tells whether the careful steps have any work to do: most events are plain, and looking is far cheaper than
 * rewriting. Saying no is always safe.
 */
export function isPlain(event: unknown): event is Plain {
  if (!isNamed(event)) return false;
  const id = event.player_id;
  if (typeof id !== 'string' || id === '' || id.length > limits.player_id_characters) return false;
  const traced = id.length >= limits.traced_id_characters;
  const look: Look = { id: traced ? id : '\u0000', number: Number(id), bytes: 2, named: false };
  return isPlainObject(event, { look, level: 1 }) && look.bytes <= limits.event_bytes;
}

type Look = { id: string; number: number; bytes: number; named: boolean };

function isPlainObject(object: Named, { look, level }: { look: Look; level: number }): boolean {
  for (const name in object) {
    const value = object[name];
    if (name === 'player_id' && level === 1) look.bytes += 6 * (value as string).length + 20;
    else if (!isPlainName(name, look)) return false;
    else if (typeof value === 'string') {
      look.bytes += 6 * value.length + 4;
      if (!isPlainText(value, look.id)) return false;
    } else if (typeof value === 'number') {
      look.bytes += 26;
      if (value === look.number || value >= 1e12 || value <= -1e12) return isTime(name, level) && value < 1e13;
    } else if (typeof value === 'object') {
      if (value === null || level === LEVELS || Array.isArray(value)) return false;
      if (!isPlainObject(value as Named, { look, level: level + 1 })) return false;
    }
  }
  return true;
}
