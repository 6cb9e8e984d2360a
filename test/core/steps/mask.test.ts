import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Named } from '../../../core/draft.ts';
import { mask } from '../../../core/steps/mask.ts';
import { after, event, settings } from '../sample.ts';

const step = mask(settings);
const masked = (sent: unknown) => after(step, sent).event;
const inside = (changes: Named) => masked(changes) as Named;

const EMAIL = 'anna@example.com';
const CARD = '4111 1111 1111 1111';
const PHONE = '+62 812 3456 7890';
const NATIONAL = '0812-3456-7890';
const TOKEN = /^[a-p]{16}$/;

const PLACES: [string, Named, Named][] = [
  [
    'in what a player wrote',
    { properties: { body: `${EMAIL} ${CARD} ${PHONE} ${NATIONAL}` } },
    { properties: { body: '[email] [card] [phone] [phone]' } },
  ],
  ['in attributes', { attributes: { note: `${EMAIL} ${NATIONAL}` } }, { attributes: { note: '[email] [phone]' } }],
  [
    'in unknown properties, however deep',
    { properties: { a: [{ b: [EMAIL] }] } },
    { properties: { a: [{ b: ['[email]'] }] } },
  ],
  [
    'in fields that are no free text',
    { device_model: EMAIL, properties: { error_code: CARD } },
    { device_model: '[email]', properties: { error_code: '[card]' } },
  ],
  [
    'in a version, but no telephone number',
    { app_version: '+1.234.567.8901', engine: EMAIL },
    { app_version: '+1.234.567.8901', engine: '[email]' },
  ],
  ['in the event type', { event_type: EMAIL }, { event_type: '[email]' }],
  ['in a time that is none', { client_time: PHONE }, { client_time: '[phone]' }],
  ['in properties that are no object', { properties: `call ${NATIONAL}` }, { properties: 'call [phone]' }],
  ['as a number', { attributes: { card: 4111111111111111 } }, { attributes: { card: '[card]' } }],
  [
    'as a number where a text belongs',
    { event_type: 4111111111111111, properties: { body: [4111111111111111] } },
    { event_type: '[card]', properties: { body: ['[card]'] } },
  ],
];

describe('masks personal data', () => {
  for (const [where, sent, clean] of PLACES) test(where, () => expect(masked(sent)).toEqual(clean));

  test('in an event that is no object', () => {
    expect(masked(EMAIL)).toBe('[email]');
    expect(masked([[EMAIL]])).toEqual([['[email]']]);
  });
});

const KEPT: [string, Named][] = [
  ['a national number outside free text, where ids look like it', { device_model: NATIONAL }],
  ['a time', { client_time: '2026-03-01T10:00:00.000Z' }],
  ['a score that could be a card', { event_type: 'match_end', properties: { score: 4111111111111111 } }],
  [
    'keyed hashes of players',
    { player_key: '4111111111111111'.repeat(4), properties: { linked_player_key: '+6281234567890' } },
  ],
  ['an ordinary event', event()],
];

describe('keeps', () => {
  for (const [what, sent] of KEPT) test(what, () => expect(masked(sent)).toEqual(sent));
});

test('identifiers become tokens: equal ones stay equal, distinct ones distinct', () => {
  const { session_id, properties, attributes } = inside({
    session_id: EMAIL,
    properties: { match_id: EMAIL, item_id: 'ben@example.com' },
    attributes: { accountId: EMAIL, card_id: 4111111111111111 },
  }) as Record<string, Named>;
  expect(session_id).toMatch(TOKEN);
  expect(properties).toEqual({ match_id: session_id, item_id: expect.stringMatching(TOKEN) });
  expect(properties?.item_id).not.toBe(session_id);
  expect(attributes).toEqual({ accountId: session_id, card_id: expect.stringMatching(TOKEN) });
});

test('names become tokens, so that no two fall together', () => {
  const { attributes } = inside({ attributes: { [EMAIL]: 1, 'ben@example.com': 2, [CARD]: 3, note: 4 } });
  expect(Object.values(attributes as Named)).toEqual([1, 2, 3, 4]);
  const names = Object.keys(attributes as Named);
  expect(names.pop()).toBe('note');
  for (const name of names) expect(name).toMatch(TOKEN);
});

test('another secret gives another token', () => {
  const other = after(mask({ secret: { version: 1, key: 'ff'.repeat(32) } }), { session_id: EMAIL }).event;
  expect(other).not.toEqual(masked({ session_id: EMAIL }));
});

const text = fc.oneof(
  fc
    .array(fc.constantFrom(EMAIL, CARD, PHONE, NATIONAL, ' ', ', ', 'hello', '@', '7', '-'), { maxLength: 6 })
    .map(parts => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const name = fc.oneof(
  fc.constantFrom('session_id', 'body', 'score', 'note', 'userId', 'app_version', EMAIL, 'properties', 'attributes'),
  text,
);
const anyEvent = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(1, null, true, 4111111111111111),
    tie('object'),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).object as fc.Arbitrary<Named>;

test('masking a masked event changes nothing', () => {
  fc.assert(
    fc.property(anyEvent, sent => {
      const once = masked(sent);
      expect(masked(once)).toEqual(once);
    }),
    { numRuns: 500 },
  );
});

test('an event is masked the same whether or not it holds a list, which takes the longer way', () => {
  fc.assert(
    fc.property(anyEvent, sent => {
      const { list, ...rest } = inside({ ...sent, list: [] });
      expect(rest).toEqual(masked(sent));
      expect(list).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the event as it was sent stays as it is', () => {
  const sent = { attributes: { note: EMAIL } };
  masked(sent);
  expect(sent).toEqual({ attributes: { note: EMAIL } });
});
