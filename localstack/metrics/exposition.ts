import type { Unit } from '../../lambdas/metric.ts';
import type { LaptopName } from '../../lambdas/metrics.ts';
import { metrics } from '../../lambdas/metrics.ts';
import type { Family, Series } from './registry.ts';
import { BOUNDS } from './registry.ts';

/** What Prometheus is told the text is. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Prometheus wants base units: https://prometheus.io/docs/practices/naming/ */
const BASE: Readonly<Record<Unit, { suffix: string; per: number }>> = {
  count: { suffix: '', per: 1 },
  milliseconds: { suffix: '_seconds', per: 1000 },
  seconds: { suffix: '_seconds', per: 1 },
  bytes: { suffix: '_bytes', per: 1 },
  dollars: { suffix: '_dollars', per: 1 },
};

/** The catalogue's name as Prometheus knows it: `playlake_<name>[_<unit>][_total]`. */
export const prometheusName = (name: LaptopName): string =>
  `playlake_${name}${BASE[metrics[name].unit].suffix}${metrics[name].kind === 'counter' ? '_total' : ''}`;

/** Families as Prometheus' text format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const exposition = (families: readonly Family[]): string => families.map(familyText).join('');

function familyText({ name, series }: Family): string {
  const { kind, meaning, unit } = metrics[name];
  const full = prometheusName(name);
  const type = kind === 'distribution' ? 'histogram' : kind;
  const lines = series.flatMap(one =>
    one.buckets ? histogramLines(full, one, BASE[unit].per) : [sample(full, one.labels, one.value / BASE[unit].per)],
  );
  return `# HELP ${full} ${escapeHelp(meaning)}\n# TYPE ${full} ${type}\n${lines.map(line => `${line}\n`).join('')}`;
}

/** Buckets are cumulative, as they are kept. */
function histogramLines(full: string, { labels, value, buckets = [], count = 0 }: Series, per: number): string[] {
  const bounds = BOUNDS.map((bound, index) => [String(bound / per), buckets[index] ?? 0] as const);
  return [
    ...[...bounds, ['+Inf', count] as const].map(([le, held]) => sample(`${full}_bucket`, { ...labels, le }, held)),
    sample(`${full}_sum`, labels, value / per),
    sample(`${full}_count`, labels, count),
  ];
}

function sample(full: string, labels: Series['labels'], value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${full}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

const escapeHelp = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapeLabel = (text: string) => escapeHelp(text).replaceAll('"', '\\"');
