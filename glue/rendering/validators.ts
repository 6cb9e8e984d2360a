import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Catalog } from './catalog.ts';
import { eventSchema } from './event-schema.ts';
import type { Schema } from './field-types.ts';
import { banner } from './text.ts';

/** Settings under which every schema of ours compiles; `code` where the result is source text. */
export const ajvOptions = { strict: true, allowUnionTypes: true, messages: false, verbose: true } as const;

/** Renders one self-contained ES module with a validator per event type, for events after pseudonymising. */
export async function renderValidators({ events, envelope }: Catalog): Promise<string> {
  const ajv = new Ajv2020({ ...ajvOptions, code: { source: true, esm: true, lines: true } });
  const { common, own } = shared(events.map(contract => bare(eventSchema(contract, envelope, 'stored'))));
  const schemas = [common, ...own];
  const names = ['common', ...events.map(({ name }) => `event_${name}`)];
  for (const schema of schemas) ajv.addSchema(schema);
  const source = withCheapLengths(
    standalone.default(ajv, Object.fromEntries(names.map((name, at) => [name, schemas[at]!.$id]))),
  );
  const table = events.map(({ name }) => `  ${name}: told(event_${name}),`).join('\n');
  return bundle(`${source}\n${TOLD}\nexport const validators = {\n${table}\n};\n`);
}

/**
 * ajv counts code points one by one. A text has at most as many code points as units of UTF-16, and at least half as many, so most
 * texts need no counting.
 */
const withCheapLengths = (source: string): string =>
  source
    .replaceAll(/(func\d+)\((data\d*)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
    .replaceAll(/(func\d+)\((data\d*)\) < (\d+)/g, '$2.length < 2 * $3 && $1($2) < $3');

/** Types of the validators. */
export const renderValidatorTypes = (): string => `${banner('//')}
import type { EventType } from './contracts.ts';

/** What was wrong first: the keyword of JSON Schema, where, its parameters, and the JSON type that was found there. */
export type ValidationError = {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  found: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'undefined';
};

/** Answers whether the event follows its contract; \`errors\` tells why the last one did not, never with a value of it. */
export type ValidateFunction = ((data: unknown) => boolean) & { errors?: ValidationError[] | null };

/** By event type, for events as they are stored: \`player_key\` stands where the client sent \`player_id\`. */
export declare const validators: Readonly<Record<EventType, ValidateFunction>>;
`;

/** Errors leave without the offending value, which may be personal. */
const TOLD = `
const typeOf = value => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const tell = ({ keyword, instancePath, params, data }) => ({ keyword, instancePath, params, found: typeOf(data) });
function told(event) {
  const validate = data => {
    const errors = common(data) ? (event(data) ? null : event.errors) : common.errors;
    validate.errors = errors && errors.map(tell);
    return errors === null;
  };
  validate.errors = null;
  return validate;
}
`;

type EventSchema = Schema & { $id: string; required: string[]; properties: Record<string, unknown> };

/** Parts the schemas into one of the members that are the same in all, and what is left of each: half the code. */
function shared(schemas: readonly EventSchema[]): { common: EventSchema; own: EventSchema[] } {
  const [first] = schemas as [EventSchema];
  const isCommon = (name: string) =>
    schemas.every(({ properties }) => isDeepStrictEqual(properties[name], first.properties[name]));
  const common = only(first, isCommon);
  return {
    common: { ...common, $id: 'urn:playlake:events:common' },
    own: schemas.map(schema => only(schema, name => !isCommon(name))),
  };
}

const only = (schema: EventSchema, wanted: (name: string) => boolean): EventSchema => ({
  ...schema,
  required: schema.required.filter(wanted),
  properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => wanted(name))),
});

/** Titles and descriptions say nothing to a validator, and would be copied into its code. */
function bare(schema: Schema): EventSchema {
  const strip = (value: unknown, isNames = false): unknown => {
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => isNames || !['title', 'description'].includes(key));
    return Object.fromEntries(entries.map(([key, part]) => [key, strip(part, key === 'properties' && !isNames)]));
  };
  return strip(schema) as EventSchema;
}

/** ajv leaves a CommonJS \`require\` of its string length in ES modules: esbuild puts the function itself there. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, sourcefile: 'validators.js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minifySyntax: true,
    legalComments: 'none',
    banner: { js: banner('//') },
  });
  return outputFiles[0]!.text;
}
