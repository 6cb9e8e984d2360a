import type { BatchHandler, Clock, KeyValue } from '../../core/ports.ts';
import { unexplained } from '../../lambdas/api/accounting.ts';
import type { FunctionName } from '../../lambdas/functions.ts';
import { doubtful } from '../../lambdas/refine/models.ts';
import type { RunSummary } from '../../lambdas/refine/run-store.ts';
import { lakeTables } from '../../lambdas/refine/tables.ts';
import type { MappingStats } from '../embedded/mapping.ts';
import { BACK_METRICS } from './names.ts';
import type { Family, LaptopMeasure } from './registry.ts';
import { metricRegistry } from './registry.ts';

/** The metrics of the working half, and what keeps them. */
export type WorkMetrics = {
  measure: LaptopMeasure;
  /** The same consumer, its batches counted as Lambda counts runs. */
  consumer: (name: FunctionName, handler: BatchHandler) => BatchHandler;
  /** The same refine, its runs counted. */
  refine: (run: () => Promise<RunSummary>) => () => Promise<RunSummary>;
  /** Everything as it is now. */
  families: (now: Looked) => Promise<Family[]>;
};

/** What is looked at when somebody asks. */
export type Looked = { consumers: readonly MappingStats[]; keyValue: KeyValue; games: readonly { id: string }[] };

/** Counts what consumers and refine do, and knows how old the tables are. */
export function workMetrics(clock: Clock): WorkMetrics {
  const { measure, families } = metricRegistry(BACK_METRICS);
  const runs = refineRuns(measure);
  return {
    measure,
    consumer: (name, handler) => counted(handler, { name, clock, measure }),
    refine: run => async () => {
      const summary = await run().catch(error => {
        measure('refine_failures', 1);
        throw error;
      });
      runs.ended(summary);
      return summary;
    },
    async families({ consumers, keyValue, games }) {
      for (const { name, lag_events, iterator_age_ms } of consumers) {
        measure('consumer_lag', lag_events, { function: name });
        measure('consumer_age', iterator_age_ms, { function: name });
      }
      for (const { id } of games)
        measure('accounting_difference', await unexplained(keyValue, id, clock.now()), { game: id });
      runs.measureAges(clock.now());
      return families();
    },
  };
}

type Counting = { name: FunctionName; clock: Clock; measure: LaptopMeasure };

function counted(handler: BatchHandler, { name, clock, measure }: Counting): BatchHandler {
  const labels = { function: name };
  measure('function_errors', 0, labels);
  return async records => {
    const started = clock.now();
    measure('function_invocations', 1, labels);
    try {
      return await handler(records);
    } catch (error) {
      measure('function_errors', 1, labels);
      throw error;
    } finally {
      measure('function_duration', clock.now() - started, labels);
    }
  };
}

/** Runs of refine since the process began, and the start of the last one that left nothing undone in a table. */
function refineRuns(measure: LaptopMeasure) {
  const fresh = new Map<string, number>();
  let withheld = new Set<string>();
  let last: number | undefined;
  return {
    ended({ started_at, milliseconds, entered, duplicate, models }: RunSummary): void {
      measure('refine_duration', milliseconds);
      measure('events_merged', entered);
      measure('events_duplicate', duplicate);
      for (const { severity } of models.flatMap(({ checks }) => checks)) measure('checks_failed', 1, { severity });
      // a run without work repairs nothing
      if (models.length > 0) withheld = doubtful(models);
      last = Date.parse(started_at);
      for (const { name } of lakeTables()) if (!withheld.has(name)) fresh.set(name, last);
    },
    measureAges(now: number): void {
      if (last !== undefined) measure('refine_age', (now - last) / 1000);
      for (const [table, at] of fresh) measure('table_age', (now - at) / 1000, { table });
    },
  };
}
