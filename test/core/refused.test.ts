import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { payloadOf, withKnownFields } from '../../core/refused.ts';
import { draft, event } from './sample.ts';

const known = (sent: unknown) => withKnownFields(draft(sent, { game: 'space-miner' }));

describe('the row of a refused event', () => {
  test('keeps the id, type and time that it claims, and what was known already', () =>
    expect(known(event())).toEqual({
      game: 'space-miner',
      event_id: 'e-1',
      event_type: 'custom',
      client_time: Date.UTC(2026, 2, 1, 9, 59),
    }));

  test('has none of them where they are of no use', () =>
    expect(known({ event_id: 7, event_type: ['custom'], client_time: 'yesterday' })).toEqual({
      game: 'space-miner',
      event_id: null,
      event_type: null,
    }));

  test('cuts an id and a type to 64 characters, which are not always one code unit each', () => {
    expect(known({ event_id: 'x'.repeat(70), event_type: '\u{1f3ae}'.repeat(70) })).toMatchObject({
      event_id: 'x'.repeat(64),
      event_type: '\u{1f3ae}'.repeat(64),
    });
    expect(known({ event_id: '\u{1f3ae}'.repeat(64) })).toMatchObject({ event_id: '\u{1f3ae}'.repeat(64) });
  });

  test('has well-formed text', () => expect(known({ event_id: 'a\ud800' })).toMatchObject({ event_id: 'a\ufffd' }));

  test('is what was known when the event is no object', () => {
    for (const sent of [null, 'text', 7, [event()]]) expect(known(sent)).toEqual({ game: 'space-miner' });
  });
});

describe('a payload', () => {
  const PAYLOADS: [string, unknown, string][] = [
    ['is the event as JSON', { a: [1, 'ä', null, true] }, '{"a":[1,"ä",null,true]}'],
    ['of nothing is null', undefined, 'null'],
    [
      'has numbers beyond a double as text',
      { a: Number.POSITIVE_INFINITY, b: [-Infinity] },
      '{"a":"Infinity","b":["-Infinity"]}',
    ],
    ['replaces half a surrogate pair', 'a\ud800b\udfffc', '"a\ufffdb\ufffdc"'],
    ['replaces halves in the wrong order, one by one', '\udc00\ud800', '"\ufffd\ufffd"'],
    ['keeps whole pairs', '\u{1f3ae}', '"\u{1f3ae}"'],
    ['keeps text that spells an escape', '\\ud800', String.raw`"\\ud800"`],
    ['replaces a half behind a backslash', '\\\ud800', '"\\\\\ufffd"'],
    ['replaces a half in a name', { '\ud800': 1 }, '{"\ufffd":1}'],
  ];
  for (const [what, value, json] of PAYLOADS) test(what, () => expect(payloadOf(value)).toBe(json));

  test('of any text is that text made well-formed', () => {
    const text = fc
      .array(fc.constantFrom('\ud800', '\udc00', '\\', 'ud800', '"', 'a', '\n', '\u{1f3ae}'))
      .map(parts => parts.join(''));
    fc.assert(fc.property(text, value => expect(JSON.parse(payloadOf(value))).toBe(value.toWellFormed())));
  });
});
