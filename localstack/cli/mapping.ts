import { text } from '../../core/sql.ts';
import { fieldOf, rawNameOf } from '../../core/vocabulary.ts';
import { fields } from '../../glue/rendered/contracts.ts';
import { wrongUsage } from './failure.ts';

/** A column of the user's SELECT; `type` as DuckDB writes it. */
export type MappedColumn = { name: string; type: string };

/** How a column travels to the pipeline: SQL that gives a number, text or boolean, and whether the text is JSON. */
export type Transport = { name: string; sql: string; json: boolean };

const REQUIRED = ['event_type', 'client_time'];
const DOCUMENTS: ReadonlySet<string> = new Set(['attributes', 'properties']);

/** The user's statement without what ends it. */
export const bareStatement = (sql: string): string => sql.trim().replace(/(?:\s*;)+$/, '');

/** Plans how each column travels. Throws wrong usage when a column every event needs is missing, or a name comes twice. */
export function transports(columns: readonly MappedColumn[]): Transport[] {
  const names = columns.map(({ name }) => name);
  const missing = REQUIRED.filter(name => !names.includes(name));
  if (missing.length > 0)
    throw wrongUsage(
      `the SELECT has no column ${missing.join(' and ')}: it gives ${names.join(', ')}; name one with AS`,
    );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw wrongUsage(`the SELECT has two columns '${twice}': rename one with AS`);
  return columns.map(transport);
}

/** The field that a client's name stands for: `player_id` is stored as `player_key`. */
const vocabulary = new Map(Object.keys(fields).map(name => [rawNameOf.get(name) ?? name, fieldOf(name)]));

function transport({ name, type }: MappedColumn): Transport {
  const column = quoted(name);
  if (DOCUMENTS.has(name) || isNested(type)) return { name, json: true, sql: `CAST(to_json(${column}) AS VARCHAR)` };
  const field = vocabulary.get(name);
  if (field?.type === 'timestamp') return { name, json: false, sql: moment(column, type) };
  if (field?.type === 'string' || field?.type === 'text')
    return { name, json: false, sql: `CAST(${column} AS VARCHAR)` };
  if (type === 'BOOLEAN') return { name, json: false, sql: column };
  return { name, json: false, sql: `CAST(${column} AS ${isNumber(type) ? 'DOUBLE' : 'VARCHAR'})` };
}

/** Times are epoch milliseconds: a TIMESTAMP is taken as UTC, text and whole numbers are left to the pipeline. */
function moment(column: string, type: string): string {
  if (/^(TIMESTAMP|DATE)/.test(type))
    return `CAST(epoch_ms(CAST(${column} AS ${/TIME ZONE/.test(type) ? type : 'TIMESTAMP'})) AS DOUBLE)`;
  return `CAST(${column} AS ${isNumber(type) ? 'DOUBLE' : 'VARCHAR'})`;
}

const isNumber = (type: string) => /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|FLOAT|DOUBLE|REAL|BIGNUM)/.test(type);
const isNested = (type: string) => /^(STRUCT|MAP|JSON|UNION|VARIANT)|\[\d*\]$/.test(type);

/** SELECT of every row in its travelling form, the ordinal among equal rows last (0 unless rows are to be kept distinct). */
export function travellingRows(
  statement: string,
  { columns, distinct_rows }: { columns: readonly Transport[]; distinct_rows: boolean },
): string {
  const list = columns.map(({ name, sql }) => `${sql} AS ${quoted(name)}`).join(', ');
  const rows = `SELECT ${list} FROM (${statement}\n) AS mapped`;
  const all = columns.map(({ name }) => quoted(name)).join(', ');
  const ordinal = distinct_rows ? `CAST(row_number() OVER (PARTITION BY ${all}) - 1 AS DOUBLE)` : 'CAST(0 AS DOUBLE)';
  return `SELECT ${all}, ${ordinal} FROM (${rows}) AS travelling`;
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The relation `input` that mappings read from. */
export const inputView = (relation: string): string => `CREATE OR REPLACE TEMP VIEW input AS SELECT * FROM ${relation}`;

/** Columns of a statement. */
export const describe = (statement: string): string =>
  `SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${statement}\n)`;

/** A limit for the machine's memory, and where what exceeds it goes. */
export const limitsOf = ({ memory_limit, temp_dir }: { memory_limit: string; temp_dir: string }): string =>
  `SET memory_limit = ${text(memory_limit)}; SET temp_directory = ${text(temp_dir)}; SET TimeZone = 'UTC'; SET threads = 2;`;
