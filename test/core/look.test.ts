import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Named } from '../../core/draft.ts';
import { isPlain } from '../../core/look.ts';
import { mask } from '../../core/steps/mask.ts';
import { pseudonymise } from '../../core/steps/pseudonymise.ts';
import { validate } from '../../core/steps/validate.ts';
import { draft, event, settings } from './sample.ts';

const id = fc.oneof(
  fc.constantFrom('anna-4711', '12345678', '4711', 'proper', 'custom', '00123456', '1e7'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
);
const around = (id: string) => {
  const text = fc.oneof(
    fc.constantFrom(id, `${id}x`, `x${id}`, id.slice(1), 'custom', ''),
    fc.string({ maxLength: 4 }),
  );
  const name = fc.oneof(
    text,
    fc.constantFrom('properties', 'attributes', 'score', 'session_id', 'event_type', '__proto__'),
  );
  return fc
    .letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.constantFrom(Number(id), 4711, 1.5, null, true).filter(value => !Number.isNaN(value)),
        tie('object'),
        fc.array(tie('value'), { maxLength: 2 }),
      ),
      object: fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    }))
    .object.map(rest => ({ ...(rest as Named), player_id: id }));
};

const steps = [pseudonymise(settings), mask(settings), validate()];

/** What the steps before the clock make of an event, with or without the look that spares them work. */
function judged(sent: unknown, plain: boolean) {
  let now = { ...draft(structuredClone(sent)), plain };
  for (const step of steps) {
    const result = step(now);
    if (result.fate !== 'ok') return result;
    now = result.value;
  }
  return { event: now.event, row: now.row };
}

test('a plain event is judged as it would be with all care', () => {
  let plain = 0;
  fc.assert(
    fc.property(id.chain(around), sent => {
      if (!isPlain(sent)) return;
      plain += 1;
      expect(judged(sent, true)).toEqual(judged(sent, false));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});

const PLAIN = event({
  event_id: '0b8f9a52-5c5e-4f0e-9a53-6c0f5a3c7a11',
  platform: 'android',
  session_id: 's-1',
  app_version: '1.4.2',
  attributes: { guild: 'owls', rank: 3, vip: true },
});

test('an ordinary event is plain', () => expect(isPlain(PLAIN)).toBe(true));

const CAREFUL: [string, Named | unknown][] = [
  ['is no object', [PLAIN]],
  ['has no player', { ...PLAIN, player_id: undefined }],
  ['names a player by a number', { ...PLAIN, player_id: 4711 }],
  ['names its player twice', { ...PLAIN, session_id: 's-anna-4711' }],
  ['names a player by a key', { ...PLAIN, player_key: 'x' }],
  ['names another player', { ...PLAIN, properties: { linked_player_id: 'ben' } }],
  ['has the player in a name', { ...PLAIN, attributes: { 'anna-4711': 1 } }],
  ['holds an e-mail address', { ...PLAIN, attributes: { note: 'a@example.com' } }],
  ['holds a telephone number', { ...PLAIN, attributes: { note: '0812-3456-7890' } }],
  ['holds a card number', { ...PLAIN, attributes: { note: '4111 1111 1111 1111' } }],
  ['holds a card number as a number', { ...PLAIN, attributes: { note: 4111111111111111 } }],
  ['has a null', { ...PLAIN, platform: null }],
  ['has a list', { ...PLAIN, attributes: { list: [] } }],
  ['nests deeper', { ...PLAIN, attributes: { inner: { a: 1 } } }],
  ['has half a surrogate pair', { ...PLAIN, platform: '\ud800' }],
  ['has a trap for a name', JSON.parse('{"player_id":"anna-4711","__proto__":{}}')],
  ['may be too large', { ...PLAIN, attributes: { note: 'x'.repeat(33_000) } }],
  ['has a number beyond a double', { ...PLAIN, attributes: { n: Number.POSITIVE_INFINITY } }],
];

describe('care is taken with an event that', () => {
  for (const [what, sent] of CAREFUL) test(what, () => expect(isPlain(sent)).toBe(false));
});
