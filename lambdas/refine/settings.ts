/** How a refine run works; defaults suit the laptop and a small studio. */
export type RefineSettings = {
  /** Objects merged by one statement, at most, and their bytes: memory stays the same however much there is to merge. */
  objects_per_merge: number;
  bytes_per_merge: number;
  /** How many days either side of an event's day the merge looks for the same event. */
  dedup_reach_days: number;
  /** How many days either side the nightly sweep looks: the late window. */
  sweep_reach_days: number;
  /** Longest span of days a model statement covers: Athena writes at most 100 partitions. */
  longest_span_days: number;
};

export const refineDefaults: RefineSettings = {
  objects_per_merge: 500,
  bytes_per_merge: 6 * 1024 * 1024,
  dedup_reach_days: 1,
  sweep_reach_days: 30,
  longest_span_days: 90,
};
