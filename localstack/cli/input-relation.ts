import { existsSync, statSync } from 'node:fs';
import { text } from '../../core/sql.ts';
import { wrongUsage } from './failure.ts';

/** Column → DuckDB type. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * SQL of the relation over files, with their columns' types guessed, or those given. `typed` says which may be given: some of
 * them (`types`), or all that there are (`columns`).
 */
export type InputRelation = { sql: (types?: ColumnTypes) => string; typed?: 'types' | 'columns' };

/** How files of an ending are read. */
type Reader = {
  kind: string;
  endings: readonly string[];
  relation: (files: string, types: string) => string;
  typed?: 'types' | 'columns';
};

// the whole file decides a column's type: one dirty row near its end would otherwise stop the import there
const csv = (options: string) => (files: string, types: string) =>
  `read_csv(${files}, sample_size = -1, union_by_name = true${options}${types})`;

const READERS: readonly Reader[] = [
  { kind: 'CSV', endings: ['csv'], relation: csv(''), typed: 'types' },
  { kind: 'TSV', endings: ['tsv', 'tab'], relation: csv(", delim = '\\t'"), typed: 'types' },
  {
    kind: 'NDJSON',
    endings: ['ndjson', 'jsonl'],
    typed: 'columns',
    relation: (files, types) =>
      `read_json(${files}, format = 'newline_delimited', sample_size = -1, union_by_name = true${types})`,
  },
  {
    kind: 'JSON',
    endings: ['json'],
    typed: 'columns',
    relation: (files, types) => `read_json(${files}, sample_size = -1, union_by_name = true${types})`,
  },
  { kind: 'Parquet', endings: ['parquet'], relation: files => `read_parquet(${files}, union_by_name = true)` },
  {
    kind: 'text',
    endings: ['txt', 'log'],
    // a separator that is in no text: every line is one column
    relation: files =>
      `read_csv(${files}, columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', strict_mode = false)`,
  },
];

/** The relation that holds the files' rows. Throws wrong usage for a missing file, an unknown ending, or a mixture of kinds. */
export function inputRelation(files: readonly string[]): InputRelation {
  if (files.length === 0) throw wrongUsage('name at least one file to import');
  const readers = new Set(files.map(readerOf));
  if (readers.size > 1) {
    const kinds = [...readers].map(({ kind }) => kind).join(' and ');
    throw wrongUsage(`the files are ${kinds}: import one kind at a time, each with its own mapping`);
  }
  const { relation, typed } = [...readers][0]!;
  const list = `[${files.map(text).join(', ')}]`;
  return {
    sql: types => relation(list, types && typed ? `, ${typed} = ${struct(types)}` : ''),
    ...(typed && { typed }),
  };
}

const struct = (types: ColumnTypes): string =>
  `{${Object.entries(types)
    .map(([name, type]) => `${text(name)}: ${text(type)}`)
    .join(', ')}}`;

function readerOf(file: string): Reader {
  if (!existsSync(file) || !statSync(file).isFile()) throw wrongUsage(`there is no file ${file}`);
  const ending = /\.([^./]+?)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const reader = READERS.find(({ endings }) => endings.includes(ending));
  if (reader?.kind === 'Parquet' && /\.gz$/i.test(file))
    throw wrongUsage(`${file} is Parquet, which is compressed inside: gunzip it, then import that`);
  if (reader) return reader;
  const known = READERS.flatMap(({ endings }) => endings.map(name => `.${name}`)).join(' ');
  throw wrongUsage(`${file} has an ending nobody knows: rename it to one of ${known}, with .gz when it is gzipped`);
}
