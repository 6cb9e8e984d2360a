import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Unit } from './metric.ts';
import type { Measure, RecordedName } from './metrics.ts';
import { billedDimensions, metrics, NAMESPACE } from './metrics.ts';

/** Values until they are written; `flush` writes them when it is time. */
export type Recorder = { measure: Measure; flush: () => void };

/** `every_ms` is the shortest time between two writes, 0 when absent; `write` takes a line. */
export type RecorderOptions = { service: string; now: () => number; write: (line: string) => void; every_ms?: number };

const UNITS = {
  count: MetricUnit.Count,
  milliseconds: MetricUnit.Milliseconds,
  seconds: MetricUnit.Seconds,
  bytes: MetricUnit.Bytes,
  dollars: MetricUnit.NoUnit,
} as const satisfies Record<Unit, string>;

type Kept = { name: RecordedName; dimensions: Record<string, string>; values: number[] };

/** Records metrics as lines of log that CloudWatch reads (embedded metric format): counters are added up, other values kept each. */
export function emfRecorder({ service, now, write, every_ms = 0 }: RecorderOptions): Recorder {
  const kept = new Map<string, Kept>();
  let written = Number.NEGATIVE_INFINITY;

  const measure: Measure = (name, value, ...[given]) => {
    const billed = billedDimensions(name).map(dimension => [dimension, String(given?.[dimension as never])]);
    const key = JSON.stringify([name, billed]);
    const held: Kept = kept.get(key) ?? { name, dimensions: Object.fromEntries(billed), values: [] };
    if (metrics[name].kind === 'counter') held.values[0] = (held.values[0] ?? 0) + value;
    else held.values.push(value);
    kept.set(key, held);
  };

  function flush(): void {
    if (kept.size === 0 || now() - written < every_ms) return;
    written = now();
    for (const group of Map.groupBy(kept.values(), held => JSON.stringify(held.dimensions)).values())
      write(lineOf(group, service));
    kept.clear();
  }
  return { measure, flush };
}

/** Values that share their dimensions share a line. */
function lineOf(group: readonly Kept[], service: string): string {
  const line = new Metrics({ namespace: NAMESPACE, serviceName: service });
  line.addDimensions(group[0]!.dimensions);
  for (const { name, values } of group)
    for (const value of values) line.addMetric(name, UNITS[metrics[name].unit], value);
  return JSON.stringify(line.serializeMetrics());
}
