import type { Catalog } from './catalog.ts';
import { isRequired, ownProperties } from './event-schema.ts';
import type { Field } from './fields.ts';
import { limitsOf } from './fields.ts';
import { banner, lines, literal } from './text.ts';

/** Renders `contracts.ts`: the event contracts and the vocabulary as plain values. */
export function renderContracts({ events, envelope, fields }: Catalog): string {
  const player = fields.get('player_key')!;
  const contracts = events.map(contract => {
    const properties = ownProperties(contract).map(({ field }) => field.name);
    return `${contract.name}: ${literal({ version: contract.version, player_required: isRequired(contract, player), properties })}`;
  });
  const all = [...fields.values()];
  const raw = all.filter(field => field.sent_as).map(field => [field.sent_as!.name, field.name]);
  return `${banner('//')}

/** Every event type that has a contract. */
export type EventType =
${events.map(({ name }) => `  | '${name}'`).join('\n')};

/** What the pipeline needs of a contract; \`properties\` by the names they are stored under. */
export type EventContract = { version: string; player_required: boolean; properties: readonly string[] };

export const eventContracts: Readonly<Record<EventType, EventContract>> = {
${lines(contracts)}};

/** One word of the vocabulary; limits are those of the value as it is stored. */
export type Field = {
  id: number;
  type: 'string' | 'text' | 'long' | 'int' | 'double' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';
  sent: 'envelope' | 'property' | 'never';
  pii: 'none' | 'pseudonym' | 'masked';
  meaning: string;
  example: string | number | boolean;
  unit?: string;
  /** The raw field a client sends in its place. */
  sent_as?: string;
  values?: readonly string[];
  pattern?: string;
  min?: number;
  max?: number;
  min_length?: number;
  max_length?: number;
  max_properties?: number;
};

/** Every name of the vocabulary. */
export type FieldName =
${all.map(({ name }) => `  | '${name}'`).join('\n')};

export const fields: Readonly<Record<FieldName, Field>> = {
${lines(all.map(field => `${field.name}: ${literal(entry(field))}`))}};

/** Raw identifiers a client sends → the field that replaces each before anything is stored. */
export const pseudonyms = ${literal(Object.fromEntries(raw))} as const;

/** Names at the top level of an event once it is pseudonymised, \`properties\` apart. */
export const envelopeFields: readonly FieldName[] = ${literal(envelope.map(({ name }) => name))};
`;
}

const entry = (field: Field) => ({
  id: field.id,
  type: field.type,
  sent: field.sent,
  pii: field.pii,
  meaning: field.meaning,
  example: field.example,
  unit: field.unit,
  sent_as: field.sent_as?.name,
  ...limitsOf(field),
});
