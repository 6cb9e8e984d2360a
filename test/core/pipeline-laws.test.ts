import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProcessedEvent } from '../../core/delivery.ts';
import { fieldOf } from '../../core/vocabulary.ts';
import { event, processed } from './sample.ts';

/** Reasons that docs and clients know; a new one is added here on purpose. */
const REASONS = [
  'bad_format',
  'forbidden_name',
  'from_the_future',
  'invalid_time',
  'malformed_text',
  'missing_field',
  'not_an_object',
  'not_finite',
  'not_in_list',
  'out_of_range',
  'too_deep',
  'too_large',
  'too_late',
  'too_long',
  'too_many_attributes',
  'too_short',
  'unknown_event_type',
  'wrong_type',
];

/** What is wrong with the result of an event, whatever it was: nothing. */
function wrongWith(result: ProcessedEvent): unknown[] {
  const { row, fate: _fate, ...refusal } = result;
  const texts = Object.entries(refusal).filter(([, text]) => typeof text !== 'string' || !text.isWellFormed());
  const cells = Object.entries(row).filter(([name, cell]) => !fieldOf(name) || !isStorable(cell));
  if (result.fate === 'ok') return [...texts, ...cells];
  JSON.parse(result.payload);
  return [...texts, ...cells, ...(REASONS.includes(result.reason) && result.message !== '' ? [] : [result])];
}

const isStorable = (cell: unknown): boolean =>
  cell === null ||
  cell === undefined ||
  typeof cell === 'boolean' ||
  (typeof cell === 'string' ? cell.isWellFormed() : Number.isFinite(cell));

const odd = fc.constantFrom<unknown>(
  '\ud800',
  '\udc00',
  '\u0000',
  '',
  JSON.parse('1e400'),
  JSON.parse('-1e400'),
  5e-324,
  -0,
  2 ** 53,
  1e21,
  JSON.parse('{"__proto__":{"a":1}}'),
  [[]],
  {},
  '2026-03-01T09:59:00Z',
  '9999-12-31T23:59:59.999-23:59',
  '0000-01-01T00:00:00Z',
);
const names = fc.oneof(
  fc.constantFrom(
    'event_id',
    'event_type',
    'player_id',
    'player_key',
    'linked_player_id',
    'client_time',
    'properties',
    'attributes',
    'score',
    'amount',
    'currency',
    'custom_name',
    'game',
    'received_at',
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    '',
    '0',
    '/~',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const anyJson = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    odd,
    fc.jsonValue({ maxDepth: 1 }),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true }),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  object: fc.dictionary(names, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

test('the pipeline throws for no JSON value, and what comes out can be stored', () => {
  fc.assert(
    fc.property(anyJson.value, sent => expect(wrongWith(processed(sent))).toEqual([])),
    { numRuns: 1000 },
  );
});

test('nor for an event that is nearly right', () => {
  const type = fc.constantFrom('custom', 'purchase', 'match_end', 'chat_message', 'player_link', 'ad_impression');
  fc.assert(
    fc.property(anyJson.object, anyJson.object, type, (changes, properties, event_type) => {
      const valid = {
        transaction_id: 't',
        amount: 1,
        currency: 'EUR',
        body: 'b',
        linked_player_id: 'l',
        custom_name: 'c',
      };
      const sent = event({ event_type, properties: { ...valid, ...(properties as object) }, ...(changes as object) });
      expect(wrongWith(processed(sent))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

const deep = (levels: number, open: string, close: string) =>
  JSON.parse(`${open.repeat(levels)}"anna-4711"${close.repeat(levels)}`);

test('nor for what is absurdly deep, wide or long', () => {
  const values = [
    deep(100_000, '[', ']'),
    deep(50_000, '{"player_id":', '}'),
    deep(30_000, '{"a":[', ']}'),
    Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`n${index}`, index])),
    Array.from({ length: 30_000 }, () => 'a@'),
    'x'.repeat(1_000_000),
  ];
  for (const value of values) {
    const events = [
      value,
      event({ attributes: value }),
      event({ properties: { custom_name: 'x', value } }),
      event({ player_id: value }),
    ];
    for (const sent of events) expect(wrongWith(processed(sent))).toEqual([]);
  }
});

test('the same event gives the same result again', () => {
  fc.assert(fc.property(anyJson.object, sent => expect(processed(sent)).toEqual(processed(structuredClone(sent)))));
});
