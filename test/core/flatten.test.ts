import { describe, expect, test } from '@jest/globals';
import type { Named } from '../../core/draft.ts';
import type { EventRow } from '../../core/event-table.ts';
import { flatten, withoutNulls } from '../../core/flatten.ts';
import { contractOf } from '../../core/vocabulary.ts';

function flat(event: Named) {
  const row: EventRow = {};
  const refusal = flatten({ event, row, contract: contractOf('match_end')! });
  return { row, refusal };
}

test('fields of the envelope and of the contract get their columns', () =>
  expect(flat({ event_type: 'match_end', platform: 'android', properties: { score: 12.5, rank: 1 } })).toEqual({
    row: { event_type: 'match_end', platform: 'android', score: 12.5, rank: 1, drift: 0, attributes: null },
    refusal: undefined,
  }));

test('the time is left to the clock', () =>
  expect(flat({ client_time: '2026-03-01T10:00:00Z' }).row).not.toHaveProperty('client_time'));

const ATTRIBUTES: [string, Named, string | null, number][] = [
  [
    'attributes are one JSON text with its names in order',
    { attributes: { b: 'x', a: 1, c: true } },
    '{"a":1,"b":"x","c":true}',
    0,
  ],
  ['no attributes are none', { attributes: {} }, null, 0],
  [
    'a property the contract does not know becomes one, and is drift',
    { properties: { shoe_size: 42 } },
    '{"shoe_size":42}',
    1,
  ],
  ['so does a property of another contract', { properties: { amount: 499 } }, '{"amount":499}', 1],
  ['so does an unknown name beside the properties', { shoe_size: 42 }, '{"shoe_size":42}', 1],
  ['so does a property at the top', { score: 7 }, '{"score":7}', 1],
  [
    'a field of the envelope among the properties is drift too',
    { properties: { platform: 'ios' } },
    '{"platform":"ios"}',
    1,
  ],
  ['an object among them is JSON text', { properties: { deep: { b: [1], a: null } } }, '{"deep":"{\\"b\\":[1]}"}', 1],
  [
    'attributes win over properties, and these over names beside them',
    { x: 1, properties: { x: 2, y: 2 }, y: 1, attributes: { x: 3 } },
    '{"x":3,"y":2}',
    4,
  ],
  [
    'names of objects are only names',
    { constructor: 1, properties: { toString: 2 } },
    '{"constructor":1,"toString":2}',
    2,
  ],
];

describe('of what the contract does not know,', () => {
  for (const [what, event, attributes, drift] of ATTRIBUTES)
    test(what, () => expect(flat(event).row).toMatchObject({ attributes, drift }));
});

test('no client writes a column of ours', () => {
  const ours = {
    received_at: 1,
    event_date: '1999-01-01',
    game: 'other',
    fingerprint: 'f',
    history: true,
    amount_usd: 9,
    drift: 7,
  };
  const { row } = flat({ ...ours, properties: ours });
  expect(row).toEqual({ drift: 14, attributes: expect.any(String) });
  expect(JSON.parse(row.attributes as string)).toEqual(ours);
});

const many = (count: number, prefix = 'n') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [prefix + index, index]));

test('50 attributes are kept, unknown properties among them', () => {
  expect(flat({ attributes: many(50) }).refusal).toBeUndefined();
  expect(flat({ attributes: many(25), properties: many(24, 'p'), shoe: 1 }).refusal).toBeUndefined();
});

test('more than 50 are refused, and counted', () =>
  expect(flat({ attributes: many(25), properties: many(25, 'p'), shoe: 1 }).refusal).toMatchObject({
    reason: 'too_many_attributes',
    pointer: '/attributes',
    message: expect.stringContaining('51 attributes'),
  }));

test('a name that stands twice counts once', () =>
  expect(flat({ attributes: many(50), properties: many(50) }).refusal).toBeUndefined());

test('an attribute is text, a number or a boolean', () =>
  expect(flat({ attributes: { 'a/b': { c: 1 } } }).refusal).toMatchObject({
    reason: 'wrong_type',
    pointer: '/attributes/a~1b',
  }));

test('a whole number has to fit its column: 2^53 - 1 does, more does not', () => {
  expect(flat({ properties: { rank: 9_007_199_254_740_991 } }).refusal).toBeUndefined();
  for (const rank of [9_007_199_254_740_992, -9_007_199_254_740_992, 1e300])
    expect(flat({ properties: { rank } }).refusal).toMatchObject({
      reason: 'out_of_range',
      pointer: '/properties/rank',
    });
  expect(flat({ properties: { score: 1e300 } }).refusal).toBeUndefined();
});

test('null is absent: at the top, among the properties, among the attributes', () => {
  const event = { a: null, b: 1, properties: { c: null, d: { e: null } }, attributes: { f: null } };
  expect(withoutNulls(event)).toEqual({ b: 1, properties: { d: { e: null } }, attributes: {} });
  expect(event.properties).toHaveProperty('c');
});

test('an event without nulls is not copied', () => {
  const event = { a: 1, properties: { b: 2 } };
  expect(withoutNulls(event)).toBe(event);
});
