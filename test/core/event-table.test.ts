import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, EventRow, EventTable } from '../../core/event-table.ts';
import { tableOf } from '../../core/event-table.ts';

test('rows become columns, with null where a row has nothing', () =>
  expect(tableOf([{ a: 1, b: 'x' }, { b: null }, { b: 'y', c: false }])).toEqual({
    rows: 3,
    columns: { a: [1, null, null], b: ['x', null, 'y'], c: [null, null, false] },
  }));

test('a cell that all rows share stands once', () =>
  expect(tableOf([{ a: 1 }, { a: 1 }, { a: 1 }])).toEqual({ rows: 3, columns: { a: [1] } }));

test('no rows have no columns', () => expect(tableOf([])).toEqual({ rows: 0, columns: {} }));

/** The rows of a table, read cell by cell. */
const rowsOf = ({ rows, columns }: EventTable): Record<string, Cell>[] =>
  Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      Object.entries(columns)
        .map(([name, cells]): [string, Cell] => [name, (cells.length === 1 ? cells[0] : cells[row]) ?? null])
        .filter(([, cell]) => cell !== null),
    ),
  );

test('rows come back as they went in', () => {
  const cell = fc.constantFrom<Cell[]>(1, 2, 'x', false, null);
  const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), cell, { noNullPrototype: true }) as fc.Arbitrary<EventRow>;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), rows => {
      const named = rows.map(row => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null)));
      expect(rowsOf(tableOf(rows))).toEqual(named);
    }),
  );
});
