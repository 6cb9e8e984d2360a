import type { Row } from '../../core/ports.ts';
import type { LakeClient } from './client.ts';
import type { Output } from './output.ts';
import { csv, table } from './output.ts';

/** Rows answered at most. */
const LIMIT = 100_000;

/** Runs a statement and prints its rows: a table, CSV, or with --json `{columns, rows, truncated}`. */
export async function runQuery(
  lake: LakeClient,
  sql: string,
  { output, asCsv }: { output: Output; asCsv: boolean },
): Promise<void> {
  const answer = await lake.call('POST', '/api/sql', { sql, limit: LIMIT });
  const names = (answer.columns as { name: string }[]).map(({ name }) => name);
  const rows = (answer.rows as Row[]).map(row => names.map(name => row[name] ?? null));
  if (asCsv) process.stdout.write(`${csv(names, rows)}\n`);
  else output.answer(answer, () => `${table(names, rows)}\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`);
  if (answer.truncated) output.note(`there are more rows than ${LIMIT}: add a LIMIT or narrow the question`);
}
