import { describe, expect, test } from '@jest/globals';
import type { Named } from '../../../core/draft.ts';
import { validate } from '../../../core/steps/validate.ts';
import { eventTypes } from '../../../core/vocabulary.ts';
import { exampleOf } from '../../glue/events.ts';
import { after, draft, event } from '../sample.ts';

/** The event with keyed hashes in the place of its ids. */
function stored({ player_id, properties, ...rest }: Named): Named {
  const { linked_player_id, ...others } = Object(properties) as Named;
  return {
    ...rest,
    ...(player_id !== undefined && { player_key: 'f'.repeat(64) }),
    properties: linked_player_id === undefined ? properties : { ...others, linked_player_key: 'e'.repeat(64) },
  };
}

/** Holds an event, its ids being keyed hashes already, to its contract. */
const validated = (sent: unknown) => validate()(draft(sent));
const rowOf = (changes: Named = {}) => after(validate(), stored(event(changes))).row;
const refusalOf = (changes: Named) => {
  const { fate, ...refusal } = validated(stored(event(changes))) as Named;
  return { fate, reason: refusal.reason, pointer: refusal.pointer };
};

describe('the example of', () => {
  for (const type of eventTypes)
    test(`${type} is valid, and every field of it has a column`, () => {
      const sent = stored(exampleOf(type));
      const { row } = after(validate(), sent);
      const { properties, attributes, client_time, ...envelope } = sent;
      expect(row).toMatchObject({ ...envelope, ...(properties as Named), drift: 0 });
      expect(row.client_time).toBe(Date.parse(client_time as string));
    });
});

test('the row says which contract was kept, and that it is production unless told otherwise', () => {
  expect(rowOf()).toMatchObject({ contract_version: '1.0.0', environment: 'production' });
  expect(rowOf({ environment: 'test' })).toMatchObject({ environment: 'test' });
});

test('null is absent, for required fields too', () => {
  expect(rowOf({ session_id: null, properties: { custom_name: 'x', custom_value: null } })).not.toHaveProperty(
    'session_id',
  );
  expect(refusalOf({ event_id: null })).toEqual({ fate: 'quarantined', reason: 'missing_field', pointer: '/event_id' });
});

const REFUSED: [string, Named, string, string][] = [
  ['an event without an id', { event_id: undefined }, 'missing_field', '/event_id'],
  ['an empty id', { event_id: '' }, 'too_short', '/event_id'],
  ['an id of 65 characters', { event_id: 'x'.repeat(65) }, 'too_long', '/event_id'],
  ['an id that is a number', { event_id: 7 }, 'wrong_type', '/event_id'],
  ['an event without a type', { event_type: undefined }, 'missing_field', '/event_type'],
  ['an unknown event type', { event_type: 'level_up' }, 'unknown_event_type', '/event_type'],
  ['an event type that objects have anyway', { event_type: 'constructor' }, 'unknown_event_type', '/event_type'],
  ['an event type that is a list', { event_type: ['custom'] }, 'wrong_type', '/event_type'],
  ['an event without a player', { player_id: undefined }, 'missing_field', '/player_id'],
  ['an event without a time', { client_time: undefined }, 'missing_field', '/client_time'],
  ['a time without an offset', { client_time: '2026-03-01T10:00:00' }, 'bad_format', '/client_time'],
  ['a time in seconds', { client_time: 1_772_359_140 }, 'invalid_time', '/client_time'],
  ['the 30th of February', { client_time: '2026-02-30T10:00:00Z' }, 'invalid_time', '/client_time'],
  ['a country in words', { country: 'Indonesia' }, 'bad_format', '/country'],
  ['another environment', { environment: 'staging' }, 'not_in_list', '/environment'],
  ['properties that are a list', { properties: [] }, 'wrong_type', '/properties'],
  [
    'a property of the wrong type',
    { properties: { custom_name: 'x', custom_value: '3' } },
    'wrong_type',
    '/properties/custom_value',
  ],
  ['a required property that is missing', { properties: {} }, 'missing_field', '/properties/custom_name'],
  ['required properties of which there are none', { properties: undefined }, 'missing_field', '/properties'],
  ['an attribute that is an object', { attributes: { a: {} } }, 'wrong_type', '/attributes/a'],
  [
    '51 attributes',
    { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`a${n}`, n])) },
    'too_many_attributes',
    '/attributes',
  ],
];

describe('quarantines', () => {
  for (const [what, changes, reason, pointer] of REFUSED)
    test(what, () => expect(refusalOf(changes)).toEqual({ fate: 'quarantined', reason, pointer }));

  for (const sent of [null, 'text', 7, true, [event()]])
    test(`${JSON.stringify(sent)}, which is no object`, () =>
      expect(validated(sent)).toMatchObject({ fate: 'quarantined', reason: 'not_an_object', pointer: '' }));
});

const TAKEN: [string, Named][] = [
  ['an id of one character', { event_id: 'x' }],
  ['an id of 64 characters', { event_id: 'x'.repeat(64) }],
  ['an id of 64 characters of two code units each', { event_id: '\u{1f3ae}'.repeat(64) }],
  ['50 attributes', { attributes: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`a${n}`, n])) }],
  ['text, numbers and booleans as attributes', { attributes: { a: 'x', b: 1.5, c: false } }],
  ['unknown properties, however deep', { properties: { custom_name: 'x', gear: { hat: [{ size: 7 }] } } }],
];

describe('takes', () => {
  for (const [what, changes] of TAKEN) test(what, () => expect(validated(stored(event(changes))).fate).toBe('ok'));
});

const purchase = (changes: Named) =>
  validated(
    stored({ ...exampleOf('purchase'), properties: { ...(exampleOf('purchase').properties as Named), ...changes } }),
  );

describe('a purchase', () => {
  const BROKEN: [string, Named, string, string][] = [
    ['needs its transaction', { transaction_id: undefined }, 'missing_field', '/properties/transaction_id'],
    ['needs an amount', { amount: undefined }, 'missing_field', '/properties/amount'],
    ['needs a currency', { currency: undefined }, 'missing_field', '/properties/currency'],
    ['has its money in whole minor units', { amount: 4.99 }, 'wrong_type', '/properties/amount'],
    ['has no negative amount', { amount: -499 }, 'out_of_range', '/properties/amount'],
    ['has a currency of three capitals', { currency: 'usd' }, 'bad_format', '/properties/currency'],
    ['says whether it is a test with a boolean', { sandbox: 'true' }, 'wrong_type', '/properties/sandbox'],
    ['is reported by client or server', { reported_by: 'store' }, 'not_in_list', '/properties/reported_by'],
  ];
  for (const [what, changes, reason, pointer] of BROKEN)
    test(what, () => expect(purchase(changes)).toMatchObject({ fate: 'quarantined', reason, pointer }));

  test('may be free, and in the sandbox', () => expect(purchase({ amount: 0, sandbox: true }).fate).toBe('ok'));
});

test('a flaw found before is told before the contract is asked', () => {
  const flaw = {
    fate: 'quarantined' as const,
    reason: 'forbidden_name' as const,
    pointer: '/player_key',
    message: 'no',
  };
  expect(validate()({ ...draft({ event_type: 'unknown' }), flaw })).toEqual(flaw);
});
