import type { Json } from '../../core/ports.ts';

type Signature = { rawType: string; arguments?: { kind: string; value: Signature | unknown }[] };

/** A column of an answer, as Trino describes it. */
export type Column = { name: string; type: string; typeSignature: Signature };

/** A value of Trino's protocol as the port's rows have it. */
export const plain = (value: Json, { typeSignature }: Column): Json => ofType(value, typeSignature);

function ofType(value: Json, { rawType, arguments: inner = [] }: Signature): Json {
  if (value === null) return null;
  if (rawType === 'array') return (value as Json[]).map(one => ofType(one, inner[0]!.value as Signature));
  if (rawType === 'decimal') return Number(value);
  if (rawType === 'double' || rawType === 'real') return typeof value === 'number' ? value : null;
  // '2026-03-01 10:00:00.123456', or with ' UTC' behind it
  if (rawType.startsWith('timestamp'))
    return new Date(`${String(value).slice(0, 23).replace(' ', 'T')}Z`).toISOString();
  return value;
}
