import type { ColumnInfo, Row as ResultRow, ResultSet } from '@aws-sdk/client-athena';
import type { Json, Row } from '../../core/ports.ts';

/**
 * The rows of a page of results as plain values; a column name that repeats is numbered (`a`, `a:1`). Lists, maps and rows stay
 * the text Athena writes, which does not say their types: cast them to json where they are needed.
 */
export function rowsOf({ Rows = [], ResultSetMetadata }: ResultSet): Row[] {
  const columns = ResultSetMetadata?.ColumnInfo ?? [];
  const names = numbered(columns.map(({ Name = '' }) => Name));
  return Rows.map(({ Data = [] }) =>
    Object.fromEntries(columns.map(({ Type = '' }, at) => [names[at]!, plain(Data[at]?.VarCharValue, Type)])),
  );
}

/** The page without the row of names that the first page of a SELECT begins with. */
export function withoutHeader(page: ResultSet): ResultSet {
  const { Rows = [], ResultSetMetadata } = page;
  return isHeader(Rows[0], ResultSetMetadata?.ColumnInfo ?? []) ? { ...page, Rows: Rows.slice(1) } : page;
}

const isHeader = (row: ResultRow | undefined, columns: readonly ColumnInfo[]): boolean =>
  row !== undefined && columns.every(({ Name }, at) => row.Data?.[at]?.VarCharValue === Name);

function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map(name => {
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}:${times}`;
  });
}

/** A cell as JSON. Null has no text at all, an empty text has one; integers beyond 2^53 stay text, NaN and infinities are null. */
function plain(text: string | undefined, type: string): Json {
  if (text === undefined) return null;
  if (/^(tinyint|smallint|integer|bigint)$/.test(type)) return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  if (/^(float|real|double|decimal)/.test(type)) return Number.isFinite(Number(text)) ? Number(text) : null;
  if (type === 'boolean') return text === 'true';
  return type.startsWith('timestamp') ? instant(text) : text;
}

const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?( UTC)?$/;

/** `2026-03-01 10:00:00.123456` as ISO 8601 with milliseconds; as it is where another zone is named. */
function instant(text: string): string {
  const [, day, time, fraction = ''] = INSTANT.exec(text) ?? [];
  return day === undefined ? text : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}
