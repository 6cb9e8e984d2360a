import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../../core/contract-errors.ts';
import type { Named } from '../../core/draft.ts';

type Case = [keyword: string, path: string, params: Named, reason: string, pointer: string, message: string];

const sent = {
  event_id: 'x'.repeat(70),
  country: 'Indonesia',
  player_key: 'f'.repeat(64),
  properties: { score: 'many', result: 'victory', rating: 11, amount: 4.99, body: '', linked_player_key: 7, map: null },
  attributes: { 'a/b': {}, list: [1, 2] },
};

const CASES: Case[] = [
  [
    'type',
    '/properties/score',
    { type: 'number' },
    'wrong_type',
    '/properties/score',
    'score must be number, got text of 4 characters',
  ],
  [
    'type',
    '/properties/amount',
    { type: ['integer', 'null'] },
    'wrong_type',
    '/properties/amount',
    'amount must be integer, got a number',
  ],
  [
    'type',
    '/attributes/list',
    { type: ['string', 'number', 'boolean'] },
    'wrong_type',
    '/attributes/list',
    'list must be string or number or boolean, got a list of 2',
  ],
  ['type', '/properties/map', { type: 'string' }, 'wrong_type', '/properties/map', 'map must be string, got nothing'],
  [
    'maxLength',
    '/event_id',
    { limit: 64 },
    'too_long',
    '/event_id',
    'event_id must have at most 64 characters, got text of 70 characters',
  ],
  [
    'minLength',
    '/properties/body',
    { limit: 1 },
    'too_short',
    '/properties/body',
    'body must have at least 1 characters, got text of 0 characters',
  ],
  [
    'maximum',
    '/properties/rating',
    { comparison: '<=', limit: 10 },
    'out_of_range',
    '/properties/rating',
    'rating must be <= 10, got a whole number',
  ],
  [
    'minimum',
    '/properties/rating',
    { comparison: '>=', limit: 0 },
    'out_of_range',
    '/properties/rating',
    'rating must be >= 0, got a whole number',
  ],
  [
    'pattern',
    '/country',
    { pattern: '^[A-Z]{2}$' },
    'bad_format',
    '/country',
    'country must match ^[A-Z]{2}$, got text of 9 characters',
  ],
  [
    'enum',
    '/properties/result',
    { allowedValues: ['win', 'loss', null] },
    'not_in_list',
    '/properties/result',
    'result must be one of win, loss, got text of 7 characters',
  ],
  [
    'const',
    '/properties/result',
    { allowedValue: 'win' },
    'not_in_list',
    '/properties/result',
    'result must be win, got text of 7 characters',
  ],
  [
    'maxProperties',
    '/attributes',
    { limit: 50 },
    'too_many_attributes',
    '/attributes',
    'attributes must have at most 50 names, got an object',
  ],
  [
    'required',
    '',
    { missingProperty: 'event_id' },
    'missing_field',
    '/event_id',
    'event_id is missing: the contract requires it',
  ],
  [
    'required',
    '/properties',
    { missingProperty: 'amount' },
    'missing_field',
    '/properties/amount',
    'amount is missing: the contract requires it',
  ],
  // a client knows the raw names only
  [
    'required',
    '',
    { missingProperty: 'player_key' },
    'missing_field',
    '/player_id',
    'player_id is missing: the contract requires it',
  ],
  [
    'type',
    '/properties/linked_player_key',
    { type: 'string' },
    'wrong_type',
    '/properties/linked_player_id',
    'linked_player_id must be string, got a whole number',
  ],
  ['type', '', { type: 'object' }, 'wrong_type', '', 'the event must be object, got an object'],
  [
    'somethingNew',
    '/properties/score',
    {},
    'wrong_type',
    '/properties/score',
    'score must follow its contract, got text of 4 characters',
  ],
];

describe('the answer to a breach of', () => {
  for (const [keyword, instancePath, params, reason, pointer, message] of CASES)
    test(`${keyword} at '${pointer}'`, () =>
      expect(refusalOf({ keyword, instancePath, params }, sent)).toEqual({
        fate: 'quarantined',
        reason,
        pointer,
        message,
      }));

  test('a name with a slash finds the value by its pointer', () =>
    expect(
      refusalOf({ keyword: 'type', instancePath: '/attributes/a~1b', params: { type: 'string' } }, sent),
    ).toMatchObject({
      pointer: '/attributes/a~1b',
      message: expect.stringMatching(/got an object$/),
    }));

  test('a value that is not there is nothing', () =>
    expect(
      refusalOf({ keyword: 'type', instancePath: '/properties/a/b', params: { type: 'string' } }, sent).message,
    ).toMatch(/got nothing$/));
});
