import { isNamed, type Named, setOwn } from './draft.ts';
import { envelopeNames, isPropertyName } from './vocabulary.ts';

/** Where a value stands: in a field of the vocabulary, or anywhere a client may write what it likes. */
export type Place = 'known' | 'free';

/** What to put in the place of texts, numbers and names; giving back the same value changes nothing. */
export type Rewriting = {
  text: (text: string, name: string, place: Place) => unknown;
  number?: (number: number, name: string, place: Place) => unknown;
  /** Asked for names outside the vocabulary only. */
  name?: (name: string) => string;
  /** Takes over a property: true when it has written what belongs there into `into`. */
  take?: (into: Named, name: string, value: unknown, level: Level) => boolean;
};
/** Where in an event an object stands: it is the event, its properties, or anything else. */
export type Level = 'event' | 'properties' | 'free';

/** Deeper than this a value is cut: far more than an event may nest, far less than the stack holds. */
const CUT = 32;
const CUT_TEXT = '[too deep]';

/** Rewrites every text, number and name of an event, whatever its shape and depth. The event itself is left as it was. */
export function rewriteEvent(event: unknown, rewriting: Rewriting): unknown {
  return rewriteValue(event, { rewriting, name: '', place: 'free', level: 'event', depth: 1 });
}

type At = { rewriting: Rewriting; name: string; place: Place; level: Level; depth: number };

function rewriteValue(value: unknown, at: At): unknown {
  if (typeof value === 'string') return at.rewriting.text(value, at.name, at.place);
  if (typeof value === 'number') return at.rewriting.number ? at.rewriting.number(value, at.name, at.place) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (at.depth > CUT) return CUT_TEXT;
  if (isNamed(value)) return rewriteObject(value, at);
  const inside = { ...at, level: 'free' as const, depth: at.depth + 1 };
  return (value as unknown[]).map(element => rewriteValue(element, inside));
}

function rewriteObject(object: Named, { rewriting, level, depth }: At): Named {
  const out: Named = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (rewriting.take?.(out, name, value, level)) continue;
    const known = isKnown(name, level);
    const ours = known || (level === 'event' && name === 'properties');
    const written = ours || !rewriting.name ? name : rewriting.name(name);
    setOwn(out, written, rewriteValue(value, inside({ rewriting, name, known, level, depth })));
  }
  return out;
}

const inside = ({ rewriting, name, known, level, depth }: Omit<At, 'place'> & { known: boolean }): At => ({
  rewriting,
  name,
  place: known ? 'known' : 'free',
  level: levelInside(name, level),
  depth: depth + 1,
});

/** Whether the vocabulary has the name there. */
export const isKnown = (name: string, level: Level): boolean =>
  level === 'event' ? envelopeNames.has(name) : level === 'properties' && isPropertyName(name);

/** Where what stands under that name is. */
export const levelInside = (name: string, level: Level): Level =>
  level === 'event' && name === 'properties' ? 'properties' : 'free';
