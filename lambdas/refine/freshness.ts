import type { KeyValue } from '../../core/ports.ts';
import { unexplained } from '../api/accounting.ts';
import type { Measure } from '../metrics.ts';
import { doubtful } from './models.ts';
import type { RunSummary } from './run-store.ts';
import { lakeTables } from './tables.ts';

/** Beginnings of runs, in epoch milliseconds: the last that ended well, and the last that left nothing undone in each table. */
type Freshness = { began: number; withheld: string[]; tables: Record<string, number> };

const FRESHNESS = { partition: 'refine', sort: 'freshness' };

const read = async (keyValue: KeyValue): Promise<Freshness | undefined> =>
  (await keyValue.get(FRESHNESS)) as Freshness | undefined;

/** Notes how fresh the tables are after a run. A run without work repairs nothing that a check had found. */
export async function noteFreshness(
  keyValue: KeyValue,
  { began, models }: { began: number; models: RunSummary['models'] },
): Promise<void> {
  const before = await read(keyValue);
  const withheld = models.length > 0 ? [...doubtful(models)] : (before?.withheld ?? []);
  const fresh = lakeTables().filter(({ name }) => !withheld.includes(name));
  const tables = { ...before?.tables, ...Object.fromEntries(fresh.map(({ name }) => [name, began])) };
  await keyValue.write([{ kind: 'put', ...FRESHNESS, value: { began, withheld, tables } }]);
}

/** Records how old the tables are, and what the accounting leaves unexplained: what had become of the lake until `now`. */
export async function measureLake(
  { keyValue, games, measure }: { keyValue: KeyValue; games: readonly { id: string }[]; measure: Measure },
  now: number,
): Promise<void> {
  const { began, tables = {} } = (await read(keyValue)) ?? {};
  if (began !== undefined) measure('refine_age', (now - began) / 1000);
  for (const [table, at] of Object.entries(tables)) measure('table_age', (now - at) / 1000, { table });
  for (const { id } of games) measure('accounting_difference', await unexplained(keyValue, id, now), { game: id });
}

/** Records what a run did. */
export function measureRun({ milliseconds, entered, duplicate, models }: RunSummary, measure: Measure): void {
  measure('refine_duration', milliseconds);
  measure('events_merged', entered);
  measure('events_duplicate', duplicate);
  for (const { severity } of models.flatMap(({ checks }) => checks)) measure('checks_failed', 1, { severity });
}
