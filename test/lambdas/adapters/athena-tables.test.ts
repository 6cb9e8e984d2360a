import { expect, test } from '@jest/globals';
import type { QueryEngine, Row } from '../../../core/ports.ts';
import { ensureAthenaTables } from '../../../lambdas/adapters/athena-tables.ts';
import { lakeTables } from '../../../lambdas/refine/tables.ts';
import { memoryKeyValue } from '../../memory-ports.ts';

const all: Row[] = lakeTables().flatMap(({ name, columns }) => {
  const [table_schema = '', table_name = ''] = name.split('.');
  return columns.map(column => ({ table_schema, table_name, column_name: column.name }));
});

/** An engine whose tables have these columns, with the statements it was told. */
function engineWith(columns: Row[]) {
  const statements: string[] = [];
  const engine: QueryEngine = {
    run: async sql => {
      statements.push(sql.trim());
      return sql.includes('information_schema') ? columns : [];
    },
    objects: () => '',
  };
  return { engine, statements };
}

const buckets = (zone: string) => `lake-${zone}`;

test('makes the tables refine works with, and the views', async () => {
  const { engine, statements } = engineWith(all);
  await ensureAthenaTables({ engine, keyValue: memoryKeyValue(), buckets });
  expect(
    statements,
  ).toContain(`CREATE TABLE refine.touched (\`game\` string, \`player_key\` string, \`event_date\` date)
LOCATION 's3://lake-silver/refine/touched/'
TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet', 'write_compression' = 'zstd')`);
  expect(statements.filter(sql => sql.startsWith('CREATE TABLE'))).toHaveLength(4);
  expect(statements.some(sql => sql.startsWith('CREATE OR REPLACE VIEW silver.purchase AS'))).toBe(true);
  expect(statements.some(sql => sql.startsWith('ALTER'))).toBe(false);
});

test('adds what contracts have gained, in one statement a table, by names that Athena may reserve', async () => {
  const gained = new Set(['amount_usd', 'map']);
  const { engine, statements } = engineWith(
    all.filter(({ table_name, column_name }) => table_name !== 'events' || !gained.has(String(column_name))),
  );
  await ensureAthenaTables({ engine, keyValue: memoryKeyValue(), buckets });
  expect(statements.filter(sql => sql.startsWith('ALTER'))).toEqual([
    'ALTER TABLE silver.events ADD COLUMNS (`map` string, `amount_usd` decimal(18,6))',
  ]);
});

test('a table of a contract that is missing is an error that says what to deploy', async () => {
  const { engine } = engineWith(all.filter(({ table_name }) => table_name !== 'retention'));
  const made = ensureAthenaTables({ engine, keyValue: memoryKeyValue(), buckets });
  await expect(made).rejects.toThrow('gold.retention is missing: deploy the storage stack');
});

test('does nothing when the contracts are those of the last time', async () => {
  const keyValue = memoryKeyValue();
  await ensureAthenaTables({ engine: engineWith(all).engine, keyValue, buckets });
  const { engine, statements } = engineWith(all);
  await ensureAthenaTables({ engine, keyValue, buckets });
  expect(statements).toEqual([]);
});
