import type { FunctionName } from './functions.ts';

export type Unit = 'count' | 'milliseconds' | 'seconds' | 'bytes' | 'dollars';

/** A counter only grows (its sum counts), a gauge is what it was last (its maximum counts), a distribution has percentiles. */
export type Kind = 'counter' | 'gauge' | 'distribution';

/** A metric as an AWS service publishes it; each dimension is a fixed text, or `{word}` that the stacks fill in. */
export type ServiceMetric = {
  namespace: string;
  metric: string;
  dimensions: Readonly<Record<string, string>>;
  /** What its values are multiplied by to be in our unit. */
  times?: number;
  /** The only region it is in. */
  region?: 'us-east-1';
};

/** Where the numbers come from. */
export type Source =
  /** Our functions record it by `Measure`: into CloudWatch on AWS, into the registry of `/metrics` on the laptop. */
  | { from: 'functions'; recorded_by: readonly FunctionName[] }
  /** A service publishes it by itself. */
  | ({ from: 'aws' } & ServiceMetric)
  /** It depends on what the stream is. */
  | { from: 'stream'; kinesis?: ServiceMetric; msk: ServiceMetric }
  /** A filter over CloudTrail's log group counts it. */
  | { from: 'trail'; pattern: string }
  /** Only a process of our own has it. */
  | { from: 'laptop' };

/** One metric: `meaning` is a sentence, `dimensions` are the names a value is recorded under. */
export type Metric = {
  kind: Kind;
  unit: Unit;
  dimensions: readonly string[];
  meaning: string;
  source: Source;
  /** What the laptop has of its own, though on AWS a service publishes it. */
  laptop?: true;
};

/** A counter of things, as a line of the catalogue. */
export const counter = <const D extends readonly string[], S>(meaning: string, dimensions: D, source: S) =>
  ({ kind: 'counter', unit: 'count', dimensions, meaning, source }) as const;
