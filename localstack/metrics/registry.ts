import type { Dimensions, LaptopName } from '../../lambdas/metrics.ts';
import { metrics } from '../../lambdas/metrics.ts';

/** One combination of labels. A distribution has, beside the sum in `value`, how many values were at most each bound, and how many there were. */
export type Series = { labels: Readonly<Record<string, string>>; value: number; buckets?: number[]; count?: number };

/** A metric with its series, as plain values: it may cross threads. */
export type Family = { name: LaptopName; series: Series[] };

/** Records one value of any metric the laptop has; what would make a counter fall is left out. */
export type LaptopMeasure = <N extends LaptopName>(name: N, value: number, ...dimensions: Dimensions<N>) => void;

export type MetricRegistry = { measure: LaptopMeasure; families: () => Family[] };

/** Upper bounds of the buckets of a distribution, in milliseconds; the last bucket has all. */
export const BOUNDS = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000];

/** More games or codes than this share one series named `other`: labels cannot fill the memory. */
const MOST_SERIES = 200;

/** Keeps counters, gauges and distributions since the process began. */
export function metricRegistry(names: readonly LaptopName[]): MetricRegistry {
  const kept = new Map(names.map(name => [name, firstSeries(name)]));

  function seriesOf(name: LaptopName, labels: Readonly<Record<string, string>>): Series {
    const all = kept.get(name);
    if (!all) throw new Error(`${name} is not one of this registry's metrics: add it where the registry is made`);
    let key = '';
    for (const label in labels) key += `${labels[label]}\u0000`;
    const found = all.get(key);
    if (found) return found;
    if (all.size > MOST_SERIES) return all.get(OTHER)!;
    const full = all.size === MOST_SERIES;
    const series = newSeries(name, full ? othersOf(labels) : labels);
    all.set(full ? OTHER : key, series);
    return series;
  }

  return {
    measure(name, value, ...dimensions) {
      const labels: Readonly<Record<string, string>> = dimensions[0] ?? {};
      add(name, seriesOf(name, labels), value);
    },
    families: () => [...kept].map(([name, all]) => ({ name, series: [...all.values()].map(shown) })),
  };
}

const OTHER = 'other';
const othersOf = (labels: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(labels).map(label => [label, OTHER]));

/** A counter without labels is there from the start, so that its first increase is one. */
function firstSeries(name: LaptopName): Map<string, Series> {
  const { kind, dimensions } = metrics[name];
  return new Map(dimensions.length === 0 && kind !== 'gauge' ? [['', newSeries(name, {})]] : []);
}

const newSeries = (name: LaptopName, labels: Series['labels']): Series => ({
  labels,
  value: 0,
  ...(metrics[name].kind === 'distribution' && { buckets: BOUNDS.map(() => 0), count: 0 }),
});

function add(name: LaptopName, series: Series, value: number): void {
  if (metrics[name].kind === 'gauge') {
    series.value = value;
    return;
  }
  // a clock that was set back must not end a batch
  if (!(value >= 0)) return;
  series.value += value;
  if (!series.buckets) return;
  series.count! += 1;
  let at = 0;
  while (at < BOUNDS.length && value > BOUNDS[at]!) at += 1;
  if (at < BOUNDS.length) series.buckets[at]! += 1;
}

/** Each bucket by itself while counting, with all below it when shown. */
function shown(series: Series): Series {
  let sum = 0;
  const buckets = series.buckets?.map(count => {
    sum += count;
    return sum;
  });
  return { ...series, ...(buckets && { buckets }) };
}
