import { isNamed, type Named, setOwn } from './draft.ts';
import { contractOf, envelopeNames, rawNameOf } from './vocabulary.ts';

/** Where a value stands: in a field that the event's contract knows, or anywhere a client may write what it likes. */
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
  const own =
    isNamed(event) && typeof event.event_type === 'string' ? contractOf(event.event_type)?.properties : undefined;
  return rewriteValue(event, { rewriting, own, name: '', place: 'free', level: 'event', depth: 1 });
}

/** `own` has the properties of the event's contract. */
type At = {
  rewriting: Rewriting;
  own: ReadonlyMap<string, unknown> | undefined;
  name: string;
  place: Place;
  level: Level;
  depth: number;
};

function rewriteValue(value: unknown, at: At): unknown {
  if (typeof value === 'string') return at.rewriting.text(value, at.name, at.place);
  if (typeof value === 'number') return at.rewriting.number ? at.rewriting.number(value, at.name, at.place) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (at.depth > CUT) return CUT_TEXT;
  if (isNamed(value)) return rewriteObject(value, at);
  const inside = { ...at, place: 'free' as const, level: 'free' as const, depth: at.depth + 1 };
  return (value as unknown[]).map(element => rewriteValue(element, inside));
}

function rewriteObject(object: Named, { rewriting, own, level, depth }: At): Named {
  const out: Named = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (rewriting.take?.(out, name, value, level)) continue;
    const isProperties = level === 'event' && name === 'properties';
    const known = level === 'event' ? envelopeNames.has(name) : level === 'properties' && isOwn(name, own);
    const written = known || isProperties || !rewriting.name ? name : rewriting.name(name);
    const place = known ? 'known' : 'free';
    const inside = isProperties ? 'properties' : 'free';
    setOwn(out, written, rewriteValue(value, { rewriting, own, name, place, level: inside, depth: depth + 1 }));
  }
  return out;
}

/** A keyed hash that Playlake wrote is known whatever the contract: a client cannot send one. */
const isOwn = (name: string, own: At['own']): boolean => own?.has(name) === true || rawNameOf.has(name);
