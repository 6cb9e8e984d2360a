import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnTypes, InputRelation } from './input-relation.ts';
import type { MappedColumn } from './mapping.ts';
import { describe, quoted } from './mapping.ts';

/**
 * Types that keep what the files say where the guessed ones would alter it; undefined where no guess does. A whole number of more
 * than 15 digits among DOUBLEs is an id, and would be rounded to another player's; a UUID in capitals would lose them, and with
 * them the id that the client sends. Both are read as text.
 */
export async function faithfulTypes(
  connection: DuckDBConnection,
  input: InputRelation,
): Promise<ColumnTypes | undefined> {
  if (input.typed === undefined) return undefined;
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
  const columns = (await rowsOf(describe(`SELECT * FROM ${input.sql()}`))) as MappedColumn[];
  if (input.typed === 'columns') return withoutUuids(columns);
  const doubles = columns.filter(({ type }) => type === 'DOUBLE').map(({ name }) => name);
  if (doubles.length === 0) return undefined;
  const isLong = doubles.map(name => `bool_or(regexp_full_match(${quoted(name)}, '[+-]?\\d{16,}')) AS ${quoted(name)}`);
  const [found] = await rowsOf(`SELECT ${isLong.join(', ')} FROM ${input.sql(asText(doubles))}`);
  const long = doubles.filter(name => found?.[name] === true);
  return long.length > 0 ? asText(long) : undefined;
}

const asText = (names: readonly string[]): ColumnTypes => Object.fromEntries(names.map(name => [name, 'VARCHAR']));

/** A field may be named UUID too: a type follows a space, or is all there is. */
const UUID = /(^| )UUID(?=[,)[]|$)/g;

function withoutUuids(columns: readonly MappedColumn[]): ColumnTypes | undefined {
  if (!columns.some(({ type }) => type.match(UUID))) return undefined;
  return Object.fromEntries(columns.map(({ name, type }) => [name, type.replaceAll(UUID, '$1VARCHAR')]));
}
