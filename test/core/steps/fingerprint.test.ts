import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryFacts } from '../../../core/delivery.ts';
import type { Named } from '../../../core/draft.ts';
import { event, processed, RECEIVED } from '../sample.ts';

const of = (sent: Named, changes: Partial<DeliveryFacts> = {}): unknown => {
  const { fate, row } = processed(sent, changes);
  if (fate !== 'ok') throw new Error(fate);
  return row.fingerprint;
};

test('it is a whole number that a double holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const print = of(event({ attributes: { value: JSON.stringify(value) } }));
      expect(Number.isSafeInteger(print)).toBe(true);
    }),
  );
});

test('transport is no part of it: a retry has the same', () => {
  const delay = fc.nat(3_600_000);
  const sent_at = fc.option(fc.integer({ min: RECEIVED - 120_000, max: RECEIVED }), { nil: undefined });
  fc.assert(
    fc.property(delay, sent_at, fc.string(), (delay, sent_at, name) => {
      const transport = { delivery_id: name, region: name, protocol: name, ...(sent_at !== undefined && { sent_at }) };
      expect(of(event(), { received_at: RECEIVED + delay, ...transport })).toBe(of(event()));
    }),
  );
});

const SAME: [string, Named][] = [
  ['its time in another offset', { client_time: '2026-03-01T16:59:00+07:00' }],
  ['its time in milliseconds', { client_time: Date.UTC(2026, 2, 1, 9, 59) }],
  ['a property that is null', { session_id: null, properties: { custom_name: 'pet_adopted', custom_value: null } }],
  ['an attribute that is null', { attributes: undefined }],
  ['another id, which is no content', { event_id: 'e-2' }],
  ['another player, who is no content', { player_id: 'ben-4712' }],
];

describe('it is the same for', () => {
  for (const [what, changes] of SAME) test(what, () => expect(of(event(changes))).toBe(of(event())));

  test('another order of names', () =>
    expect(of(Object.fromEntries(Object.entries(event()).reverse()))).toBe(of(event())));

  test('history', () => expect(of(event(), { history: true })).toBe(of(event())));
});

const OTHER: [string, Named][] = [
  ['time', { client_time: '2026-03-01T09:59:00.001Z' }],
  ['field', { platform: 'android' }],
  ['property', { properties: { custom_name: 'pet_adopted', custom_value: 1 } }],
  ['unknown property', { properties: { custom_name: 'pet_adopted', shoe: 1 } }],
  ['attribute', { attributes: { a: 1 } }],
  ['kind of attribute', { attributes: { a: '1' } }],
];

test('it differs with any content', () => {
  const prints = OTHER.map(([, changes]) => of(event(changes)));
  expect(new Set([of(event()), ...prints]).size).toBe(OTHER.length + 1);
});

test('two events have one fingerprint exactly when they say the same', () => {
  const attributes = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, '1', true), {
    maxKeys: 2,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(attributes, attributes, (one, other) => {
      const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
      expect(of(event({ attributes: one })) === of(event({ attributes: other }))).toBe(same);
    }),
  );
});

test('no two of 100,000 contents that differ in a digit share one', () => {
  const prints = Array.from({ length: 100_000 }, (_, n) =>
    of(event({ properties: { custom_name: 'x', custom_value: n } })),
  );
  expect(new Set(prints).size).toBe(100_000);
});
