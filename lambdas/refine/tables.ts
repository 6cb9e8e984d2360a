import type { QueryEngine } from '../../core/ports.ts';
import type { Column, ColumnType, Table } from '../../glue/rendered/columns.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { contractViews } from './views.ts';

const SQL_TYPES: Record<ColumnType, string> = {
  string: 'varchar',
  json: 'varchar',
  int: 'integer',
  long: 'bigint',
  double: 'double',
  decimal: 'decimal(18, 6)',
  boolean: 'boolean',
  timestamp: 'timestamp',
  date: 'date',
};

/** Tables a run works with and clears; no contract, since nobody reads them. */
const WORKING_TABLES = [
  'refine.games (game varchar, today date)',
  'refine.touched (game varchar, player_key varchar, event_date date)',
  'refine.touched_hours (game varchar, arrival_hour timestamp)',
  'refine.first_days (game varchar, player_key varchar, first_date date)',
];

/** Makes the lake's tables where they are missing, adds the columns that contracts have gained, and makes the views anew. */
export async function ensureTables(engine: QueryEngine): Promise<void> {
  for (const schema of ['silver', 'gold', 'refine']) await engine.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const table of lakeTables()) {
    await engine.run(`CREATE TABLE IF NOT EXISTS ${table.name} (${table.columns.map(definition).join(', ')})`);
    for (const column of await missingColumns(engine, table))
      await engine.run(`ALTER TABLE ${table.name} ADD COLUMN ${definition(column)}`);
  }
  for (const table of WORKING_TABLES) await engine.run(`CREATE TABLE IF NOT EXISTS ${table}`);
  for (const view of contractViews()) await engine.run(view);
}

/** Silver and gold tables, from their contracts. */
export const lakeTables = (): Table[] => Object.values(tables).filter(table => /^(silver|gold)\./.test(table.name));

/** A column's type as SQL writes it. */
export const sqlType = ({ type }: Pick<Column, 'type'>): string => SQL_TYPES[type];

const definition = (column: Column) => `${column.name} ${sqlType(column)}`;

async function missingColumns(engine: QueryEngine, { name, columns }: Table): Promise<Column[]> {
  const [schema, table] = name.split('.');
  const present = await engine.run(
    `SELECT column_name FROM information_schema.columns WHERE table_schema = '${schema}' AND table_name = '${table}'`,
  );
  const names = new Set(present.map(row => row.column_name));
  return columns.filter(column => !names.has(column.name));
}
