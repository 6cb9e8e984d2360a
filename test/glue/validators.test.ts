import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EventType } from '../../glue/rendered/contracts.ts';
import { eventContracts, fields } from '../../glue/rendered/contracts.ts';
import { validators } from '../../glue/rendered/validators.js';
import type { Named } from './events.ts';
import { exampleOf, stored, withValue } from './events.ts';

const types = Object.keys(eventContracts) as EventType[];

describe('the example of a contract', () => {
  for (const type of types)
    test(`${type} is accepted`, () => {
      expect(validators[type](stored(exampleOf(type)))).toBe(true);
      expect(validators[type].errors).toBeNull();
    });
});

/** One mutation of each kind; a mutation answers undefined where the contract has nothing to mutate. */
const MUTATIONS: [string, (event: Named, type: EventType) => Named | undefined, string][] = [
  ['no event id', event => withValue(event, '/event_id', undefined), 'required'],
  ['an empty event id', event => withValue(event, '/event_id', ''), 'minLength'],
  ['an event id of 65 characters', event => withValue(event, '/event_id', 'x'.repeat(65)), 'maxLength'],
  ['a number for an event id', event => withValue(event, '/event_id', 7), 'type'],
  ['another event type', event => withValue(event, '/event_type', 'another'), 'const'],
  ['no client time', event => withValue(event, '/client_time', undefined), 'required'],
  ['null for client time', event => withValue(event, '/client_time', null), 'type'],
  ['an object for client time', event => withValue(event, '/client_time', {}), 'type'],
  [
    'no player',
    (event, type) => (type === 'server_health' ? undefined : withValue(event, '/player_key', undefined)),
    'required',
  ],
  ['a boolean for a player', event => withValue(event, '/player_key', true), 'type'],
  ['a country in words', event => withValue(event, '/country', 'Indonesia'), 'pattern'],
  ['an unknown environment', event => withValue(event, '/environment', 'staging'), 'enum'],
  ['an array for attributes', event => withValue(event, '/attributes', []), 'type'],
  ['an object in attributes', event => withValue(event, '/attributes', { a: {} }), 'type'],
  ['51 attributes', event => withValue(event, '/attributes', manyAttributes(51)), 'maxProperties'],
  ['an array for properties', event => withValue(event, '/properties', []), 'type'],
  ['text for properties', event => withValue(event, '/properties', 'score=3'), 'type'],
  ['a required property missing', (event, type) => mutated(event, first(type, 'required'), undefined), 'required'],
  ['null for a required property', (event, type) => mutated(event, first(type, 'required'), null), 'type'],
  ['text for a whole number', (event, type) => mutated(event, first(type, 'long'), '3'), 'type'],
  ['a fraction for a whole number', (event, type) => mutated(event, first(type, 'long'), 3.5), 'type'],
  ['text for a number', (event, type) => mutated(event, first(type, 'double'), '3'), 'type'],
  ['infinity for a number', (event, type) => mutated(event, first(type, 'double'), JSON.parse('1e999')), 'type'],
  ['text for a truth', (event, type) => mutated(event, first(type, 'boolean'), 'true'), 'type'],
  ['a number for text', (event, type) => mutated(event, first(type, 'string'), 3), 'type'],
  ['a value that is not in the list', (event, type) => mutated(event, first(type, 'values'), 'nonsense'), 'enum'],
  ['a number below its least', (event, type) => mutated(event, first(type, 'min'), -1), 'minimum'],
  ['a number above its greatest', (event, type) => mutated(event, first(type, 'max'), 1e13), 'maximum'],
  ['text that is too long', (event, type) => mutated(event, first(type, 'max_length'), 'x'.repeat(9000)), 'maxLength'],
  ['an empty text where one is due', (event, type) => mutated(event, first(type, 'min_length'), ''), 'minLength'],
];

