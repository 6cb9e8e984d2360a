import { expect, test } from '@jest/globals';
import { parquetMetadata } from 'hyparquet';
import { tables } from '../../glue/rendered/columns.ts';
import { event, processed } from '../core/sample.ts';
import { askDuckDB, column, columns, fileOf, readByDuckDB, readByHyparquet, whole } from './parquet-readers.ts';

test('columns have the types that engines expect', async () => {
  const described = await askDuckDB(fileOf(columns, [{}]), 'DESCRIBE SELECT * FROM read_parquet(file)');
  expect(described.map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toEqual([
    'string VARCHAR',
    'json VARCHAR',
    'long BIGINT',
    'int INTEGER',
    'double DOUBLE',
    'boolean BOOLEAN',
    'date DATE',
    'timestamp TIMESTAMP',
    'decimal DECIMAL(18,6)',
  ]);
});

test('columns carry their Iceberg field ids, and may all be null', async () => {
  const bytes = fileOf(columns, [{}]);
  const schema = parquetMetadata(bytes.slice().buffer as ArrayBuffer).schema.slice(1);
  expect(schema.map(({ name, field_id, repetition_type }) => [name, field_id, repetition_type])).toEqual(
    columns.map(({ name, id }) => [name, id, 'OPTIONAL']),
  );
  const [ids] = await askDuckDB(
    bytes,
    'SELECT list(field_id) AS ids FROM parquet_schema(file) WHERE field_id IS NOT NULL',
  );
  expect((ids!.ids as { items: bigint[] }).items.map(Number)).toEqual(columns.map(({ id }) => id));
});

test('the file says how many values are missing, and its parts are as long as it says', async () => {
  const bytes = fileOf(columns, [{ string: 'a' }, { string: 'b', long: 1 }, {}, { string: 'c' }]);
  const chunks = await askDuckDB(
    bytes,
    'SELECT path_in_schema AS name, stats_null_count AS nulls, num_values AS rows, total_compressed_size AS size FROM parquet_metadata(file)',
  );
  const nulls = Object.fromEntries(chunks.map(({ name, nulls }) => [name, Number(nulls)]));
  expect(nulls).toMatchObject({ string: 1, long: 3, double: 4 });
  expect(chunks.every(({ rows }) => Number(rows) === 4)).toBe(true);
  const size = chunks.reduce((sum, chunk) => sum + Number(chunk.size), 0);
  const footer = Buffer.from(bytes).readUInt32LE(bytes.length - 8);
  expect(4 + size + footer + 8).toBe(bytes.length);
});

test('values that repeat are written once', () => {
  const rows = Array.from({ length: 2000 }, (_, n) => ({ string: `a rather long value ${n % 10}` }));
  expect(fileOf([column('string', 1)], rows).length).toBeLessThan(2000);
});

test('processed events fit the columns of bronze', async () => {
  const bronze = tables['bronze.events'].columns;
  const sent = [
    event({ attributes: { a: 'ä' } }),
    event({
      event_type: 'purchase',
      properties: { transaction_id: 't', amount: 499, currency: 'EUR', sandbox: false },
    }),
  ];
  const rows = sent.map((one, event_index) => ({
    ...processed(one).row,
    game: 'g',
    shard: '0',
    sequence: '1',
    event_index,
  }));
  const bytes = fileOf(bronze, rows);
  expect(await readByDuckDB(bytes)).toEqual(whole(bronze, rows));
  expect(await readByHyparquet(bytes, bronze)).toEqual(whole(bronze, rows));
});

test('tables laid end to end are one, however many and whatever columns each has', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => ({ string: n % 7 ? 'same' : null, ...(n > 20 && { long: n }) }));
  for (const perTable of [1, 2, 7, 40])
    expect(await readByDuckDB(fileOf(columns, rows, perTable))).toEqual(whole(columns, rows));
});

test('a column its table does not have is refused', () =>
  expect(() => fileOf(columns, [{ other: 1 }])).toThrow("the table has no column 'other'"));
