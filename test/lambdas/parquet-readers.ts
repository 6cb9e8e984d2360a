import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBDateValue, DuckDBDecimalValue, DuckDBInstance, DuckDBTimestampValue } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Cell, EventRow, EventTable } from '../../core/event-table.ts';
import { tableOf } from '../../core/event-table.ts';
import type { Column, ColumnType } from '../../glue/rendered/columns.ts';
import { writeParquet } from '../../lambdas/adapters/parquet.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

export type Row = EventRow;

const directory = temporaryDirectories();
const connection = await (await DuckDBInstance.create()).connect();

/** A column of the type that is its name, unless another is given. */
export const column = (name: string, id: number, type = name as ColumnType): Column => ({
  name,
  id,
  type,
  required: false,
  pii: 'none',
  doc: '',
});

/** A column of every type. */
export const columns = [
  column('string', 2),
  column('json', 20),
  column('long', 115),
  column('int', 5),
  column('double', 107),
  column('boolean', 30),
  column('date', 10),
  column('timestamp', 9),
  column('decimal', 127),
];

/** The file of these rows, in tables of so many. */
export function fileOf(columns: readonly Column[], rows: readonly Row[], perTable = 3): Uint8Array {
  const tables: EventTable[] = [];
  for (let at = 0; at < rows.length; at += perTable) tables.push(tableOf(rows.slice(at, at + perTable)));
  return writeParquet(columns, tables);
}

/** DuckDB's answer about a file; `file` in the statement stands for it. */
export async function askDuckDB(bytes: Uint8Array, sql: string): Promise<Record<string, unknown>[]> {
  const path = join(directory(), 'rows.parquet');
  await writeFile(path, bytes);
  const answer = await connection.runAndReadAll(sql.replaceAll('file', `'${path}'`));
  return answer.getRowObjects();
}

/** The rows of a file as DuckDB reads them, in the form they were written in. */
export async function readByDuckDB(bytes: Uint8Array): Promise<Row[]> {
  const rows = await askDuckDB(bytes, 'SELECT * FROM read_parquet(file)');
  return rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, ofDuckDB(value)])));
}

function ofDuckDB(value: unknown): Cell {
  if (value instanceof DuckDBDateValue) return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
  // as text where it is no whole millisecond: none is written so
  if (value instanceof DuckDBTimestampValue)
    return value.micros % 1000n === 0n ? Number(value.micros / 1000n) : value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toString();
  return typeof value === 'bigint' ? Number(value) : (value as Cell);
}

/** The rows of a file as hyparquet reads them, in the form they were written in; decimals with as many digits as a double has. */
export async function readByHyparquet(bytes: Uint8Array, columns: readonly Column[]): Promise<Row[]> {
  const file = bytes.slice().buffer as ArrayBuffer;
  const rows = (await parquetReadObjects({ file, compressors })) as Record<string, unknown>[];
  return rows.map(row =>
    Object.fromEntries(columns.map(({ name, type }) => [name, ofHyparquet(row[name] ?? null, type)])),
  );
}

function ofHyparquet(value: unknown, type: ColumnType): Cell {
  if (type === 'date' && value instanceof Date) return value.toISOString().slice(0, 10);
  if (value instanceof Date) return value.getTime();
  if (type === 'decimal' && typeof value === 'number') return value.toFixed(6);
  return typeof value === 'bigint' ? Number(value) : (value as Cell);
}

/** The rows with null in the place of what they do not name. */
export const whole = (columns: readonly Column[], rows: readonly Row[]): Row[] =>
  rows.map(row => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])));
