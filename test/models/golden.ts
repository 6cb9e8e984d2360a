import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TableName } from '../../glue/rendered/columns.ts';
import type { GivenEvent } from './lake.ts';

/** A case worked by hand: events, each game's today, and rows of the model's table, of which the columns named are compared. */
export type GoldenCase = {
  table: TableName;
  name: string;
  given: { reasoning: string; games?: Record<string, string>; events: GivenEvent[] };
  expected: { where?: string; rows: Record<string, unknown>[] };
};

const ROOT = 'glue/models';

/** Tables that a model makes. */
export const MODELLED = ['silver', 'gold'].flatMap(zone =>
  readdirSync(join(ROOT, zone)).map(model => `${zone}.${model}` as TableName),
);

/** The golden cases of a model. */
export function goldenCases(table: TableName): GoldenCase[] {
  const folder = join(ROOT, table.replace('.', '/'), 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map(name => {
    const read = (file: string) => parse(readFileSync(join(folder, name, file), 'utf8'));
    return { table, name: name.replaceAll('-', ' '), given: read('given.yaml'), expected: read('expect.yaml') };
  });
}

/** The columns that a case names, of each row. */
export function compared(rows: readonly Record<string, unknown>[], { expected }: GoldenCase) {
  const names = Object.keys(expected.rows[0] ?? {});
  return rows.map(row => Object.fromEntries(names.map(name => [name, row[name]])));
}
