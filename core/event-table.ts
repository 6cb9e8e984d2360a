/** A value of a cell: timestamps in epoch milliseconds, dates `YYYY-MM-DD`, decimals as text with six digits. */
export type Cell = string | number | boolean | null;

/** A row of an event table: column name → value; absent means null. */
export type EventRow = Record<string, Cell | undefined>;

/**
 * Events by column, as Parquet wants them and as JSON is shortest. A column has one cell per row, or a single cell that all
 * rows share; a column that no row has is left out.
 */
export type EventTable = { rows: number; columns: Readonly<Record<string, readonly Cell[]>> };

/** Turns rows into columns. */
export function tableOf(rows: readonly EventRow[]): EventTable {
  const columns = new Map<string, Cell[]>();
  rows.forEach((row, index) => {
    for (const name in row) {
      const cell = row[name];
      if (cell === null || cell === undefined) continue;
      const column = columns.get(name) ?? [];
      if (column.length === 0) columns.set(name, column);
      while (column.length < index) column.push(null);
      column.push(cell);
    }
  });
  return {
    rows: rows.length,
    columns: Object.fromEntries([...columns].map(([name, column]) => [name, shared(column, rows.length)])),
  };
}

/** A column of equal cells as one cell, any other filled up to the last row. */
function shared(column: Cell[], rows: number): Cell[] {
  if (column.length === rows && column.every(cell => cell === column[0])) return column.slice(0, 1);
  while (column.length < rows) column.push(null);
  return column;
}
