import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType } from '../../glue/rendered/columns.ts';

/** A column's physical and logical type. Timestamps are plain (`isAdjustedToUTC` false), so engines read `timestamp`, in UTC. */
const ELEMENTS: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  long: { type: 'INT64' },
  int: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } },
  decimal: {
    type: 'INT64',
    converted_type: 'DECIMAL',
    scale: 6,
    precision: 18,
    logical_type: { type: 'DECIMAL', scale: 6, precision: 18 },
  },
};

/** The Parquet schema of a table: every column optional in the file, so that a contract may relax, with its Iceberg field id. */
export const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, id, type }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    field_id: id,
    ...ELEMENTS[type],
  })),
];
