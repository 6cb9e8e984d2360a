import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Named } from '../../../core/draft.ts';
import { pseudonymise } from '../../../core/steps/pseudonymise.ts';
import { after, event, settings } from '../sample.ts';

const step = pseudonymise(settings);
const pseudonymised = (sent: unknown) => after(step, sent).event as Named;
const flawOf = (sent: unknown) => after(step, sent).flaw;

/** HMAC-SHA256 under the game's secret, apart from the code under test. */
const keyOf = (id: string) =>
  createHmac('sha256', Buffer.from('0b'.repeat(32), 'hex'))
    .update(id)
    .digest('hex');

const ANNA = 'anna-4711';
const KEY = keyOf(ANNA);
/** Inside a longer text the key's first characters, as many as the id had. */
const SHORT = KEY.slice(0, ANNA.length);

test('player_id becomes player_key, and nothing else changes', () => {
  const { player_id: _, ...rest } = event();
  expect(pseudonymised(event())).toEqual({ ...rest, player_key: KEY });
});

test('the row has the key and the version of the secret', () =>
  expect(after(step, event()).row).toEqual({ player_key: KEY, secret_version: 3 }));

test('the event as it was sent stays as it is', () => {
  const sent = event({ attributes: { note: ANNA } });
  pseudonymised(sent);
  expect(sent).toEqual(event({ attributes: { note: ANNA } }));
});

const PLACES: [string, Named, Named][] = [
  ['as a whole value, by the whole key', { attributes: { friend: ANNA } }, { attributes: { friend: KEY } }],
  [
    'inside a text, by as many characters',
    { attributes: { note: `hi ${ANNA}!` } },
    { attributes: { note: `hi ${SHORT}!` } },
  ],
  ['more than once', { attributes: { note: `${ANNA}${ANNA}` } }, { attributes: { note: SHORT + SHORT } }],
  ['in another field', { session_id: `${ANNA}-1` }, { session_id: `${SHORT}-1` }],
  ['in the id of the event', { event_id: ANNA }, { event_id: KEY }],
  ['in a name', { attributes: { [`likes ${ANNA}`]: 1 } }, { attributes: { [`likes ${SHORT}`]: 1 } }],
  ['in lists and objects', { attributes: { a: [{ b: [ANNA] }] } }, { attributes: { a: [{ b: [KEY] }] } }],
  ['in an unknown event type', { event_type: ANNA }, { event_type: KEY }],
];

describe('a raw id is replaced', () => {
  for (const [where, sent, clean] of PLACES)
    test(where, () => expect(pseudonymised({ player_id: ANNA, ...sent })).toEqual({ player_key: KEY, ...clean }));

  test('where it is named, wherever that is', () => {
    const sent = {
      player_id: ANNA,
      linked_player_id: 'ben',
      properties: { player_id: 'cem' },
      attributes: { player_id: 'dan' },
    };
    expect(pseudonymised(sent)).toEqual({
      player_key: KEY,
      linked_player_key: keyOf('ben'),
      properties: { player_key: keyOf('cem') },
      attributes: { player_key: keyOf('dan') },
    });
  });

  test('of another player named in the event as well', () =>
    expect(
      pseudonymised({
        player_id: ANNA,
        properties: { linked_player_id: 'guest-0815' },
        attributes: { a: 'guest-0815 now' },
      }),
    ).toEqual({
      player_key: KEY,
      properties: { linked_player_key: keyOf('guest-0815') },
      attributes: { a: `${keyOf('guest-0815').slice(0, 10)} now` },
    }));

  test('the longer one first, where one id holds another', () =>
    expect(
      pseudonymised({ player_id: 'player', linked_player_id: 'player-1', attributes: { a: 'player-1' } }),
    ).toMatchObject({
      attributes: { a: keyOf('player-1') },
    }));

  test('as a number', () =>
    expect(
      pseudonymised({ player_id: '12345678', session_id: 12345678, attributes: { a: 12345678, b: 123456789 } }),
    ).toEqual({
      player_key: keyOf('12345678'),
      session_id: keyOf('12345678'),
      attributes: { a: keyOf('12345678'), b: 123456789 },
    }));
});

const KEPT: [string, Named][] = [
  ['ids of five characters in ordinary words', { player_id: 'match', attributes: { a: 'matchless' } }],
  ['event types that have a contract', { player_id: 'custom', event_type: 'custom' }],
  ['values of a closed list', { player_id: 'production', environment: 'production' }],
  ['times', { player_id: '2026-03-01', client_time: '2026-03-01T10:00:00Z' }],
  ['numbers in fields of numbers', { player_id: '123456', event_type: 'match_end', properties: { score: 123456 } }],
  ['the names of fields', { player_id: 'platform', platform: 'ios', properties: { score: 1 } }],
  ['the properties', { player_id: 'proper', properties: { score: 1 } }],
];

describe('keeps', () => {
  for (const [what, sent] of KEPT)
    test(what, () => {
      const { player_id, ...rest } = sent;
      expect(pseudonymised(sent)).toEqual({ ...rest, player_key: keyOf(player_id as string) });
    });
});

describe('an id that can stand for no player leaves a stand-in of its kind, nothing of itself', () => {
  const WRONG: [string, unknown, unknown, unknown][] = [
    ['a number', 12345678, keyOf('12345678'), 0],
    ['a boolean', true, keyOf('true'), false],
    ['an empty text', '', keyOf(''), ''],
    ['257 characters', 'x'.repeat(257), keyOf('x'.repeat(257)), '*'.repeat(257)],
    ['a list', ['anna-4711'], undefined, []],
    ['an object', { id: 'anna-4711' }, undefined, {}],
  ];
  for (const [what, player_id, player_key, standIn] of WRONG)
    test(what, () => expect(pseudonymised({ player_id })).toEqual({ player_key, player_id: standIn }));
});

test('ids have up to 256 characters, of one code unit or two', () => {
  for (const id of ['x'.repeat(256), '\u{1f3ae}'.repeat(256)])
    expect(pseudonymised({ player_id: id })).toEqual({ player_key: keyOf(id) });
  expect(pseudonymised({ player_id: '\u{1f3ae}'.repeat(257) })).toHaveProperty('player_id');
});

test('a key that the client made is dropped and told', () => {
  expect(pseudonymised({ player_key: KEY, properties: { linked_player_key: KEY } })).toEqual({ properties: {} });
  expect(pseudonymised({ player_id: 'ben', player_key: KEY })).toEqual({ player_key: keyOf('ben') });
  expect(flawOf({ player_id: 'ben', player_key: KEY })).toMatchObject({ reason: 'forbidden_name' });
  expect(flawOf({ player_key: KEY })).toMatchObject({ pointer: '/player_key' });
  expect(flawOf({ properties: { linked_player_key: KEY } })).toMatchObject({
    pointer: '/properties/linked_player_key',
  });
  expect(flawOf(event())).toBeUndefined();
});

test('an event that is no object keeps no text', () => {
  expect(after(step, ANNA).event).toBe('[text of 9 characters]');
  expect(after(step, [[ANNA]]).event).toEqual([['[text of 9 characters]']]);
  for (const sent of [null, 7, true]) expect(after(step, sent).event).toBe(sent);
});
