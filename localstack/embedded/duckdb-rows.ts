import type { DuckDBDataChunk, DuckDBResult, DuckDBResultReader, DuckDBValue } from '@duckdb/node-api';
import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
} from '@duckdb/node-api';
import type { Json, Row } from '../../core/ports.ts';

const DAY_MS = 86_400_000;

/** The rows of an answer as plain values. A column name that repeats is numbered (`a`, `a:1`). */
export function rowsOf(result: DuckDBResultReader): Row[] {
  const names = result.deduplicatedColumnNames();
  return result
    .getRows()
    .map(values => Object.fromEntries(names.map((name, index) => [name, plain(values[index] ?? null)])));
}

/** The rows of a part of an answer, each made when it is asked for. */
export function* rowsOfChunk(result: DuckDBResult, chunk: DuckDBDataChunk): Generator<Row> {
  const names = result.deduplicatedColumnNames();
  const vectors = names.map((_name, column) => chunk.getColumnVector(column));
  for (let row = 0; row < chunk.rowCount; row += 1)
    yield Object.fromEntries(names.map((name, column) => [name, plain(vectors[column]!.getItem(row) ?? null)]));
}

/** About how many bytes a value takes: texts by their characters, anything else 8, and what holds it. */
export function sizeOf(value: Json | Row): number {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return 8;
  return Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part as Json), 16);
}

/**
 * A value as JSON: integers beyond 2^53 and what has no form of its own as text, bytes in base64, a map as an object;
 * NaN and infinities as null.
 */
export function plain(value: DuckDBValue): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return iso(value.days * DAY_MS, value).split('T')[0]!;
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes).toString('base64');
  return instant(value) ?? nested(value) ?? String(value);
}

function nested(value: DuckDBValue): Json | undefined {
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, field]) => [name, plain(field)]));
  if (value instanceof DuckDBMapValue)
    return Object.fromEntries(value.entries.map(entry => [String(plain(entry.key)), plain(entry.value)]));
  return undefined;
}

function instant(value: DuckDBValue): Json | undefined {
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return iso(floorDiv(value.micros, 1000n), value);
  if (value instanceof DuckDBTimestampMillisecondsValue) return iso(Number(value.millis), value);
  if (value instanceof DuckDBTimestampSecondsValue) return iso(Number(value.seconds) * 1000, value);
  if (value instanceof DuckDBTimestampNanosecondsValue) return iso(floorDiv(value.nanos, 1_000_000n), value);
  return undefined;
}

/** ISO 8601 with milliseconds; DuckDB's own text where JavaScript's calendar ends. */
function iso(milliseconds: number, value: object): string {
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : String(value);
}

const floorDiv = (value: bigint, by: bigint) => Number((value - (((value % by) + by) % by)) / by);
