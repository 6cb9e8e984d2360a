import type { SqlAnswer, StageStatus } from '../../lambdas/api/ports.ts';
import type { RunSummary } from '../../lambdas/refine/run-store.ts';
import type { Family } from '../metrics/registry.ts';

/** What the worker needs to begin; `refine_wait` is the shortest wait between two runs, in milliseconds. */
export type WorkerData = { dir: string; durable: SharedArrayBuffer; refine_wait: number };

/** What the main thread may ask of the worker. */
export type BackMethods = {
  /** Consumes what is durable, then refines. */
  refine: () => Promise<RunSummary>;
  select: (sql: string, limit: number) => Promise<SqlAnswer>;
  stages: () => Promise<StageStatus[]>;
  done: () => Promise<string | null>;
  metrics: () => Promise<Family[]>;
  /** Finishes what is under way and lets the lake go. */
  stop: () => Promise<void>;
};
