import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { agree, bind, columnsOf, date, text, timestamp } from '../../core/sql.ts';

const connection = await (await DuckDBInstance.create()).connect();
const answer = async (sql: string) => (await connection.runAndReadAll(`SELECT ${sql}`)).getRowsJson()[0]![0];

const TEXTS = ['plain', "it's", "''", "'; DROP TABLE x; --", '\\', '"', 'ä\u{1f3ae}\n\t', '', ':from', '$1 ? %'];

describe('a text literal means', () => {
  for (const value of TEXTS) test(JSON.stringify(value), async () => expect(await answer(text(value))).toBe(value));
});

test('a date literal is that day', async () => {
  expect(date('2026-03-01')).toBe("DATE '2026-03-01'");
  expect(await answer(`${date('2024-02-29')} + 1`)).toBe('2024-03-01');
});

test('a timestamp literal is that instant in UTC, to the millisecond', async () => {
  expect(timestamp(Date.UTC(2026, 2, 1, 10, 0, 5, 120))).toBe("TIMESTAMP '2026-03-01 10:00:05.120'");
  for (const instant of [0, -1, 1_772_359_205_120])
    expect(await answer(`epoch_ms(${timestamp(instant)})`)).toBe(String(instant));
});

test('columns are listed, of a relation or of none', () => {
  expect(columnsOf(['a', 'b'])).toBe('a, b');
  expect(columnsOf(['a', 'b'], 't')).toBe('t.a, t.b');
  expect(columnsOf([])).toBe('');
});

test('relations agree on every column', () => expect(agree(['a', 'b'], 's', 't')).toBe('s.a = t.a AND s.b = t.b'));

test('a model gets its days, wherever they stand, and nothing else changes', () => {
  const bound = bind(
    "SELECT x::date, y:other, 'a:b' FROM t WHERE d BETWEEN :from AND :to OR d = :from_day OR d >= :from",
    { from: "DATE '2026-03-01'", to: "DATE '2026-03-02'" },
  );
  expect(bound).toBe(
    "SELECT x::date, y:other, 'a:b' FROM t WHERE d BETWEEN DATE '2026-03-01' AND DATE '2026-03-02' OR d = :from_day OR d >= DATE '2026-03-01'",
  );
});
