import { DAY, MINUTE } from '../../core/time.ts';

/** How refine works. */
export type RefineSettings = {
  /** Objects merged by one statement, at most, and their bytes: memory stays the same however much there is to merge. */
  objects_per_merge: number;
  bytes_per_merge: number;
  /** Days of silver that one statement of a merge writes to, at most. */
  days_per_merge: number;
  /** How many days either side of an event's day the merge looks for the same event. */
  dedup_reach_days: number;
  /** How many days either side the nightly sweep looks: the late window. */
  sweep_reach_days: number;
  /**
   * Every run recomputes the numbers of today and of so many days before it. Older days, which few late events touch, wait for the run
   * that sweeps: each would be read whole for them.
   */
  recent_days: number;
  /** Longest span of days a model statement covers: Athena writes at most 100 partitions. */
  longest_span_days: number;
  /** How long a run that is heard of no more keeps others from beginning, in milliseconds. */
  lease_ms: number;
  /** After this time, in milliseconds, the step `merge` begins no further batch. */
  step_ms: number;
};

/** For a lake that one process has to itself: a run that stopped has left nothing behind that goes on. */
export const refineDefaults: RefineSettings = {
  objects_per_merge: 500,
  bytes_per_merge: 6 * 1024 * 1024,
  days_per_merge: Number.POSITIVE_INFINITY,
  dedup_reach_days: 1,
  sweep_reach_days: 30,
  recent_days: Number.POSITIVE_INFINITY,
  longest_span_days: 90,
  lease_ms: 0,
  step_ms: Number.POSITIVE_INFINITY,
};

/**
 * For steps on AWS. Athena writes 100 partitions in a statement, takes 256 KiB of its text, which names each object twice, and runs it
 * for 30 minutes: a dead run's statements end before its lease. The keys of a batch fit an item of key-value, which takes 400 KB.
 */
export const athenaSettings = (late_window_ms: number): RefineSettings => ({
  ...refineDefaults,
  objects_per_merge: 300,
  bytes_per_merge: 512 * 1024 * 1024,
  days_per_merge: 45,
  sweep_reach_days: Math.ceil(late_window_ms / DAY),
  recent_days: 1,
  lease_ms: 40 * MINUTE,
  step_ms: 5 * MINUTE,
});
