import type { Cell, EventTable } from '../../core/event-table.ts';

/** A cell that has a value. */
export type Value = Exclude<Cell, null>;

/** How many rows the tables have together. */
export const rowsIn = (tables: readonly EventTable[]): number => tables.reduce((sum, { rows }) => sum + rows, 0);

/** The values of one column of several tables laid end to end, in row order; rows without a value are left out. */
export function valuesOf(tables: readonly EventTable[], name: string): Value[] {
  const values: Value[] = [];
  for (const table of tables) {
    const cells = cellsOf(table, name);
    if (!cells) continue;
    for (let row = 0; row < table.rows; row++) {
      const cell = cellAt(cells, row);
      if (cell !== null && cell !== undefined) values.push(cell);
    }
  }
  return values;
}

/** In which rows the column has a value: one bit per row, the first row lowest. */
export function presenceOf(tables: readonly EventTable[], name: string): Uint8Array {
  const present = new Uint8Array((rowsIn(tables) + 7) >> 3);
  let at = 0;
  for (const table of tables) {
    const cells = cellsOf(table, name) ?? [null];
    for (let row = 0; row < table.rows; row++, at++) {
      const cell = cellAt(cells, row);
      if (cell !== null && cell !== undefined) present[at >> 3]! |= 1 << (at & 7);
    }
  }
  return present;
}

const cellsOf = ({ columns }: EventTable, name: string): readonly Cell[] | undefined =>
  Object.hasOwn(columns, name) ? columns[name] : undefined;

/** A column of one cell is the same in every row. */
const cellAt = (cells: readonly Cell[], row: number): Cell | undefined => (cells.length === 1 ? cells[0] : cells[row]);
