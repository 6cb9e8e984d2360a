import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../core/canonical-json.ts';
import { contentHash } from '../../core/content-hash.ts';
import type { Named } from '../../core/draft.ts';

const hash = contentHash({ without: ['id'] });
const of = (object: Named, also: Named = {}): number => hash(object, also);
const CONTENT = { type: 'match', score: 12, won: true, properties: { level: '3', attempt: 2 } };

const SAME: [string, Named, Named?][] = [
  ['another order of names', { won: true, properties: { attempt: 2, level: '3' }, score: 12, type: 'match' }],
  ['names that do not count', { ...CONTENT, id: 'x' }],
  ['null and undefined', { ...CONTENT, a: null, b: undefined, properties: { ...CONTENT.properties, c: null } }],
  ['a value that stands beside', { type: 'match', won: true, properties: CONTENT.properties }, { score: 12 }],
];

describe('content is the same with', () => {
  for (const [what, object, also] of SAME) test(what, () => expect(of(object, also)).toBe(of(CONTENT)));
});

const OTHER: [string, Named][] = [
  ['another value', { ...CONTENT, score: 13 }],
  ['another kind of value', { ...CONTENT, score: '12' }],
  ['text in place of a boolean', { ...CONTENT, won: 'true' }],
  ['another name', { ...CONTENT, score: undefined, points: 12 }],
  ['values that changed places', { ...CONTENT, type: '3', properties: { ...CONTENT.properties, level: 'match' } }],
  ['a value one level up', { ...CONTENT, level: '3', properties: { attempt: 2 } }],
  ['a value in another object', { ...CONTENT, properties: undefined, attributes: CONTENT.properties }],
  ['an empty text', { ...CONTENT, note: '' }],
  ['something deep inside', { ...CONTENT, properties: { ...CONTENT.properties, deep: { a: [1] } } }],
];

test('content differs with every difference', () => {
  const all = [CONTENT, ...OTHER.map(([, object]) => object)].map(object => of(object));
  expect(new Set(all).size).toBe(all.length);
});

test('two objects have one hash exactly when they say the same', () => {
  const value = fc.constantFrom<unknown>(1, '1', true, 'a', '', null);
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'ab'), value, { noNullPrototype: true });
  const nested = fc.record({ a: value, properties: object }, { requiredKeys: [] }) as fc.Arbitrary<Named>;
  const says = (content: Named): string => canonicalJson(content).replace('"properties":{}', '').replace(',}', '}');
  fc.assert(
    fc.property(nested, nested, (one, other) => expect(of(one) === of(other)).toBe(says(one) === says(other))),
    { numRuns: 2000 },
  );
});

test('no two of 300,000 numbers and ids share a hash', () => {
  const hashes = new Set<number>();
  for (let n = 0; n < 150_000; n++) hashes.add(of({ score: n })).add(of({ score: `id-${n}` }));
  expect(hashes.size).toBe(300_000);
});
