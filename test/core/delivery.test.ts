import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Delivery, ProcessedEvent } from '../../core/delivery.ts';
import { decodeDelivery, decodeDeliveryFacts, deliveryOf, encodeDelivery } from '../../core/delivery.ts';
import type { EventRow } from '../../core/event-table.ts';
import { reasons } from '../../core/reasons.ts';

const facts = {
  delivery_id: '01a207be-1938-7a7a-8344-4fc290402350',
  game: 'space-miner',
  region: 'local',
  protocol: 'native',
  received_at: 1_772_359_200_000,
  sent_at: 1_772_359_199_000,
  history: false,
};
const accepted: ProcessedEvent = { fate: 'ok', row: { event_id: 'e-1', score: 1.5, crash: false, attributes: null } };
const refused: ProcessedEvent = {
  fate: 'quarantined',
  reason: 'wrong_type',
  pointer: '/properties/score',
  message: 'score must be number,\ngot text of 3 characters',
  row: { event_id: 'e-2' },
  payload: '{"event_id":"e-2"}',
};
const delivery = deliveryOf(
  facts,
  [refused, accepted, accepted].map(event => structuredClone(event)),
);

test('events are sorted by fate into columns, each with its place in the request', () =>
  expect(delivery).toEqual({
    ...facts,
    count: 3,
    tables: {
      ok: { rows: 2, columns: { event_id: ['e-1'], score: [1.5], crash: [false], event_index: [1, 2] } },
      quarantined: {
        rows: 1,
        columns: {
          event_id: ['e-2'],
          event_index: [0],
          reason: ['wrong_type'],
          pointer: ['/properties/score'],
          message: ['score must be number,\ngot text of 3 characters'],
          payload: ['{"event_id":"e-2"}'],
        },
      },
    },
  }));

test('a delivery is read as it was written', () => expect(decodeDelivery(encodeDelivery(delivery))).toEqual(delivery));

test('its facts and the number of its events are read without the events', () => {
  expect(decodeDeliveryFacts(encodeDelivery(delivery))).toEqual({ ...facts, count: 3 });
  expect(decodeDeliveryFacts(encodeDelivery(deliveryOf(facts, [])))).toEqual({ ...facts, count: 0 });
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('\n', '\r\n', '\u2028', '\\n', '"', '}\n{', 'ä\u{1f3ae}', '\ud800'),
);
const row = fc.dictionary(
  fc.stringMatching(/^[a-z_]{1,8}$/),
  fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
    fc.boolean(),
    fc.constant(null),
  ),
  { noNullPrototype: true },
) as fc.Arbitrary<EventRow>;
const processed: fc.Arbitrary<ProcessedEvent> = fc.oneof(
  row.map(row => ({ fate: 'ok' as const, row })),
  fc.record({
    fate: fc.constantFrom('quarantined' as const, 'late' as const),
    reason: fc.constantFrom(...reasons),
    pointer: text,
    message: text,
    row,
    payload: text,
  }),
);

test('any delivery is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(processed, { maxLength: 6 }), text, fc.boolean(), (events, game, history) => {
      const { sent_at, ...others } = facts;
      const known = { ...others, game, history, ...(history ? {} : { sent_at }) };
      const sent: Delivery = deliveryOf(known, structuredClone(events));
      const record = encodeDelivery(sent);
      expect(decodeDelivery(record)).toEqual(JSON.parse(JSON.stringify(sent)));
      expect(decodeDeliveryFacts(record)?.count).toBe(events.length);
    }),
  );
});

test('a record that was cut anywhere is no delivery', () => {
  const record = encodeDelivery(delivery);
  const cut = Array.from(record, (_byte, length) => record.subarray(0, length));
  expect(cut.filter(part => decodeDelivery(part) || decodeDeliveryFacts(part))).toEqual([]);
});

test('a record with one bit turned is no delivery, unless the bit means nothing', () => {
  const record = encodeDelivery(delivery);
  let harmless = 0;
  for (let bit = 0; bit < record.length * 8; bit++) {
    const altered = Uint8Array.from(record);
    altered[bit >> 3]! ^= 1 << (bit & 7);
    const read = decodeDelivery(altered);
    if (read === undefined) continue;
    harmless += 1;
    expect(read).toEqual(delivery);
  }
  // RFC 8878 3.1.1.1.1: one bit of the frame header is unused, and a window may be larger than it has to be
  expect(harmless).toBeLessThan(12);
});

test('any bytes at all are no delivery', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => expect(decodeDelivery(bytes)).toBeUndefined()));
});

const line = JSON.stringify({ format: 1, count: 1, ...facts });
const table = '{"ok":{"rows":1,"columns":{}}}';
const OTHERS: [string, string][] = [
  ['an unknown format', `${line.replace('"format":1', '"format":2')}\n${table}`],
  ['no format', `{"count":1}\n${table}`],
  ['fewer events than it counts', `${line}\n{}`],
  ['more events than it counts', `${line}\n${table.replace('1', '2')}`],
  ['no tables', line],
  ['tables that are no JSON', `${line}\n{"ok":`],
  ['an empty line for tables', `${line}\n`],
  ['a line too many', `${line}\n${table}\n${table}`],
  ['no JSON at all', 'hello'],
  ['null', 'null'],
  ['nothing', ''],
];

describe('no delivery is a whole frame with', () => {
  for (const [what, content] of OTHERS)
    test(what, () => expect(decodeDelivery(zstdCompressSync(content))).toBeUndefined());

  test('another behind it', () => {
    const record = encodeDelivery(delivery);
    expect(decodeDelivery(Buffer.concat([record, record]))).toBeUndefined();
    expect(decodeDeliveryFacts(Buffer.concat([record, record]))).toBeUndefined();
  });

  test('more than 64 MiB of text', () =>
    expect(decodeDelivery(zstdCompressSync(Buffer.alloc(64 * 1024 * 1024 + 1, 32)))).toBeUndefined());
});

test.each([
  ['no time', { received_at: undefined }],
  ['a time as text', { received_at: '2026-03-01T10:00:00Z' }],
  ['a time beyond all calendars', { received_at: 9e15 }],
  ['a time between two milliseconds', { received_at: 1.5 }],
  ['no game', { game: undefined }],
  ['a number of events below zero', { count: -1 }],
  ['more events than anything sends', { count: 100_001 }],
  ['half an event', { count: 0.5 }],
])('a record with %s is no delivery', (_what, wrong) => {
  const line = JSON.stringify({ format: 1, ...facts, count: 0, ...wrong });
  expect(decodeDeliveryFacts(zstdCompressSync(`${line}\n{}`))).toBeUndefined();
  expect(decodeDelivery(zstdCompressSync(`${line}\n{}`))).toBeUndefined();
});
