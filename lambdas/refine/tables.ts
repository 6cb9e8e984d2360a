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

const GAME = { name: 'game', type: 'string' } as const;
const PLAYER_KEY = { name: 'player_key', type: 'string' } as const;

/** Tables a run works with and clears; no contract, since nobody reads them. */
export const workingTables: { name: string; columns: Pick<Column, 'name' | 'type'>[] }[] = [
  { name: 'refine.games', columns: [GAME, { name: 'today', type: 'date' }] },
  { name: 'refine.touched', columns: [GAME, PLAYER_KEY, { name: 'event_date', type: 'date' }] },
  { name: 'refine.touched_hours', columns: [GAME, { name: 'arrival_hour', type: 'timestamp' }] },
  { name: 'refine.first_days', columns: [GAME, PLAYER_KEY, { name: 'first_date', type: 'date' }] },
];

/** Makes the lake's tables where they are missing, adds the columns that contracts have gained, and makes the views anew. */
export async function ensureTables(engine: QueryEngine): Promise<void> {
  for (const schema of ['silver', 'gold', 'refine']) await engine.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const table of [...lakeTables(), ...workingTables])
    await engine.run(`CREATE TABLE IF NOT EXISTS ${table.name} (${table.columns.map(definition).join(', ')})`);
  for (const table of lakeTables())
    for (const column of await missingColumns(engine, table))
      await engine.run(`ALTER TABLE ${table.name} ADD COLUMN ${definition(column)}`);
  for (const view of contractViews()) await engine.run(view);
}

/** Silver and gold tables, from their contracts. */
export const lakeTables = (): Table[] => Object.values(tables).filter(table => /^(silver|gold)\./.test(table.name));

/** A column's type as SQL writes it. */
export const sqlType = ({ type }: Pick<Column, 'type'>): string => SQL_TYPES[type];

const definition = (column: Pick<Column, 'name' | 'type'>) => `${column.name} ${sqlType(column)}`;

async function missingColumns(engine: QueryEngine, { name, columns }: Table): Promise<Column[]> {
  const [schema, table] = name.split('.');
  const present = await engine.run(
    `SELECT column_name FROM information_schema.columns WHERE table_schema = '${schema}' AND table_name = '${table}'`,
  );
  const names = new Set(present.map(row => row.column_name));
  return columns.filter(column => !names.has(column.name));
}
