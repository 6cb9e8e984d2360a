import type { Span } from './days.ts';
import { agree, bind, columnsOf, date } from './sql.ts';

/** What a model needs to be run: its text, the table it fills, and which of the table's rows one run replaces. */
export type ModelTable = {
  table: string;
  grain: readonly string[];
  /** Columns in order; `type` as SQL writes it. */
  columns: readonly { name: string; type: string }[];
  /** Column that `:from` and `:to` bound; absent when a run replaces whole players. */
  day_column?: string;
  /** A run replaces rows of touched players only. */
  by_player: boolean;
};

/**
 * Wraps a model in one MERGE by grain: rows that changed are updated, new ones inserted, and rows the model no longer yields
 * deleted, so a reader never sees a gap or a double. The model's text stands there once, since Trino runs it wherever it stands. Its
 * values take the table's types: Trino would not narrow the sum of decimals, or a `bigint`, by itself.
 */
export function mergeModel({ model, sql, span }: { model: ModelTable; sql: string; span?: Span }): string {
  const { table, grain, columns } = model;
  const names = columns.map(({ name }) => name);
  const values = names.filter(name => !grain.includes(name));
  const changed = values.map(name => `t.${name} IS DISTINCT FROM s.${name}`).join(' OR ');
  const either = names.map(name => (grain.includes(name) ? `coalesce(f.${name}, k.${name}) AS ${name}` : `f.${name}`));
  return `
MERGE INTO ${table} AS t
USING (
SELECT ${either.join(', ')}, f.fresh IS NULL AS obsolete
FROM (
SELECT ${columns.map(({ name, type }) => `CAST(${name} AS ${type}) AS ${name}`).join(', ')}, true AS fresh
FROM (
${bindSpan(sql, span)}
) m
) f
FULL JOIN (SELECT ${columnsOf(grain, 'k')} FROM ${table} k WHERE ${scope(model, span)}) k ON ${agree(grain, 'f', 'k')}
) AS s
ON ${agree(grain, 't', 's')}
WHEN MATCHED AND s.obsolete THEN DELETE
WHEN MATCHED AND (${changed}) THEN UPDATE SET ${values.map(name => `${name} = s.${name}`).join(', ')}
WHEN NOT MATCHED AND NOT s.obsolete THEN INSERT (${columnsOf(names)}) VALUES (${columnsOf(names, 's')})`;
}

/** The model's text over a span of days. */
export const bindSpan = (sql: string, span?: Span): string =>
  span ? bind(sql, { from: date(span.from), to: date(span.to) }) : sql;

function scope({ day_column, by_player }: ModelTable, span?: Span): string {
  const parts = [
    ...(day_column && span ? [`k.${day_column} BETWEEN ${date(span.from)} AND ${date(span.to)}`] : []),
    ...(by_player
      ? ['EXISTS (SELECT 1 FROM refine.touched p WHERE p.game = k.game AND p.player_key = k.player_key)']
      : []),
  ];
  return parts.join(' AND ');
}
