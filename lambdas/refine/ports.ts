import type { Clock, KeyValue, ObjectStore, QueryEngine } from '../../core/ports.ts';

/** Where a statement belongs: an engine that can, attaches to what the same step of the same run has begun before. */
export type StatementScope = { run: string; step: string };

/** What refine stands on. */
export type RefinePorts = {
  keyValue: KeyValue;
  engine: (scope: StatementScope) => QueryEngine;
  objects: ObjectStore;
  clock: Clock;
  games: () => Promise<{ id: string; reporting_offset_minutes: number }[]>;
  /** Makes tables that are missing and adds the columns that contracts have gained. */
  tables: () => Promise<void>;
  /** Registers objects whose notification was lost. */
  sweep?: () => Promise<unknown>;
};
