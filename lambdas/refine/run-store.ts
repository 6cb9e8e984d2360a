import type { Day, Span } from '../../core/days.ts';
import type { Json, KeyValue } from '../../core/ports.ts';
import { DAY } from '../../core/time.ts';
import type { MergeCount } from './merge.ts';
import type { ModelRun } from './models.ts';
import type { RefinePorts } from './ports.ts';

/** In epoch milliseconds: when the last sweep began, and the earliest hour of arrival of all that was merged since. */
export type State = { last_days: Record<string, Day>; swept_at: number | null; unswept_since?: number };

/** What a run has set out to do; `batches` of `objects` are stored each by itself. */
export type Plan = {
  started_at: number;
  objects: number;
  batches: number;
  /** Each game's own today. */
  today: Record<string, Day>;
  /** Games' own calendars moved on: cells of these days matured. */
  new_days: Span[];
  sweeps: boolean;
  state: State;
};

/**
 * How far the merge is: units are batches, and one more that closes it. `days` are those the models have to look at; touched ones before
 * `waits_before` wait for the next sweep.
 */
export type Progress = MergeCount & { units: number; unswept_since?: number; days: Day[]; waits_before?: Day };

/** One batch of objects, with what the register says of each. */
export type Batch = { key: string; value: Json }[];

/** What a run did. Times are ISO 8601; counts are events, objects and published items. */
export type RunSummary = MergeCount & {
  run_id: string;
  started_at: string;
  ended_at: string;
  milliseconds: number;
  objects: number;
  models: ModelRun[];
  published: number;
};

/** What the steps of one run tell each other, by name. */
type Notes = { plan: Plan; progress: Progress; published: { items: number } } & {
  [name: `batch#${string}`]: { objects: Batch };
  [name: `model#${string}`]: { runs: ModelRun[] };
};

/** Notes of a run outlive it, so that a step repeated late finds its plan. */
const KEPT = 7 * DAY;

/** The notes of one run. */
export function runNotes({ keyValue, clock }: Pick<RefinePorts, 'keyValue' | 'clock'>, run_id: string) {
  const partition = `refine#${run_id}`;
  return {
    async get<N extends keyof Notes>(name: N): Promise<Notes[N] | undefined> {
      return (await keyValue.get({ partition, sort: name })) as Notes[N] | undefined;
    },
    async put<N extends keyof Notes>(name: N, value: Notes[N]): Promise<void> {
      await keyValue.write([
        { kind: 'put', partition, sort: name, value: value as Json, expires_at: clock.now() + KEPT },
      ]);
    },
    /** What every model did so far. */
    async models(): Promise<ModelRun[]> {
      const items = await keyValue.query(partition, { prefix: 'model#' });
      return items.flatMap(({ value }) => (value as { runs: ModelRun[] }).runs);
    },
  };
}

/** The name of a batch's note. */
export const batchNote = (index: number) => `batch#${String(index).padStart(6, '0')}` as const;

const LEASE = { partition: 'refine', sort: 'lease' };

/** Takes the lease or keeps it; false when another run has it. */
export async function holdLease(
  { keyValue, clock }: { keyValue: KeyValue; clock: RefinePorts['clock'] },
  { run_id, lease_ms }: { run_id: string; lease_ms: number },
): Promise<boolean> {
  const lease = { kind: 'put', ...LEASE, value: { run_id }, expires_at: clock.now() + lease_ms } as const;
  return (
    (await keyValue.write([{ ...lease, if_value: { run_id } }])) ||
    (await keyValue.write([{ ...lease, if_absent: true }]))
  );
}

/** Lets the lease go; written with what ends the run. */
export const leaveLease = { kind: 'delete', ...LEASE } as const;
