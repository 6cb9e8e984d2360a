import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../core/canonical-json.ts';

const CASES: [string, unknown, string][] = [
  ['names in order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
  ['capitals before small letters, as code units are', { a: 1, B: 2, _: 3 }, '{"B":2,"_":3,"a":1}'],
  ['numbers among the names as text', { 10: 'x', 9: 'y' }, '{"10":"x","9":"y"}'],
  ['a pair of surrogates before U+FFFD, as code units are', { '\ufffd': 1, '\u{1f3ae}': 2 }, '{"🎮":2,"\ufffd":1}'],
  ['objects inside as well', { a: [{ d: 1, c: { f: 1, e: 2 } }] }, '{"a":[{"c":{"e":2,"f":1},"d":1}]}'],
  ['no property that is null or undefined', { a: null, b: undefined, c: { d: null } }, '{"c":{}}'],
  ['null in a list, where it has a place', [null, undefined, 1], '[null,null,1]'],
  ['text with its escapes', 'a"b\\c\nd\u0000', '"a\\"b\\\\c\\nd\\u0000"'],
  ['plain values', [true, false, 0, -0, 1e21, 0.1, ''], '[true,false,0,0,1e+21,0.1,""]'],
  ['nothing as null', undefined, 'null'],
  ['a property named __proto__', JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
];

describe('canonical JSON writes', () => {
  for (const [what, value, text] of CASES) test(what, () => expect(canonicalJson(value)).toBe(text));
});

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

/** The same value with the names of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map(element => shuffled(element, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, seed)] as const);
  const turn = entries.length > 0 ? seed % entries.length : 0;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([, property]) => property !== null))
      : inner,
  );

test('the order of names makes no difference, however many there are', () => {
  const wide = fc.dictionary(fc.string({ maxLength: 3, unit: 'binary' }), json, { minKeys: 20, maxKeys: 40 });
  fc.assert(
    fc.property(fc.oneof(json, wide), fc.nat(), (value, seed) =>
      expect(canonicalJson(shuffled(value, seed))).toBe(canonicalJson(value)),
    ),
  );
});

test('it is JSON of the same value, without nulls', () => {
  const noProto = json.filter(value => !JSON.stringify(value).includes('__proto__'));
  fc.assert(fc.property(noProto, value => expect(JSON.parse(canonicalJson(value))).toEqual(withoutNulls(value))));
});

const few = fc.oneof(
  fc.constantFrom(null, 0, 1, '1', true, '', [], {}),
  fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(null, 1, '1', [1], {}), { noNullPrototype: true }),
);

test('two values have one text exactly when they are equal', () => {
  let equal = 0;
  fc.assert(
    fc.property(few, few, (a, b) => {
      const same = isDeepStrictEqual(withoutNulls(a), withoutNulls(b));
      if (same) equal += 1;
      expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
    }),
    { numRuns: 1000 },
  );
  expect(equal).toBeGreaterThan(10);
});

test('a text is quoted as JSON quotes it, whatever its length and characters', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300, minLength: 190 }));
  fc.assert(fc.property(text, value => expect(canonicalJson(value)).toBe(JSON.stringify(value))));
});
