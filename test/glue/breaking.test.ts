import { describe, expect, test } from '@jest/globals';
import { breakingChanges } from '../../glue/rendering/breaking.ts';
import type { Release, ReleasedProperty } from '../../glue/rendering/release.ts';
import { readRelease, recorded, releaseOf, releaseText } from '../../glue/rendering/release.ts';
import { catalog } from './catalog.ts';

const release = (properties: Record<string, ReleasedProperty>, version = '1.4.0', fields = {}): Release => ({
  fields,
  contracts: { 'events/match_end': { version, properties } },
});
const score = (promise: Partial<ReleasedProperty>): Record<string, ReleasedProperty> => ({
  score: { type: 'double', ...promise },
});

const BREAKS: [string, Record<string, ReleasedProperty>, Record<string, ReleasedProperty>, string][] = [
  ['a property removed', score({}), {}, 'score: removed'],
  ['a type changed', score({}), score({ type: 'long' }), 'score: type changed from double to long'],
  ['a property made required', score({}), score({ required: true }), 'score: made required'],
  ['a new property that is required', {}, score({ required: true }), 'score: new and required'],
  ['another raw field', score({ sent_as: 'a' }), score({ sent_as: 'b' }), 'score: sent as b, was a'],
  ['a least value raised', score({ min: 0 }), score({ min: 1 }), 'score: min narrowed from 0 to 1'],
  ['a least value where there was none', score({}), score({ min: -5 }), 'score: min narrowed from none to -5'],
  ['a greatest value lowered', score({ max: 9 }), score({ max: 8 }), 'score: max narrowed from 9 to 8'],
  ['a greatest value where there was none', score({}), score({ max: 8 }), 'score: max narrowed from none to 8'],
  [
    'a longer least length',
    score({ min_length: 1 }),
    score({ min_length: 2 }),
    'score: min_length narrowed from 1 to 2',
  ],
  [
    'a shorter greatest length',
    score({ max_length: 64 }),
    score({ max_length: 32 }),
    'score: max_length narrowed from 64 to 32',
  ],
  [
    'fewer members',
    score({ max_properties: 50 }),
    score({ max_properties: 20 }),
    'score: max_properties narrowed from 50 to 20',
  ],
  ['another pattern', score({ pattern: '^a' }), score({ pattern: '^b' }), 'score: pattern narrowed from "^a" to "^b"'],
  ['a pattern where there was none', score({}), score({ pattern: '^b' }), 'score: pattern narrowed from none to "^b"'],
  [
    'a value taken from the list',
    score({ values: ['a', 'b'] }),
    score({ values: ['b'] }),
    'score: values narrowed from ["a","b"] to ["b"]',
  ],
  [
    'a list where every value was allowed',
    score({}),
    score({ values: ['b'] }),
    'score: values narrowed from none to ["b"]',
  ],
];

const HARMLESS: [string, Record<string, ReleasedProperty>, Record<string, ReleasedProperty>][] = [
  ['nothing at all', score({ min: 1, values: ['a'] }), score({ min: 1, values: ['a'] })],
  ['a new optional property', {}, score({})],
  ['a property no longer required', score({ required: true }), score({})],
  ['wider numbers', score({ min: 1, max: 2 }), score({ min: 0, max: 3 })],
  ['wider lengths', score({ min_length: 2, max_length: 3 }), score({ min_length: 1, max_length: 4 })],
  ['no limits any more', score({ min: 1, max: 2, pattern: '^a', values: ['a'], max_length: 3 }), score({})],
  ['a value added, in another order', score({ values: ['a', 'b'] }), score({ values: ['b', 'c', 'a'] })],
];

describe('breaks what was released', () => {
  for (const [name, before, after, problem] of BREAKS)
    test(name, () =>
      expect(breakingChanges(release(before), release(after))).toEqual([
        `events/match_end ${problem}; undo it, or raise the version to 2.0.0`,
      ]),
    );

  test('a contract that is gone', () =>
    expect(breakingChanges(release({}), { fields: {}, contracts: {} })[0]).toMatch(/events\/match_end is gone/));
});

describe('breaks nothing', () => {
  for (const [name, before, after] of HARMLESS)
    test(name, () => expect(breakingChanges(release(before), release(after))).toEqual([]));
});

describe('a version', () => {
  for (const [name, before, after] of BREAKS)
    test(`of a new major allows ${name}`, () =>
      expect(breakingChanges(release(before, '1.4.0'), release(after, '2.0.0'))).toEqual([]));

  test('of a new minor allows nothing', () =>
    expect(breakingChanges(release(score({}), '1.4.0'), release({}, '1.5.0'))).toHaveLength(1));

  test('counts as numbers, not as text', () =>
    expect(breakingChanges(release(score({}), '9.0.0'), release({}, '10.0.0'))).toEqual([]));
});

describe('a field id', () => {
  test('never changes, whatever the version', () =>
    expect(breakingChanges(release({}, '1.0.0', { score: 7 }), release({}, '2.0.0', { score: 8 }))).toEqual([
      'field score has the id 8, released was 7: put 7 back',
    ]));

  test('is never given to another field, even when its own is gone', () =>
    expect(breakingChanges(release({}, '1.0.0', { score: 7 }), release({}, '2.0.0', { points: 7 }))).toEqual([
      'field points has the id 7, which belongs to score for ever: take a new one',
    ]));

  test('is remembered after its field is gone', () =>
    expect(recorded(release({}, '1.0.0', { score: 7 }), release({}, '1.0.0', { points: 8 })).fields).toEqual({
      score: 7,
      points: 8,
    }));
});

test('what is recorded reads back as it was written', () =>
  expect(readRelease(releaseText(releaseOf(catalog)))).toEqual(releaseOf(catalog)));

test('before the first release nothing can break', () =>
  expect(breakingChanges(readRelease(undefined), releaseOf(catalog))).toEqual([]));
