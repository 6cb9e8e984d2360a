import { createHash } from 'node:crypto';
import type { KeyValue, QueryEngine } from '../../core/ports.ts';
import type { Column, ColumnType } from '../../glue/rendered/columns.ts';
import { lakeTables, workingTables } from '../refine/tables.ts';
import { contractViews } from '../refine/views.ts';

/** Types as Athena's DDL writes them, which is Hive's way. */
const DDL_TYPES: Record<ColumnType, string> = {
  string: 'string',
  json: 'string',
  int: 'int',
  long: 'bigint',
  double: 'double',
  decimal: 'decimal(18,6)',
  boolean: 'boolean',
  timestamp: 'timestamp',
  date: 'date',
};

export type AthenaTablesOptions = {
  engine: QueryEngine;
  /** Notes the contracts that the tables follow. */
  keyValue: KeyValue;
  /** Names the bucket of a zone: refine's own tables lie beside silver, since they last. */
  buckets: (zone: string) => string;
};

const NOTED = { partition: 'refine', sort: 'tables' };

/**
 * Brings the lake's tables to what the contracts say: columns that these have gained, the tables refine works with, and the views
 * anew. The tables of silver and gold come with the storage stack. No statement runs when the contracts are those of the last time.
 */
export async function ensureAthenaTables({ engine, keyValue, buckets }: AthenaTablesOptions): Promise<void> {
  const wanted = createHash('sha256')
    .update(JSON.stringify([lakeTables(), workingTables, contractViews()]))
    .digest('hex');
  if ((await keyValue.get(NOTED)) === wanted) return;
  const present = await presentColumns(engine);
  for (const statement of changes(present, buckets('silver'))) await engine.run(statement);
  await keyValue.write([{ kind: 'put', ...NOTED, value: wanted }]);
}

/** Columns by table, such as `silver.events`. */
async function presentColumns(engine: QueryEngine): Promise<Map<string, Set<string>>> {
  const rows = await engine.run(
    "SELECT table_schema, table_name, column_name FROM information_schema.columns WHERE table_schema IN ('silver', 'gold', 'refine')",
  );
  const tables = Map.groupBy(rows, row => `${row.table_schema}.${row.table_name}`);
  return new Map([...tables].map(([name, columns]) => [name, new Set(columns.map(row => String(row.column_name)))]));
}

function changes(present: Map<string, Set<string>>, bucket: string): string[] {
  const gained = lakeTables().flatMap(({ name, columns }) => {
    const known = present.get(name);
    if (!known) throw new Error(`table ${name} is missing: deploy the storage stack, which makes it`);
    const missing = columns.filter(column => !known.has(column.name));
    return missing.length === 0 ? [] : [`ALTER TABLE ${name} ADD COLUMNS (${missing.map(definition).join(', ')})`];
  });
  const working = workingTables
    .filter(({ name }) => !present.has(name))
    .map(
      ({ name, columns }) => `
CREATE TABLE ${name} (${columns.map(definition).join(', ')})
LOCATION 's3://${bucket}/${name.replace('.', '/')}/'
TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet', 'write_compression' = 'zstd')`,
    );
  return [...gained, ...working, ...contractViews()];
}

// definitions reserve words that queries do not, such as `map`, unless they stand in back-ticks
const definition = ({ name, type }: Pick<Column, 'name' | 'type'>): string => `\`${name}\` ${DDL_TYPES[type]}`;
