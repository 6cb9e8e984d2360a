import type { MetricRef } from '../measured.ts';
import type { Watched } from '../watched.ts';

/** An alarm as the catalogue writes it down. None of it may be left out: who rings must say why, how bad it is and what to do. */
export type AlarmSpec = {
  /** What is the matter when it rings, in one sentence. */
  says: string;
  /** `critical`: data or promises are being lost now. `major`: they will be. `minor`: worth a look. */
  severity: 'critical' | 'major' | 'minor';
  /** `page` wakes somebody, `ticket` waits for the working day. */
  action: 'page' | 'ticket';
  /** What silence of the metric means. */
  missing: 'breaching' | 'notBreaching' | 'ignore';
  /** Section of docs/runbook.md. */
  runbook: `#${string}`;
  /** Whether environments that save have it too. */
  essential: boolean;
  when: Threshold;
};

/** Rings when the sum of the metrics is beyond the limit in `datapoints` of the last `periods`. */
export type Threshold = {
  metrics: readonly [MetricRef, ...MetricRef[]];
  statistic: string;
  minutes: number;
  datapoints: number;
  periods: number;
} & ({ above: Limit } | { below: number });

/** A number in the metric's unit, or what it follows from; undefined: there is no limit here. */
export type Limit = number | ((watched: Watched) => number | undefined);

/** Alarms by name: their names end in it, and stay when the code around them moves. */
export type Alarms = Readonly<Record<string, AlarmSpec>>;
