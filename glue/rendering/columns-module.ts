import type { Catalog } from './catalog.ts';
import { fieldTypes } from './field-types.ts';
import type { Field } from './fields.ts';
import { describe } from './fields.ts';
import type { Table } from './tables.ts';
import { banner, lines, literal } from './text.ts';

/** Renders `columns.ts`: the columns of every table, each field's once. */
export function renderColumns({ fields, tables }: Catalog): string {
  const used = new Set(tables.flatMap(table => table.properties.map(({ field }) => field.name)));
  const columns = [...fields.values()]
    .filter(field => used.has(field.name))
    .map(field => `${field.name}: ${literal(column(field))}`);
  return `${banner('//')}

export type ColumnType = 'string' | 'long' | 'int' | 'double' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';

/** One column; \`id\` is the pinned Iceberg field id, \`required\` means never null in this table. */
export type Column = {
  name: string;
  id: number;
  type: ColumnType;
  required: boolean;
  pii: 'none' | 'pseudonym' | 'masked';
  doc: string;
};

/** One table; \`grain\` names the columns of its key, \`partition\` the date or hour it is partitioned by. */
export type Table = { name: TableName; columns: readonly Column[]; grain: readonly string[]; partition?: string };

/** Every table of the lake. */
export type TableName =
${tables.map(({ name }) => `  | '${name}'`).join('\n')};

const known = {
${lines(columns)}} as const satisfies Record<string, Omit<Column, 'name' | 'required'>>;

type Layout = { grain: string; partition?: string; columns: string };

/** Columns in order, separated by spaces; \`!\` marks those that are never null. */
const table = (name: TableName, { grain, columns, ...rest }: Layout): Table => ({
  name,
  grain: grain.split(' '),
  ...rest,
  columns: columns.trim().split(/\\s+/).map(column),
});

function column(text: string): Column {
  const name = text.replace('!', '') as keyof typeof known;
  return { name, required: text.endsWith('!'), ...known[name] };
}

export const tables: Readonly<Record<TableName, Table>> = {
${lines(tables.map(tableText))}};
`;
}

const column = (field: Field) => ({
  id: field.id,
  type: fieldTypes[field.type].column,
  pii: field.pii,
  doc: describe(field),
});

function tableText({ name, grain, partition, properties }: Table): string {
  const columns = properties.map(({ field, required }) => `      ${field.name}${required ? '!' : ''}`).join('\n');
  const members = [`grain: '${grain.join(' ')}'`, ...(partition ? [`partition: '${partition}'`] : [])];
  return `'${name}': table('${name}', {\n    ${members.join(',\n    ')},\n    columns: \`\n${columns}\n    \`,\n  })`;
}
