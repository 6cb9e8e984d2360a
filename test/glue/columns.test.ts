import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { tables } from '../../glue/rendered/columns.ts';
import { envelopeFields, eventContracts, fields, pseudonyms } from '../../glue/rendered/contracts.ts';
import { icebergTables, parquetTables } from '../../glue/rendered/iceberg.ts';
import { catalog } from './catalog.ts';

const all = Object.values(tables);
const namesOf = (table: keyof typeof tables) => tables[table].columns.map(({ name }) => name);

describe('the columns of', () => {
  for (const { name, columns, grain, partition } of all)
    test(name, () => {
      const ids = columns.map(({ id }) => id);
      expect(ids.every(id => Number.isInteger(id) && id > 0)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(columns.map(column => column.name)).size).toBe(columns.length);
      for (const key of [...grain, ...(partition ? [partition] : [])])
        expect(columns.map(column => column.name)).toContain(key);
      expect(columns.every(({ doc }) => doc.length > 3)).toBe(true);
    });
});

test('a name has one type, id and class wherever it stands', () => {
  const seen = new Map<string, string>();
  for (const { columns } of all)
    for (const { name, id, type, pii } of columns) {
      expect([name, seen.get(name) ?? JSON.stringify({ id, type, pii })]).toEqual([
        name,
        JSON.stringify({ id, type, pii }),
      ]);
      seen.set(name, JSON.stringify({ id, type, pii }));
    }
});

test('bronze has every field a client may send', () => {
  const sent = Object.entries(fields)
    .filter(([, field]) => field.sent !== 'never')
    .map(([name]) => name);
  expect(sent.filter(name => !namesOf('bronze.events').includes(name))).toEqual([]);
});

test('what was refused or late keeps the columns of bronze, and why', () => {
  const why = ['reason', 'pointer', 'message', 'payload'];
  expect(namesOf('quarantine.events')).toEqual([...namesOf('bronze.events'), ...why]);
  expect(namesOf('late.events')).toEqual([...namesOf('bronze.events'), ...why]);
});

test('silver has the columns of bronze without those of the request', () =>
  expect(namesOf('silver.events')).toEqual(
    namesOf('bronze.events').filter(name => !['delivery_id', 'protocol', 'sent_at', 'history'].includes(name)),
  ));

test('raw player ids have no column anywhere', () => {
  for (const { columns } of all)
    expect(columns.filter(({ name }) => Object.keys(pseudonyms).includes(name))).toEqual([]);
});

test('grains are as the design says', () =>
  expect(Object.fromEntries(all.map(({ name, grain }) => [name, grain.join(' ')]))).toEqual({
    'bronze.events': 'region shard sequence event_index',
    'quarantine.events': 'region shard sequence event_index',
    'late.events': 'region shard sequence event_index',
    'silver.events': 'game player_key event_id',
    'silver.fates': 'game region shard sequence event_index',
    'silver.player_days': 'game player_key event_date',
    'silver.players': 'game player_key',
    'silver.sessions': 'game player_key session_key',
    'gold.daily_metrics': 'game event_date dimension dimension_value',
    'gold.retention': 'game cohort_date day_n',
  }));

test('Iceberg and Parquet tables have the columns of the lake in order, with their pinned ids', () => {
  for (const [name, { fields: columns }] of Object.entries(icebergTables))
    expect(columns.map(({ name, id }) => [name, id])).toEqual(
      tables[name as keyof typeof tables].columns.map(({ name, id }) => [name, id]),
    );
  for (const [name, columns] of Object.entries(parquetTables))
    expect(columns.map(column => column.name)).toEqual(namesOf(name as keyof typeof tables));
  expect([...Object.keys(icebergTables), ...Object.keys(parquetTables)].sort()).toEqual(Object.keys(tables).sort());
});

test('every property of a contract is a column, and every property that may be sent is in a contract', () => {
  const promised = new Set(Object.values(eventContracts).flatMap(({ properties }) => properties));
  const sent = Object.entries(fields)
    .filter(([, field]) => field.sent === 'property')
    .map(([name]) => name);
  expect([...promised].sort()).toEqual(sent.sort());
  expect(envelopeFields).toContain('player_key');
});

test('every quality rule runs, and an empty lake keeps it', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const sqlTypes: Record<string, string> = {
    string: 'varchar',
    json: 'varchar',
    long: 'bigint',
    decimal: 'decimal(18,6)',
  };
  for (const { name, columns } of all) {
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${name.split('.')[0]}`);
    await connection.run(
      `CREATE TABLE ${name} (${columns.map(column => `${column.name} ${sqlTypes[column.type] ?? column.type}`).join(', ')})`,
    );
  }
  const rules = [...catalog.events, ...catalog.stored].flatMap(({ quality }) => quality);
  for (const { name, query, mustBe } of rules.filter(rule => rule.type === 'sql')) {
    const answer = (await (await connection.runAndReadAll(query!)).getRowsJson())[0]?.[0];
    expect([name, Number(answer)]).toEqual([name, mustBe]);
  }
  for (const { name, metric, arguments: given } of rules.filter(rule => rule.type === 'library'))
    expect([name, metric, (given?.properties?.length ?? 0) > 0]).toEqual([name, 'duplicateValues', true]);
});
