import { isNamed } from './draft.ts';
import type { Reason } from './reasons.ts';
import { describe } from './refusals.ts';
import type { Refusal } from './result.ts';
import { quarantined } from './result.ts';
import { rawNameOf } from './vocabulary.ts';

/** What a validator says was wrong: the part of an ajv error that is used. */
export type ContractError = { keyword: string; instancePath: string; params: Record<string, unknown> };

const REASONS: Readonly<Record<string, Reason>> = {
  type: 'wrong_type',
  minLength: 'too_short',
  maxLength: 'too_long',
  minimum: 'out_of_range',
  maximum: 'out_of_range',
  exclusiveMinimum: 'out_of_range',
  exclusiveMaximum: 'out_of_range',
  pattern: 'bad_format',
  format: 'bad_format',
  enum: 'not_in_list',
  const: 'not_in_list',
  maxProperties: 'too_many_attributes',
  required: 'missing_field',
};

/** A contract's complaint as a refusal. Messages name kinds, sizes and limits, never what was sent. */
export function refusalOf(error: ContractError, event: unknown): Refusal {
  const { keyword, params } = error;
  const reason = REASONS[keyword] ?? 'wrong_type';
  if (keyword === 'required') {
    const pointer = asSent(`${error.instancePath}/${String(params.missingProperty)}`);
    return quarantined(reason, pointer, `${lastName(pointer)} is missing: the contract requires it`);
  }
  const pointer = asSent(error.instancePath);
  const got = describe(valueAt(event, error.instancePath));
  return quarantined(reason, pointer, `${lastName(pointer)} ${rule(keyword, params)}, got ${got}`);
}

function rule(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'type') return `must be ${withoutNull(params.type).join(' or ')}`;
  if (keyword === 'enum') return `must be one of ${withoutNull(params.allowedValues).join(', ')}`;
  if (keyword === 'const') return `must be ${String(params.allowedValue)}`;
  if (keyword === 'minLength') return `must have at least ${params.limit} characters`;
  if (keyword === 'maxLength') return `must have at most ${params.limit} characters`;
  if (keyword === 'pattern') return `must match ${String(params.pattern)}`;
  if (keyword === 'maxProperties') return `must have at most ${params.limit} names`;
  if ('comparison' in params) return `must be ${String(params.comparison)} ${String(params.limit)}`;
  return 'must follow its contract';
}

// a contract's optional fields take null too, which says nothing to the person who sent a wrong value
const withoutNull = (values: unknown): unknown[] => [values].flat().filter(value => value !== null && value !== 'null');

/** The pointer into the event as the client sent it: keyed fields under their raw names. */
function asSent(pointer: string): string {
  const at = pointer.lastIndexOf('/') + 1;
  const raw = rawNameOf.get(pointer.slice(at));
  return raw === undefined ? pointer : pointer.slice(0, at) + raw;
}

const lastName = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1) || 'the event';

function valueAt(event: unknown, pointer: string): unknown {
  let value = event;
  for (const name of pointer.split('/').slice(1)) {
    value = isNamed(value) ? value[name.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }
  return value;
}
