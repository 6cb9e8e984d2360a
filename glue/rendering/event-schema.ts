import type { Contract, Property } from './contract.ts';
import { eventExample } from './example.ts';
import type { Schema } from './field-types.ts';
import { fieldTypes } from './field-types.ts';
import type { Field, Limits } from './fields.ts';
import { describe, limitsOf } from './fields.ts';

/** Whether names are those a client sends (`player_id`) or those Playlake stores (`player_key`). */
export type Form = 'sent' | 'stored';

/** The keyword of JSON Schema that says each limit. */
const KEYWORDS: Record<Exclude<keyof Limits, 'values'>, string> = {
  pattern: 'pattern',
  min: 'minimum',
  max: 'maximum',
  min_length: 'minLength',
  max_length: 'maxLength',
  max_properties: 'maxProperties',
};

/** A field's name as a client sends it, or as it is stored. */
export const nameIn = (form: Form, field: Field): string =>
  form === 'sent' && field.sent_as ? field.sent_as.name : field.name;

/** JSON Schema 2020-12 of one event. Unknown names are allowed everywhere: they are drift, not an error. */
export function eventSchema(contract: Contract, envelope: readonly Field[], form: Form): Schema {
  const outer = envelopeOf(contract, envelope);
  const own = ownProperties(contract);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:playlake:events:${contract.name}:${contract.version}${form === 'sent' ? '' : `:${form}`}`,
    title: contract.name,
    description: contract.purpose,
    type: 'object',
    required: [...requiredNames(outer, form), ...(own.some(property => property.required) ? ['properties'] : [])],
    properties: {
      ...schemasOf(outer, form),
      properties: propertiesSchema(own, form),
    },
    ...(form === 'sent' ? { examples: [eventExample(contract, envelope)] } : {}),
  };
}

/** The properties that are the event's own, apart from the envelope that all events share. */
export const ownProperties = (contract: Contract): readonly Property[] =>
  contract.properties.filter(({ field }) => field.sent === 'property');

/** The envelope as this contract sees it: it says what is required, and is itself the event type. */
export const envelopeOf = (contract: Contract, envelope: readonly Field[]): Property[] =>
  envelope.map(field => ({
    field: field.name === 'event_type' ? { ...field, values: [contract.name], example: contract.name } : field,
    required: isRequired(contract, field),
  }));

/** Whether the contract demands the field. */
export const isRequired = (contract: Contract, field: Field): boolean =>
  contract.properties.some(property => property.required && property.field.name === field.name);

function propertiesSchema(own: readonly Property[], form: Form): Schema {
  const required = requiredNames(own, form);
  return {
    type: required.length > 0 ? 'object' : ['object', 'null'],
    title: 'properties',
    description: 'What happened, in the words of this contract',
    ...(required.length > 0 ? { required } : {}),
    properties: schemasOf(own, form),
  };
}

const requiredNames = (properties: readonly Property[], form: Form): string[] =>
  properties.filter(property => property.required).map(({ field }) => nameIn(form, field));

const schemasOf = (properties: readonly Property[], form: Form): Schema =>
  Object.fromEntries(
    properties.map(({ field, required }) => [nameIn(form, field), fieldSchema({ field, required, form })]),
  );

function fieldSchema({ field, required, form }: Property & { form: Form }): Schema {
  const { schema } = fieldTypes[field.type];
  const raw = form === 'sent' ? field.sent_as : undefined;
  const bounded = { ...schema, ...limitKeywords(raw ? { ...limitsOf(field), ...rawLimits(raw) } : limitsOf(field)) };
  return {
    title: nameIn(form, field),
    description: raw?.meaning ?? describe(field),
    ...(required ? bounded : orNull(bounded)),
    ...(form === 'sent' ? { examples: [raw?.example ?? exampleOf(field)] } : {}),
  };
}

/** An optional value may be null, which means absent. */
const orNull = (schema: Schema): Schema => ({
  ...schema,
  type: [schema.type, 'null'].flat(),
  ...(schema.enum ? { enum: [...(schema.enum as string[]), null] } : {}),
});

const limitKeywords = ({ values, ...limits }: Limits): Schema => ({
  ...Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [KEYWORDS[name as keyof typeof KEYWORDS], limit]),
  ),
  ...(values ? (values.length === 1 ? { const: values[0] } : { enum: values }) : {}),
});

const rawLimits = ({ min_length, max_length }: Limits): Limits => ({
  ...(min_length === undefined ? {} : { min_length }),
  ...(max_length === undefined ? {} : { max_length }),
});

const exampleOf = (field: Field): unknown =>
  field.type === 'json' ? JSON.parse(String(field.example)) : field.example;
