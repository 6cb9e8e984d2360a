import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspect } from '../../core/inspect.ts';

/** An event of so many levels, itself being the first. */
const nested = (levels: number, inner: (deeper: unknown) => unknown = deeper => ({ a: deeper })) => {
  let value: unknown = 1;
  for (let level = 1; level < levels; level++) value = inner(value);
  return { a: value };
};

/** An event of so many bytes of JSON. */
const sized = (bytes: number, letter = 'x') => {
  const frame = Buffer.byteLength(JSON.stringify({ text: '' }));
  const width = Buffer.byteLength(JSON.stringify(letter)) - 2;
  const count = Math.floor((bytes - frame) / width);
  return { text: letter.repeat(count) + 'x'.repeat(bytes - frame - count * width) };
};

describe('nothing is wrong with', () => {
  const FINE: [string, Record<string, unknown>][] = [
    ['an empty event', {}],
    ['plain values', { a: 1, b: 'text', c: null, d: true, e: [1, ['2']], f: { g: -1.5 } }],
    ['16 levels', nested(16)],
    ['16 levels of lists', nested(16, deeper => [deeper])],
    ['32 KiB', sized(32_768)],
    ['32 KiB of two-byte letters', sized(32_768, 'ä')],
    ['32 KiB of escapes', sized(32_768, '\u0000')],
    ['32 KiB of short names', Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`n${index}`, 1]))],
    ['text of every plane', { a: 'aä安\u{1f3ae}' }],
    ['the largest double', { a: Number.MAX_VALUE, b: -Number.MAX_VALUE, c: Number.MIN_VALUE }],
    ['names that objects have already', { constructor: 1, toString: 2, hasOwnProperty: 3, prototype: 4 }],
  ];
  for (const [what, event] of FINE) test(what, () => expect(inspect(event)).toBeUndefined());
});

describe('refuses', () => {
  const FLAWS: [string, Record<string, unknown>, string, string][] = [
    ['17 levels', nested(17), 'too_deep', '/a'.repeat(16)],
    ['17 levels of lists', nested(17, deeper => [deeper]), 'too_deep', `/a${'/0'.repeat(15)}`],
    ['32 KiB and a byte', sized(32_769), 'too_large', ''],
    ['32 KiB and a byte of two-byte letters', sized(32_769, 'ä'), 'too_large', ''],
    ['32 KiB and a byte of escapes', sized(32_769, '\u0000'), 'too_large', ''],
    ['half a surrogate pair', { a: ['ok', '\ud800'] }, 'malformed_text', '/a/1'],
    ['the other half', { 'a/b~': { c: 'x\udfff' } }, 'malformed_text', '/a~1b~0/c'],
    ['half a pair in a name', { a: { '\ud800': 1 } }, 'malformed_text', '/a/\ufffd'],
    ['a number beyond doubles', { a: { b: JSON.parse('1e400') } }, 'not_finite', '/a/b'],
    ['a number below doubles', { a: JSON.parse('-1e400') }, 'not_finite', '/a'],
    [
      'a property named __proto__',
      JSON.parse('{"a":[{"__proto__":{"admin":true}}]}'),
      'forbidden_name',
      '/a/0/__proto__',
    ],
  ];
  for (const [what, event, reason, pointer] of FLAWS)
    test(what, () => expect(inspect(event)).toMatchObject({ fate: 'quarantined', reason, pointer }));

  test('the size in words, with the limit', () =>
    expect(inspect(sized(40_000))?.message).toBe('the event has 40000 bytes: send at most 32768'));
});

test('what is 100,000 levels deep is refused too, not a crash', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as Record<string, unknown>;
  expect(inspect(deep)?.reason).toBe('too_deep');
});

test('an event is too large exactly when its JSON has more than 32,768 bytes', () => {
  const letter = fc.constantFrom('x', 'ä', '安', '\u{1f3ae}', '"', '\n', '\u0001');
  fc.assert(
    fc.property(letter, fc.integer({ min: 5400, max: 33_000 }), fc.nat(20), (letter, count, names) => {
      const event = {
        text: letter.repeat(count),
        ...Object.fromEntries(Array.from({ length: names }, (_, n) => [`n${n}`, n])),
      };
      const bytes = Buffer.byteLength(JSON.stringify(event));
      expect(inspect(event)?.reason).toBe(bytes > 32_768 ? 'too_large' : undefined);
    }),
  );
});
