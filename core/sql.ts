/** SQL text from values. Everything that reaches a statement passes here. */

/** A text literal. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A date literal from `YYYY-MM-DD`. */
export const date = (day: string): string => `DATE ${text(day)}`;

/** A timestamp literal, UTC, from epoch milliseconds. */
export const timestamp = (instant: number): string =>
  `TIMESTAMP ${text(new Date(instant).toISOString().replace('T', ' ').replace('Z', ''))}`;

/** Columns of a relation, qualified and separated by commas. */
export const columnsOf = (names: readonly string[], relation?: string): string =>
  names.map(name => (relation ? `${relation}.${name}` : name)).join(', ');

/** A join condition: the two relations agree on every column. */
export const agree = (names: readonly string[], left: string, right: string): string =>
  names.map(name => `${left}.${name} = ${right}.${name}`).join(' AND ');

/** The model's text with `:from` and `:to` replaced. */
export const bind = (sql: string, values: Record<string, string>): string =>
  sql.replaceAll(/:([a-z_]+)\b/g, (whole, name: string) => values[name] ?? whole);