describe('an event is refused with', () => {
  for (const [name, mutate, keyword] of MUTATIONS) {
    const cases = types
      .map(type => ({ type, event: mutate(stored(exampleOf(type)), type) }))
      .filter(({ event }) => event);
    test(`${name} (${cases.length} contracts)`, () => {
      expect(cases.length).toBeGreaterThan(0);
      for (const { type, event } of cases) {
        expect([type, validators[type](event)]).toEqual([type, false]);
        expect([type, validators[type].errors?.[0]?.keyword]).toEqual([type, keyword]);
      }
    });
  }

  for (const value of [null, [], 'event', 7, true, undefined])
    test(`${JSON.stringify(value)} in its place`, () => {
      for (const type of types) expect(validators[type](value)).toBe(false);
    });
});

describe('an event is accepted with', () => {
  const harmless: [string, (event: Named) => Named][] = [
    ['an unknown name beside the properties', event => withValue(event, '/shoe_size', 43)],
    ['an unknown property of any shape', event => withValue(event, '/properties/shoe_size', { eu: [43] })],
    ['epoch milliseconds for client time', event => withValue(event, '/client_time', 1_772_359_200_000)],
    ['null for an optional field', event => withValue(event, '/platform', null)],
    ['null for attributes', event => withValue(event, '/attributes', null)],
    ['50 attributes', event => withValue(event, '/attributes', manyAttributes(50))],
    ['64 characters beyond the basic plane for an id', event => withValue(event, '/event_id', '😀'.repeat(64))],
    [
      'names of every object',
      event => JSON.parse(JSON.stringify(event).replace('{', '{"__proto__":1,"constructor":2,')),
    ],
  ];
  for (const [name, mutate] of harmless)
    test(name, () => {
      for (const type of types) expect([type, validators[type](mutate(stored(exampleOf(type))))]).toEqual([type, true]);
    });

  test('null for each optional property', () => {
    for (const type of types)
      for (const property of eventContracts[type].properties.filter(name => !requiredOf(type).includes(name)))
        expect([
          property,
          validators[type](withValue(stored(exampleOf(type)), `/properties/${property}`, null)),
        ]).toEqual([property, true]);
  });
});

test('an error says where, what was found and what was due, and never the value', () => {
  const event = withValue(stored(exampleOf('match_end')), '/properties/score', 'anna@example.com');
  validators.match_end(event);
  expect(validators.match_end.errors).toEqual([
    { keyword: 'type', instancePath: '/properties/score', params: { type: ['number', 'null'] }, found: 'string' },
  ]);
});

test('the validators run where no library is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playlake-validators-'));
  copyFileSync('glue/rendered/validators.js', join(folder, 'validators.mjs'));
  const script = `import('${folder}/validators.mjs').then(({ validators }) => console.log(Object.keys(validators).length))`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('15\n');
  rmSync(folder, { recursive: true });
});

test('there is a schema for every event type', () =>
  expect(readdirSync('glue/rendered/schemas').sort()).toEqual(types.map(type => `${type}.schema.json`).sort()));

function manyAttributes(count: number): Named {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at]));
}

function requiredOf(type: EventType): string[] {
  const schema = JSON.parse(readFileSync(`glue/rendered/schemas/${type}.schema.json`, 'utf8'));
  return (schema.properties.properties.required ?? []).map((name: string) =>
    name === 'linked_player_id' ? 'linked_player_key' : name,
  );
}

/** The first property of the contract that has the limit, the type, or is required. */
function first(type: EventType, what: string): string | undefined {
  if (what === 'required') return requiredOf(type)[0];
  const names = eventContracts[type].properties as (keyof typeof fields)[];
  return names.find(name => {
    const field = fields[name];
    if (field.values && what !== 'values') return false;
    return field.type === what || Object.hasOwn(field, what);
  });
}

function mutated(event: Named, property: string | undefined, value: unknown): Named | undefined {
  return property === undefined ? undefined : withValue(event, `/properties/${property}`, value);
}
