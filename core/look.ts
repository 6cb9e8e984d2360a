import type { Named } from './draft.ts';
import { isNamed } from './draft.ts';
import { limits } from './limits.ts';
import type { Masking } from './mask-text.ts';
import { mayHoldPersonalData } from './mask-text.ts';
import { kindOf, PHONES } from './text-kinds.ts';
import { envelopeNames, pseudonymOf, rawNameOf } from './vocabulary.ts';

/** An event that names its player at the top and nobody anywhere else, with nothing in it to mask, to drop or to refuse for its shape. */
export type Plain = Named & { player_id: string };

/**
 * One look that tells whether the careful steps have any work to do: most events are plain, and looking costs a fraction of
 * rewriting. Saying no is always safe.
 */
export function isPlain(event: unknown): event is Plain {
  if (!isNamed(event)) return false;
  const id = event.player_id;
  if (typeof id !== 'string' || id === '' || id.length > limits.player_id_characters || !id.isWellFormed())
    return false;
  const traced = id.length >= limits.traced_id_characters;
  const look = { id, traced, number: traced ? Number(id) : Number.NaN, bytes: 6 * id.length };
  return isPlainObject(event, look, 'event') && look.bytes <= limits.event_bytes;
}

/** The id that must not appear again, and an upper bound of the event's JSON bytes so far. */
type Look = { id: string; traced: boolean; number: number; bytes: number };

/** No whole number below this is a card number. */
const SMALL = 1e12;

function isPlainObject(object: Named, look: Look, level: 'event' | 'free'): boolean {
  for (const name in object) {
    if (level === 'event' && name === 'player_id') continue;
    const value = object[name];
    const phones = phonesUnder(name, level);
    look.bytes += 6 * name.length + 30;
    if (phones === undefined || mentions(name, look)) return false;
    if (typeof value === 'string') {
      look.bytes += 6 * value.length;
      if (mayHoldPersonalData(value, phones) || mentions(value, look) || !value.isWellFormed()) return false;
    } else if (typeof value === 'number') {
      if (value === look.number || !Number.isFinite(value)) return false;
      if (!(value < SMALL && value > -SMALL) && !(level === 'event' && name === 'client_time')) return false;
    } else if (typeof value === 'object') {
      if (level !== 'event' || !isNamed(value) || !isPlainObject(value, look, 'free')) return false;
    }
  }
  return true;
}

const mentions = (text: string, { id, traced }: Look): boolean =>
  traced && text.length >= id.length && text.includes(id);

/** What to look for under each name, or undefined where a name needs care itself: a game uses few names. */
const remembered: Record<'event' | 'free', Map<string, Masking['phones'] | undefined>> = {
  event: new Map(),
  free: new Map(),
};
const MOST = 5000;

function phonesUnder(name: string, level: 'event' | 'free'): Masking['phones'] | undefined {
  const names = remembered[level];
  const known = names.get(name);
  if (known !== undefined || names.has(name)) return known;
  const phones = isPlainName(name)
    ? PHONES[kindOf(name, level === 'event' && envelopeNames.has(name) ? 'known' : 'free')]
    : undefined;
  if (names.size < MOST) names.set(name, phones);
  return phones;
}

const isPlainName = (name: string): boolean =>
  /^[A-Za-z]/.test(name) &&
  !pseudonymOf.has(name) &&
  !rawNameOf.has(name) &&
  !mayHoldPersonalData(name, 'international') &&
  name.isWellFormed();
