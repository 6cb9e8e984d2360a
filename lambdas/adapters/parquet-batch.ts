/** A value of a cell; null and undefined are no value. */
export type Cell = string | number | boolean | null | undefined;

/** The values of one column in row order, and in which rows they stand. */
export type ColumnValues = {
  values: (string | number | boolean)[];
  /** One bit per row, the first row lowest; unset where a row has no value. */
  present: Uint8Array;
};

/** Rows turned into columns. */
export type ParquetBatch = { rows: number; columns: ReadonlyMap<string, ColumnValues> };

/** Collects rows by column as they come: what a row does not name costs nothing. */
export function parquetBatch(names: readonly string[], capacity: number) {
  const columns = new Map<string, ColumnValues>(
    names.map(name => [name, { values: [], present: new Uint8Array((capacity + 7) >> 3) }]),
  );
  let rows = 0;
  const put = (name: string, cell: Cell): void => {
    if (cell === null || cell === undefined) return;
    const column = columns.get(name);
    if (!column) throw new Error(`the table has no column '${name}': add it to its contract and render`);
    column.values.push(cell);
    column.present[rows >> 3]! |= 1 << (rows & 7);
  };
  return {
    /** Adds a row made of several parts; a name must not repeat among them. */
    add: (...parts: readonly Readonly<Record<string, Cell>>[]): void => {
      if (rows === capacity) throw new Error(`the batch is full at ${capacity} rows`);
      for (const part of parts) for (const name in part) put(name, part[name]);
      rows += 1;
    },
    batch: (): ParquetBatch => ({ rows, columns }),
  };
}
