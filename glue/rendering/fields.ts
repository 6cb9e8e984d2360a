import { parse } from 'yaml';
import type { FieldType } from './field-types.ts';
import { fieldTypes } from './field-types.ts';

/** What a value may be: numbers by `min` and `max`, texts by characters, objects by their number of members. */
export type Limits = {
  min?: number;
  max?: number;
  min_length?: number;
  max_length?: number;
  pattern?: string;
  values?: readonly string[];
  max_properties?: number;
};

/** The raw field a client sends in place of a pseudonym. */
export type SentAs = { name: string; meaning: string; example: string; min_length?: number; max_length?: number };

/** One word of the vocabulary. */
export type Field = Limits & {
  name: string;
  id: number;
  type: FieldType;
  sent: 'envelope' | 'property' | 'never';
  pii: 'none' | 'pseudonym' | 'masked';
  meaning: string;
  example: string | number | boolean;
  unit?: string;
  sent_as?: SentAs;
};

export type Vocabulary = ReadonlyMap<string, Field>;

/** The names of the limits, in the order documents show them. */
export const limitNames = [
  'values',
  'pattern',
  'min',
  'max',
  'min_length',
  'max_length',
  'max_properties',
] as const satisfies (keyof Limits)[];

const KEYS = new Set(['id', 'type', 'sent', 'sent_as', 'pii', 'meaning', 'example', 'unit', ...limitNames]);

/** Reads `fields.yaml`. Throws one error that lists everything wrong with it. */
export function readFields(text: string): Vocabulary {
  const entries = Object.entries(parse(text) as Record<string, Omit<Field, 'name'>>);
  const fields = entries.map(([name, entry]): Field => ({ name, ...entry }));
  const problems = [...fields.flatMap(problemsOf), ...sharedIds(fields)];
  if (problems.length > 0) throw new Error(`fields.yaml:\n  ${problems.join('\n  ')}`);
  return new Map(fields.map(field => [field.name, field]));
}

/** The unit and meaning of a field in one sentence. */
export const describe = (field: Field): string => field.meaning + (field.unit ? ` (${field.unit})` : '');

/** The limits a field sets, without those it does not. */
export const limitsOf = (field: Field): Limits =>
  Object.fromEntries(limitNames.filter(name => field[name] !== undefined).map(name => [name, field[name]]));

function problemsOf({ name, ...field }: Field): string[] {
  const rules: [boolean, string][] = [
    [/^[a-z][a-z0-9_]*$/.test(name), 'is not snake_case: rename it'],
    [Number.isInteger(field.id) && field.id > 0, `has the id ${field.id}: give it a whole number above 0`],
    [
      field.type in fieldTypes,
      `has the unknown type '${field.type}': use one of ${Object.keys(fieldTypes).join(', ')}`,
    ],
    [
      ['envelope', 'property', 'never'].includes(field.sent),
      `is sent '${field.sent}': say envelope, property or never`,
    ],
    [['none', 'pseudonym', 'masked'].includes(field.pii), `has the pii '${field.pii}': say none, pseudonym or masked`],
    [Boolean(field.meaning), 'has no meaning: say in one sentence what it is'],
    [field.example !== undefined && field.example !== null, 'has no example: give a value as it is stored'],
  ];
  const unknown = Object.keys(field).filter(key => !KEYS.has(key));
  return [
    ...rules.filter(([holds]) => !holds).map(([, problem]) => `${name} ${problem}`),
    ...unknown.map(key => `${name} has the unknown key '${key}': use ${[...KEYS].join(', ')}`),
  ];
}

function sharedIds(fields: readonly Field[]): string[] {
  const byId = Object.groupBy(fields, field => field.id);
  return Object.entries(byId)
    .filter(([, sharers]) => sharers!.length > 1)
    .map(([id, sharers]) => `${sharers!.map(field => field.name).join(' and ')} share the id ${id}: give one a new id`);
}
