import type { QueryEngine } from '../../core/ports.ts';
import { text } from '../../core/sql.ts';
import type { Table } from '../../glue/rendered/columns.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { lakeTables, sqlType } from '../../lambdas/refine/tables.ts';

/**
 * Makes the lake's tables as they are on AWS: Parquet tables over the zones' objects, whose hours are known by projection, and
 * Iceberg tables by day, with what must not be null and, of events, their order.
 */
export async function makeTables(engine: QueryEngine): Promise<void> {
  for (const schema of ['bronze', 'quarantine', 'late', 'silver', 'gold', 'refine', 'work'])
    await engine.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const zone of ['bronze', 'quarantine', 'late'] as const)
    await engine.run(parquetTable(zone, tables[`${zone}.events`]));
  for (const table of lakeTables()) await engine.run(icebergTable(table));
}

const parquetTable = (zone: string, { columns }: Table) => `
CREATE TABLE awsdatacatalog.${zone}.events (
  ${columns.map(column => `${column.name} ${sqlType(column)}`).join(', ')},
  arrival varchar WITH (
    partition_projection_type = 'date',
    partition_projection_format = 'yyyy-MM-dd-HH',
    partition_projection_range = ARRAY['2026-01-01-00', '2026-12-31-23'],
    partition_projection_interval = 1,
    partition_projection_interval_unit = 'HOURS'
  )
) WITH (
  external_location = 'local:///${zone}/events',
  format = 'PARQUET',
  partitioned_by = ARRAY['arrival'],
  partition_projection_enabled = true
)`;

function icebergTable({ name, columns, partition }: Table): string {
  const options = [
    ...(partition ? [`partitioning = ARRAY[${text(`day(${partition})`)}]`] : []),
    ...(name === 'silver.events' ? ["sorted_by = ARRAY['game', 'event_type']"] : []),
  ];
  const definitions = columns.map(column => `${column.name} ${sqlType(column)}${column.required ? ' NOT NULL' : ''}`);
  return `CREATE TABLE ${name} (${definitions.join(', ')})${options.length > 0 ? ` WITH (${options.join(', ')})` : ''}`;
}
