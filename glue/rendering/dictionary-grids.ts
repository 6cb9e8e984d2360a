import type { Property, Quality } from './contract.ts';
import { nameIn } from './event-schema.ts';
import { fieldTypes } from './field-types.ts';
import type { Limits } from './fields.ts';
import { limitsOf } from './fields.ts';
import { code, codes, grid } from './markdown.ts';

/** The columns of a table, as they are stored. */
export const columnGrid = (properties: readonly Property[], key: readonly string[]): string =>
  grid(
    ['column', 'type', 'meaning', 'unit', 'personal data', 'rules', 'example'],
    properties.map(({ field, required }) => [
      `\`${field.name}\``,
      fieldTypes[field.type].iceberg,
      field.meaning,
      field.unit ?? '',
      field.pii,
      ruleText(limitsOf(field), [key.includes(field.name) ? 'key' : '', required ? 'never null' : '']),
      code(field.example),
    ]),
  );

/** The fields of an event, as a client sends them. */
export const fieldGrid = (properties: readonly Property[]): string =>
  grid(
    ['field', 'type', 'meaning', 'unit', 'personal data', 'rules', 'example'],
    properties.map(({ field, required }) => {
      const raw = field.sent_as;
      return [
        `\`${nameIn('sent', field)}\``,
        fieldTypes[field.type].words,
        raw?.meaning ?? field.meaning,
        field.unit ?? '',
        raw ? `hashed to \`${field.name}\`` : field.pii,
        ruleText(raw ?? limitsOf(field), [required ? '**required**' : '']),
        code(raw?.example ?? field.example),
      ];
    }),
  );

/** How each limit reads; a text's lengths read as one. */
const SENTENCES: Record<Exclude<keyof Limits, 'min_length'>, (limit: never, limits: Limits) => string> = {
  values: (values: readonly string[]) => `one of ${codes(values)}`,
  pattern: (pattern: string) => `matches ${code(pattern)}`,
  min: (min: number) => `at least ${number(min)}`,
  max: (max: number) => `at most ${number(max)}`,
  max_length: (length: number, { min_length: from }) =>
    `${from === undefined ? 'at most' : `${from} to`} ${number(length)} characters`,
  max_properties: (count: number) => `at most ${count} members`,
};

const ruleText = (limits: Limits, marks: readonly string[]): string =>
  [
    ...marks.filter(Boolean),
    ...Object.entries(SENTENCES)
      .filter(([name]) => limits[name as keyof Limits] !== undefined)
      .map(([name, say]) => say(limits[name as keyof Limits] as never, limits)),
  ].join('; ');

const number = (value: number): string => value.toLocaleString('en-US');

/** The quality rules of a contract under their heading; nothing where it has none. */
export const rules = (quality: readonly Quality[]): string[] =>
  quality.length === 0
    ? []
    : [
        '## Rules',
        grid(
          ['rule', 'what holds', 'severity'],
          quality.map(rule => [rule.name.replaceAll('_', ' '), rule.description, rule.severity]),
        ),
      ];
