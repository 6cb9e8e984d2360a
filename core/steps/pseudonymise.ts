import type { Named, Step } from '../draft.ts';
import { isNamed, setOwn } from '../draft.ts';
import { limits } from '../limits.ts';
import type { Plain } from '../look.ts';
import type { GameSecret, Pseudonyms } from '../player-key.ts';
import { pseudonymsOf } from '../player-key.ts';
import { ok, quarantined } from '../result.ts';
import type { Rewriting } from '../rewrite.ts';
import { rewriteEvent } from '../rewrite.ts';
import { parseTime } from '../time.ts';
import { contractOf, fieldOf, pseudonymOf, rawNameOf, takesNumbers } from '../vocabulary.ts';

const COLLECT_DEPTH = 33;

/**
 * Replaces every raw player id by its keyed hash: the named fields (`player_id` becomes `player_key`) wherever they stand, and
 * ids of six or more characters inside any other text, name or number of the event: a value that is the id becomes the key, an id
 * inside a longer text becomes the key's first characters, never more than the id had.
 * Never refuses, so that nothing raw is left in what is stored of refused events. Text outside any object is dropped.
 */
export const pseudonymise = ({ secret }: { secret: GameSecret }): Step => {
  const pseudonyms = pseudonymsOf(secret);
  return function pseudonymise(draft) {
    const { row, facts, plain, event: sent } = draft;
    row.secret_version = secret.version;
    if (plain) {
      const event = withKey(sent as Plain, pseudonyms);
      row.player_key = event.player_key;
      return ok({ row, facts, plain, event });
    }
    const event = rewriteEvent(sent, rewriting({ pseudonyms, traced: tracedIds(sent, pseudonyms) }));
    if (isNamed(event) && typeof event.player_key === 'string') row.player_key = event.player_key;
    const flaw = forgedKey(sent);
    return ok(flaw ? { row, facts, plain, event, flaw } : { row, facts, plain, event });
  };
};

function withKey(sent: Plain, { playerKey }: Pseudonyms): Named & { player_key: string } {
  const event: Named & { player_key: string } = { player_key: playerKey(sent.player_id) };
  for (const name in sent) if (name !== 'player_id') (event as Named)[name] = sent[name];
  return event;
}

type Traced = { id: string; key: string; digits: boolean };

/** The raw ids the event names anywhere, the longest first. */
function tracedIds(event: unknown, { playerKey }: Pseudonyms): Traced[] {
  const ids: string[] = [];
  collect(event, { ids, depth: 1, named: false });
  if (ids.length > 1) ids.sort((a, b) => b.length - a.length);
  return ids.map(id => ({ id, key: playerKey(id), digits: /^\d+$/.test(id) }));
}

type Collecting = { ids: string[]; depth: number; named: boolean };

/** `named`: inside the list or object that was sent as an id. */
function collect(value: unknown, { ids, depth, named }: Collecting): void {
  if (typeof value !== 'object' || value === null || depth > COLLECT_DEPTH) return;
  for (const name in value) {
    const inner = (value as Named)[name];
    const isId = named || pseudonymOf.has(name);
    if (typeof inner === 'object') collect(inner, { ids, depth: depth + 1, named: isId });
    else if (isId && inner !== null && inner !== undefined) {
      const id = String(inner);
      if (id.length >= limits.traced_id_characters && !ids.includes(id)) ids.push(id);
    }
  }
}

const rewriting = ({ pseudonyms, traced }: { pseudonyms: Pseudonyms; traced: readonly Traced[] }): Rewriting => ({
  text: (text, name, place) => {
    if (name === '') return `[text of ${text.length} characters]`;
    for (const { id } of traced) if (text.includes(id)) return isOurs(text, name, place) ? text : scrub(text, traced);
    return text;
  },
  number: (number, name, place) => {
    if (place === 'known' && takesNumbers(name)) return number;
    for (const { id, key, digits } of traced) if (digits && id === String(number)) return key;
    return number;
  },
  name: name => scrub(name, traced),
  take: (into, name, value, level) => {
    const field = pseudonymOf.get(name);
    if (field !== undefined) return takeId({ into, name, field, value, strict: level !== 'free' }, pseudonyms);
    return level !== 'free' && rawNameOf.has(name);
  },
});

/** Words of a closed list and moments are no ids, whatever they contain. */
function isOurs(text: string, name: string, place: 'known' | 'free'): boolean {
  if (place === 'free') return false;
  if (name === 'event_type') return contractOf(text) !== undefined;
  if (name === 'client_time') return 'ms' in parseTime(text);
  return fieldOf(name)?.values?.includes(text) ?? false;
}

function scrub(text: string, traced: readonly Traced[]): string {
  let clean = text;
  for (const { id, key } of traced) {
    if (clean === id) return key;
    if (clean.includes(id)) clean = clean.replaceAll(id, key.slice(0, Math.min(id.length, 16)));
  }
  return clean;
}

type Taken = { into: Named; name: string; field: string; value: unknown; strict: boolean };

/** Writes the keyed hash in the raw field's place; a raw id of the wrong kind leaves a stand-in of its kind, for validate to refuse. */
function takeId({ into, name, field, value, strict }: Taken, { playerKey }: Pseudonyms): true {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') setOwn(into, field, playerKey(String(value)));
  const acceptable = typeof value === 'string' && value !== '' && !isTooLong(value) && value.isWellFormed();
  if (strict && !acceptable) setOwn(into, name, standIn(value));
  return true;
}

/** Characters are counted as the contract counts them: one beyond U+FFFF is two code units. */
const isTooLong = (id: string): boolean =>
  id.length > limits.player_id_characters &&
  (id.length > 2 * limits.player_id_characters || [...id].length > limits.player_id_characters);

function standIn(value: unknown): unknown {
  // ids that are no Unicode would share one key: half a pair stands for them, which no step lets pass
  if (typeof value === 'string' && !value.isWellFormed()) return '\ud800';
  if (typeof value === 'string') return '*'.repeat(Math.min(value.length, limits.player_id_characters + 1));
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return false;
  return Array.isArray(value) ? [] : {};
}

/** A client that names a player by a key of its own making could write into another player's history. */
function forgedKey(event: unknown) {
  if (!isNamed(event)) return undefined;
  for (const [key, raw] of rawNameOf) {
    const at = Object.hasOwn(event, key)
      ? ''
      : isNamed(event.properties) && Object.hasOwn(event.properties, key)
        ? '/properties'
        : undefined;
    if (at === undefined) continue;
    return quarantined('forbidden_name', `${at}/${key}`, `${key} is made by Playlake: send ${raw} instead`);
  }
  return undefined;
}
