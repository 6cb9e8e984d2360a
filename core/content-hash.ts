import { canonicalJson } from './canonical-json.ts';
import type { Named } from './draft.ts';
import { isNamed } from './draft.ts';

/** Hashes what an object and the named values beside it say. */
export type ContentHash = (object: Named, also: Named) => number;

/**
 * Hashes content into 53 bits, a whole number: every named value is hashed by itself and the hashes are summed, so the order of names does
 * not matter and nothing has to be sorted or written out. Null and undefined say nothing. It tells contents apart; it is no
 * safeguard against someone who wants two to agree. Two lanes with the finalizer of MurmurHash3 (Appleby, public domain).
 * @param without names at the top of the object that do not count
 */
export function contentHash({ without }: { without: readonly string[] }): ContentHash {
  const seeds = seedTable();
  const counted = seedTable(without);
  return (object, also) => {
    const sum: Sum = { high: 0, low: 0 };
    for (const name in object) {
      const seed = counted(name);
      if (seed !== NONE) addValue(sum, object[name], { seed, seeds });
    }
    for (const name in also) addValue(sum, also[name], { seed: seeds(name), seeds });
    return (sum.high >>> 0) * 2 ** 21 + (sum.low >>> 11);
  };
}

type Sum = { high: number; low: number };

/** Objects are taken apart one level deep, as an event's properties are; what lies deeper counts as text. */
function addValue(sum: Sum, value: unknown, { seed, seeds }: { seed: number; seeds: (name: string) => number }): void {
  if (isNamed(value)) for (const name in value) addText(sum, value[name], seed + seeds(name));
  else addText(sum, value, seed);
}

function addText(sum: Sum, value: unknown, seed: number): void {
  if (value === null || value === undefined) return;
  const text = typeof value === 'string' ? value : typeof value === 'object' ? canonicalJson(value) : String(value);
  let high = typeof value === 'string' ? seed : ~seed;
  let low = Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0xcc9e2d51);
    low = Math.imul(low ^ code, 0x1b873593);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  sum.high = (sum.high + finished(high ^ text.length)) | 0;
  sum.low = (sum.low + finished(low ^ text.length)) | 0;
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const NONE = 0;
const REMEMBERED = 10_000;

/** Seeds by name, remembered, as a game uses few names; those left out have none. */
function seedTable(without: readonly string[] = []): (name: string) => number {
  const seeds = new Map<string, number>(without.map(name => [name, NONE]));
  return name => {
    const known = seeds.get(name);
    if (known !== undefined) return known;
    let seed = name.length;
    for (let i = 0; i < name.length; i++) seed = finished(Math.imul(seed, 31) ^ name.charCodeAt(i));
    if (seeds.size < REMEMBERED) seeds.set(name, seed || 1);
    return seed || 1;
  };
}
