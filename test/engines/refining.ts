import type { ObjectStore, QueryEngine, Row } from '../../core/ports.ts';
import { tables as lakeTables } from '../../glue/rendered/columns.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import type { RunSummary } from '../../lambdas/refine/run-store.ts';
import type { RefineSettings } from '../../lambdas/refine/settings.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { register } from '../../lambdas/register/register.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';
import { GAMES, type Lot } from './playing.ts';

/** Refine over an engine, fed lot by lot. */
export type Refining = {
  merge: (lot: Lot) => Promise<RunSummary>;
  /** All rows of every silver and gold table, and all that is published. */
  everything: () => Promise<Record<string, unknown[]>>;
};

/** Every table that refine fills. */
export const REFINED = Object.values(lakeTables).filter(({ name }) => /^(silver|gold)\./.test(name));

/** `tables` makes the lake's tables, in the engine's own words where it has some. */
export type RefiningOptions = { settings?: RefineSettings; tables?: () => Promise<void> };

/** Opens refine with a store of its own over objects that others may read too. */
export function refining(
  engine: QueryEngine,
  objects: ObjectStore,
  { settings, tables = () => ensureTables(engine) }: RefiningOptions = {},
): Refining {
  const clock = memoryClock();
  const keyValue = memoryKeyValue(clock);
  const note = register({ keyValue, clock });
  const run = refine({ keyValue, engine: () => engine, objects, clock, games: async () => GAMES, tables }, settings);
  return {
    async merge({ runs_at, objects: appeared }) {
      clock.set(runs_at);
      await note(appeared);
      return run();
    },
    async everything() {
      const found: Record<string, unknown[]> = {};
      for (const { name } of REFINED) found[name] = sorted(await engine.run(`SELECT * FROM ${name}`));
      for (const mart of ['accounting', 'mart#daily_metrics', 'mart#retention'])
        for (const { id } of GAMES) found[`${mart}#${id}`] = await keyValue.query(`${mart}#${id}`);
      return found;
    },
  };
}

/** Rows as text with their columns in order, so that a difference names the row. */
export const sorted = (rows: readonly Row[]): string[] =>
  rows.map(row => JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))).sort();
