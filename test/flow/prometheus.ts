/** A sample: value by labels, written `a="1",b="2"` in the order of the text. */
export type Parsed = { type: string; help: string; samples: Map<string, number> };

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const COMMENT = new RegExp(`^# (HELP|TYPE) (${NAME}) (.*)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (\\S+)$`);
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/y;
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
const SUFFIXES: Record<string, readonly string[]> = { histogram: ['_bucket', '_sum', '_count'] };

/**
 * Reads Prometheus' text format 0.0.4 as strictly as its page has it (https://prometheus.io/docs/instrumenting/exposition_formats/):
 * HELP and TYPE once and first, all lines of a metric together, no sample twice, whole histograms. Throws at the first fault.
 */
export function parsePrometheus(text: string): Map<string, Parsed> {
  if (!text.endsWith('\n')) throw new Error('the last line has to end with a line feed');
  const metrics = new Map<string, Parsed>();
  let current = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const [, keyword, name = '', rest = ''] = COMMENT.exec(line) ?? [];
    if (keyword === 'HELP') {
      if (metrics.has(name)) throw new Error(`${name} appears twice`);
      if (/\\[^\\n]/.test(rest.replaceAll('\\\\', ''))) throw new Error(`bad escape in the help of ${name}`);
      metrics.set(name, { type: '', help: rest, samples: new Map() });
      current = name;
    } else if (keyword === 'TYPE') setType(metrics.get(current), { current, name, type: rest });
    else readSample(line, current, metrics.get(current));
  }
  for (const [name, { type, samples }] of metrics) if (type === 'histogram') checkHistogram(name, samples);
  return metrics;
}

function setType(metric: Parsed | undefined, { current, name, type }: Record<'current' | 'name' | 'type', string>) {
  if (!metric || name !== current || metric.type || metric.samples.size > 0)
    throw new Error(`misplaced TYPE of ${name}`);
  if (!TYPES.includes(type)) throw new Error(`${name} has the unknown type ${type}`);
  metric.type = type;
}

function readSample(line: string, current: string, metric: Parsed | undefined): void {
  const [, full, labels = '', text = ''] = SAMPLE.exec(line) ?? [];
  if (full === undefined) throw new Error(`not a line of the format: ${line}`);
  const suffix = full.slice(current.length);
  if (!metric?.type || !full.startsWith(current) || !(SUFFIXES[metric.type] ?? ['']).includes(suffix))
    throw new Error(`${full} stands outside its metric`);
  const value = numberOf(text);
  if (metric.type !== 'gauge' && !(value >= 0)) throw new Error(`${full} is ${text}, and can only grow`);
  const key = `${suffix}${suffix && labels ? ' ' : ''}${checkLabels(labels)}`;
  if (metric.samples.has(key)) throw new Error(`${full}{${labels}} appears twice`);
  metric.samples.set(key, value);
}

function checkLabels(text: string): string {
  const names = new Set<string>();
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const name = LABEL.exec(text)?.[1];
    if (name === undefined || names.has(name)) throw new Error(`bad labels: ${text}`);
    names.add(name);
  }
  return text;
}

function numberOf(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new Error(`${text} is no number`);
  return Number(text);
}

/** Buckets grow with their bounds, and the last, +Inf, holds what `_count` says. */
function checkHistogram(name: string, samples: ReadonlyMap<string, number>): void {
  const series = Map.groupBy(
    [...samples].filter(([key]) => key.startsWith('_bucket')),
    ([key]) => key.replace(/^_bucket /, '').replace(/,?le="[^"]*"/, ''),
  );
  for (const [labels, buckets] of series) {
    const bounds = buckets.map(([key]) => numberOf(/le="([^"]*)"/.exec(key)![1]!));
    const counts = buckets.map(([, count]) => count);
    const rising = (values: number[]) => values.every((value, at) => at === 0 || value >= values[at - 1]!);
    const of = (suffix: string) => samples.get(labels ? `${suffix} ${labels}` : suffix);
    if (!rising(bounds) || !rising(counts) || bounds.at(-1) !== Number.POSITIVE_INFINITY)
      throw new Error(`the buckets of ${name} do not grow to +Inf`);
    if (of('_count') !== counts.at(-1) || of('_sum') === undefined) throw new Error(`${name} is not whole`);
  }
}
