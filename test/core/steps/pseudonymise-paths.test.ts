import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Named } from '../../../core/draft.ts';
import { pseudonymise } from '../../../core/steps/pseudonymise.ts';
import { facts, settings } from '../sample.ts';

const step = pseudonymise(settings);

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

test('an event is pseudonymised the same whether or not it names an absent player, which takes the longer way', () => {
  fc.assert(
    fc.property(id.chain(around), sent => {
      const short = step({ event: sent, facts: facts(), row: {} });
      const long = step({ event: { ...sent, linked_player_id: null }, facts: facts(), row: {} });
      expect(short).toEqual(long);
    }),
    { numRuns: 1000 },
  );
});
