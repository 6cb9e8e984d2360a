import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const SCHEMA = '../shared/standards/odcs/odcs-json-schema-v3.1.0.json';
const present = existsSync(SCHEMA);

const files = readdirSync('glue/contracts', { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.yaml'),
);

describe('every contract is a document of ODCS v3.1', () => {
  if (!present) return void test.skip(`the official schema is not at ${SCHEMA}`, () => undefined);
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

  for (const file of files)
    test(file, () => {
      validate(document(file));
      expect(validate.errors).toBeNull();
    });

  test('and a document that is none is refused', () =>
    expect(validate({ ...document(files[0]!), kind: 'Something' })).toBe(false));
});

test('there are fifteen events, five silver tables and two gold ones', () => {
  const byZone = Object.groupBy(files, file => file.split('/')[0]!);
  expect(
    Object.entries(byZone)
      .map(([zone, of]) => [zone, of!.length])
      .sort(),
  ).toEqual([
    ['events', 15],
    ['gold', 2],
    ['silver', 5],
  ]);
});

test('every contract names itself by its place, says what it is for, and whose it is', () => {
  for (const file of files) {
    const { apiVersion, id, description, team, status } = document(file);
    expect({ apiVersion, id, status }).toEqual({
      apiVersion: 'v3.1.0',
      id: `playlake.${file.replace('.odcs.yaml', '').replace('/', '.')}`,
      status: 'active',
    });
    expect([description.purpose, description.usage, team.name].every(text => text.length > 3)).toBe(true);
  }
});

function document(file: string) {
  return parse(readFileSync(`glue/contracts/${file}`, 'utf8'));
}
