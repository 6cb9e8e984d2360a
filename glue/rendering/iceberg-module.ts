import type { Catalog } from './catalog.ts';
import { fieldTypes } from './field-types.ts';
import { describe } from './fields.ts';
import type { Table } from './tables.ts';
import { banner, lines, literal } from './text.ts';

/** Renders `iceberg.ts`: columns as AWS Glue is told of them, Iceberg tables with pinned ids and Parquet tables in Hive types. */
export function renderIceberg({ tables }: Catalog): string {
  const isIceberg = ({ name }: Table) => /^(silver|gold)\./.test(name);
  return `${banner('//')}

/** A field of an Iceberg schema, as \`icebergTableInput.schema.fields\` takes it. */
export type IcebergField = { id: number; name: string; type: string; required: boolean; doc: string };

/** A column of a Parquet table, as a Glue storage descriptor takes it. */
export type HiveColumn = { name: string; type: string; comment: string };

/** Iceberg tables; \`partition\` names the source field whose day is the partition. */
export const icebergTables: Readonly<Record<string, { partition?: string; fields: readonly IcebergField[] }>> = {
${lines(tables.filter(isIceberg).map(icebergTable))}};

/** Parquet tables, append only. */
export const parquetTables: Readonly<Record<string, readonly HiveColumn[]>> = {
${lines(tables.filter(table => !isIceberg(table)).map(parquetTable))}};
`;
}

function icebergTable({ name, partition, properties }: Table): string {
  const fields = properties.map(({ field, required }) =>
    literal({ id: field.id, name: field.name, type: fieldTypes[field.type].iceberg, required, doc: describe(field) }),
  );
  return `'${name}': {\n${partition ? `    partition: '${partition}',\n` : ''}    fields: [\n${indented(fields)}    ],\n  }`;
}

function parquetTable({ name, properties }: Table): string {
  const columns = properties.map(({ field }) =>
    literal({ name: field.name, type: fieldTypes[field.type].hive, comment: describe(field) }),
  );
  return `'${name}': [\n${indented(columns)}  ]`;
}

const indented = (rows: readonly string[]): string => rows.map(row => `      ${row},\n`).join('');
