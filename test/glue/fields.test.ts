import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readContract } from '../../glue/rendering/contract.ts';
import { readFields } from '../../glue/rendering/fields.ts';
import { catalog } from './catalog.ts';

const score = 'score: { id: 1, type: double, sent: property, pii: none, meaning: Points, example: 3 }';

describe('the vocabulary is refused', () => {
  const refusals: [string, string, RegExp][] = [
    ['with two fields of one id', `${score}\n${score.replace('score', 'rank')}`, /score and rank share the id 1/],
    [
      'with an unknown type',
      score.replace('double', 'float'),
      /score has the unknown type 'float': use one of string, text/,
    ],
    ['without a meaning', score.replace('meaning: Points, ', ''), /score has no meaning/],
    ['without an example', score.replace(', example: 3', ''), /score has no example/],
    ['with an unknown way to send', score.replace('property', 'sometimes'), /score is sent 'sometimes'/],
    ['with an unknown class of personal data', score.replace('none', 'secret'), /score has the pii 'secret'/],
    ['with a name that is not snake_case', score.replace('score', 'Score'), /Score is not snake_case/],
    ['with a key it does not know', score.replace('pii', 'limit: 3, pii'), /score has the unknown key 'limit'/],
    ['with an id that is no whole number', score.replace('id: 1', 'id: one'), /score has the id one/],
  ];
  for (const [name, text, message] of refusals) test(name, () => expect(() => readFields(text)).toThrow(message));

  test('with everything wrong at once in one message', () =>
    expect(() => readFields('score: { id: 1, type: float, sent: never, pii: none }')).toThrow(
      /type[\s\S]*meaning[\s\S]*example/,
    ));
});

test('the vocabulary keeps what it says', () =>
  expect(readFields(score).get('score')).toEqual({
    name: 'score',
    id: 1,
    type: 'double',
    sent: 'property',
    pii: 'none',
    meaning: 'Points',
    example: 3,
  }));

describe('a contract is refused', () => {
  const fields = readFields(score);
  const contract = (property: string, version = '1.0.0') => `
name: match
version: ${version}
description: { purpose: A match, usage: Send it }
schema: [{ name: match, dataGranularityDescription: One, properties: [${property}] }]`;
  const refusals: [string, string, RegExp][] = [
    [
      'that names an unknown field',
      contract('{ name: scores }'),
      /names the unknown field 'scores': add it to fields.yaml/,
    ],
    ['that lists a field twice', contract('{ name: score }, { name: score }'), /lists score twice/],
    [
      'that repeats what the vocabulary says',
      contract('{ name: score, logicalType: number }'),
      /says 'logicalType' of score/,
    ],
    [
      'whose version is no version',
      contract('{ name: score }', 'one'),
      /its version is 'one': write major.minor.patch/,
    ],
  ];
  for (const [name, text, message] of refusals)
    test(name, () => expect(() => readContract(text, 'events/match.odcs.yaml', fields)).toThrow(message));

  test('whose file has another name', () =>
    expect(() => readContract(contract('{ name: score }'), 'events/game.odcs.yaml', fields)).toThrow(
      /name the file match/,
    ));

  test('and read where nothing is wrong', () =>
    expect(readContract(contract('{ name: score }'), 'events/match.odcs.yaml', fields)).toMatchObject({
      zone: 'events',
      name: 'match',
      version: '1.0.0',
      purpose: 'A match',
      properties: [{ required: false }],
    }));
});

test('every example keeps the limits of its field', () => {
  const ajv = new Ajv2020({ strict: false });
  const outside = [...catalog.fields.values()].filter(
    ({ example, min, max, min_length, max_length, pattern, values }) => {
      const rules = { minimum: min, maximum: max, minLength: min_length, maxLength: max_length, pattern, enum: values };
      return !ajv.validate(JSON.parse(JSON.stringify(rules)), example);
    },
  );
  expect(outside.map(({ name }) => name)).toEqual([]);
});

test('every example has the type of its field', () => {
  const kinds: Record<string, RegExp> = {
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    date: /^\d{4}-\d\d-\d\d$/,
    json: /^\{.*\}$/,
    long: /^\d+$/,
    int: /^\d+$/,
    double: /^\d+(\.\d+)?$/,
    decimal: /^\d+(\.\d{1,6})?$/,
    boolean: /^(true|false)$/,
  };
  const wrong = [...catalog.fields.values()].filter(({ type, example }) =>
    type === 'string' || type === 'text' ? typeof example !== 'string' : !kinds[type]!.test(String(example)),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
