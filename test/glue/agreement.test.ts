import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { EventType } from '../../glue/rendered/contracts.ts';
import { eventContracts, fields, pseudonyms } from '../../glue/rendered/contracts.ts';
import { validators } from '../../glue/rendered/validators.js';
import type { Named } from './events.ts';
import { exampleOf, schemaOf } from './events.ts';

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ maxLength: 70 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, '', 'ID', 'USD', 'production', 'win', 0, -1, 1e15, true),
);

/** An event somewhere between its example and noise: some names replaced, some taken away, some added. */
const noisy = (example: Named) =>
  fc
    .record({
      changes: fc.dictionary(fc.constantFrom(...Object.keys(example), 'shoe_size'), anything, { maxKeys: 2 }),
      inner: fc.dictionary(fc.constantFrom(...Object.keys(example.properties as Named), 'shoe_size'), anything, {
        maxKeys: 2,
      }),
      without: fc.subarray([...Object.keys(example), ...Object.keys(example.properties as Named)], { maxLength: 1 }),
    })
    .map(({ changes, inner, without }) => {
      const kept = (part: Named) =>
        Object.fromEntries(Object.entries(part).filter(([name]) => !without.includes(name)));
      return {
        ...kept(example),
        ...(without[0] === 'properties' ? {} : { properties: kept({ ...(example.properties as Named), ...inner }) }),
        ...changes,
      };
    });

describe('the published schema and the validator agree on any event of', () => {
  for (const type of Object.keys(eventContracts) as EventType[]) {
    const ajv = new Ajv2020({ allowUnionTypes: true });
    const schema = ajv.compile(schemaOf(type));
    test(type, () => {
      const seen = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(noisy(exampleOf(type)), event => {
          const accepted = schema(event);
          seen[accepted ? 'accepted' : 'refused'] += 1;
          expect(validators[type](pseudonymised(event))).toBe(accepted);
        }),
        { numRuns: 300 },
      );
      expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(10);
    });
  }
});

test('the published schemas compile without any setting but union types', () => {
  for (const type of Object.keys(eventContracts))
    new Ajv2020({ allowUnionTypes: true, strict: true }).compile(schemaOf(type));
});

/** Raw ids under their stored names: one that a hash would stand for becomes one, any other value stays wrong. */
function pseudonymised(event: Named): Named {
  const rename = (part: unknown): unknown =>
    typeof part !== 'object' || part === null || Array.isArray(part)
      ? part
      : Object.fromEntries(
          Object.entries(part).map(([name, value]) => [nameOf(name), name in pseudonyms ? hashed(value) : value]),
        );
  const outer = rename(event) as Named;
  return 'properties' in outer ? { ...outer, properties: rename(outer.properties) } : outer;
}

const nameOf = (name: string): string => (pseudonyms as Record<string, string>)[name] ?? name;

const hashed = (id: unknown): unknown =>
  typeof id === 'string' && [...id].length > 0 && [...id].length <= 256
    ? 'f'.repeat(fields.player_key.max_length ?? 64)
    : id;
