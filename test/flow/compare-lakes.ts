import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The tables of numbers: all but the fates, which grow with every copy that arrives. */
export const TABLES = [
  'silver.events',
  'silver.sessions',
  'silver.player_days',
  'silver.players',
  'gold.daily_metrics',
  'gold.retention',
] as const;
type Table = (typeof TABLES)[number];

/** How many rows each table has in the first lake, and how many of both have no equal in the other, `except` columns aside. Both are stopped. */
export async function compareLakes(
  one: string,
  other: string,
  { except = {} }: { except?: { [table in Table]?: readonly string[] } } = {},
): Promise<Record<string, { rows: number; differing: number }>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const count = async (relation: string) =>
    Number((await connection.runAndReadAll(`SELECT count(*) FROM (${relation})`)).getRows()[0]![0]);
  for (const [name, dir] of Object.entries({ one, other }))
    await connection.run(`ATTACH '${join(dir, 'lake.duckdb')}' AS ${name} (READ_ONLY)`);
  const found: Record<string, { rows: number; differing: number }> = {};
  for (const table of TABLES) {
    const columns = except[table] ? `* EXCLUDE (${except[table].join(', ')})` : '*';
    const [left, right] = ['one', 'other'].map(name => `SELECT ${columns} FROM ${name}.${table}`);
    const differing = [`${left} EXCEPT ALL ${right}`, `${right} EXCEPT ALL ${left}`].map(count);
    found[table] = { rows: await count(left!), differing: (await differing[0]!) + (await differing[1]!) };
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}
