import type { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../lambdas/functions.ts';
import type { Metric as Entry, ServiceMetric } from '../lambdas/metric.ts';
import type { MetricName } from '../lambdas/metrics.ts';
import { billedDimensions, metrics, NAMESPACE } from '../lambdas/metrics.ts';
import type { Watched } from './watched.ts';

/** A metric of the catalogue under some of its dimensions. */
export type MetricRef = { metric: MetricName; dimensions: Readonly<Record<string, string>> };

/** Names a metric of the catalogue, with dimensions that it has. */
export const on = <N extends MetricName>(
  metric: N,
  dimensions: Partial<Record<(typeof metrics)[N]['dimensions'][number], string>> = {},
): MetricRef => ({ metric, dimensions: dimensions as Record<string, string> });

/** How a metric's values of one period become one: `sum`, `max`, `average` or anything CloudWatch knows (`p99`, `PR(0:500)`). */
export type Reading = { statistic: string; period: Duration };

const STATISTICS: Readonly<Record<string, string>> = {
  sum: 'Sum',
  max: 'Maximum',
  average: 'Average',
};

/** The CloudWatch metric behind one of the catalogue; undefined when what it measures is not watched. */
export function measured({ metric, dimensions }: MetricRef, watched: Watched, reading: Reading): IMetric | undefined {
  const entry: Entry = metrics[metric];
  const { source } = entry;
  const common = { statistic: STATISTICS[reading.statistic] ?? reading.statistic, period: reading.period };
  if (source.from === 'laptop') return undefined;
  if (source.from === 'trail')
    return watched.trail && new Metric({ ...common, namespace: NAMESPACE, metricName: metric });
  if (source.from === 'functions')
    return summed(
      source.recorded_by
        .filter(name => watched.functions?.[name] !== undefined)
        .map(service => {
          const own = billedDimensions(metric).map(name => [name, given(name, { metric, dimensions })]);
          const dimensionsMap = { service, ...Object.fromEntries(own) };
          return new Metric({ ...common, namespace: NAMESPACE, metricName: metric, dimensionsMap });
        }),
      reading.period,
    );
  const service = source.from === 'aws' ? source : watched.stream && source[watched.stream.kind];
  return service && serviceMetric(service, { dimensions, watched, common });
}

function given(name: string, { metric, dimensions }: MetricRef): string {
  const value = dimensions[name];
  if (value === undefined) throw new Error(`${metric} is recorded by ${name}: say which`);
  return value;
}

/** The sum of metrics, each of which may have nothing to tell. */
export function summed(all: readonly IMetric[], period: Duration): IMetric | undefined {
  if (all.length <= 1) return all[0];
  const usingMetrics = Object.fromEntries(all.map((metric, index) => [`m${index}`, metric]));
  const terms = Object.keys(usingMetrics).map(id => `FILL(${id}, 0)`);
  return new MathExpression({ expression: terms.join(' + '), usingMetrics, period });
}

type Filling = {
  dimensions: MetricRef['dimensions'];
  watched: Watched;
  common: { statistic: string; period: Duration };
};

function serviceMetric(service: ServiceMetric, { dimensions, watched, common }: Filling): IMetric | undefined {
  const words = wordsOf(watched, dimensions);
  const named = Object.entries(service.dimensions).filter(([name]) => name !== 'Route' || watched.api?.detailed);
  const filled = named.map(([name, text]) => [name, filledIn(text, words)] as const);
  if (filled.some(([, text]) => text === undefined)) return undefined;
  // the account's charges have no name by which they would be missed
  if (service.namespace === 'AWS/Billing' && !watched.billing) return undefined;
  const metric = new Metric({
    ...common,
    namespace: service.namespace,
    metricName: service.metric,
    dimensionsMap: Object.fromEntries(filled) as Record<string, string>,
    ...(service.region && { region: service.region }),
  });
  if (service.times === undefined) return metric;
  // several of these stand in one graph, where no id may mean two things
  const id = ['m', ...Object.values(dimensions)].join('_').replaceAll(/\W/g, '_');
  return new MathExpression({
    expression: `${id} * ${service.times}`,
    usingMetrics: { [id]: metric },
    period: common.period,
  });
}

/** What stands for `{word}` in a service's dimensions. */
function wordsOf({ functions, stream, ...watched }: Watched, dimensions: MetricRef['dimensions']) {
  const name = dimensions.function as FunctionName | undefined;
  return {
    api: watched.api?.id,
    route: dimensions.route,
    function: name && functions?.[name],
    stream: stream?.kind === 'kinesis' ? stream.name : undefined,
    cluster: stream?.kind === 'msk' ? stream.cluster : undefined,
    topic: stream?.kind === 'msk' ? stream.topic : undefined,
    group: stream?.kind === 'msk' && name ? stream.groups[name] : undefined,
    table: dimensions.table,
    workgroup: dimensions.workgroup,
    workflow: watched.workflow,
    queue: watched.queue,
    acl: watched.webAcl,
    distribution: watched.distribution,
  } satisfies Record<string, string | undefined>;
}

const filledIn = (text: string, words: Readonly<Record<string, string | undefined>>): string | undefined =>
  text.startsWith('{') ? words[text.slice(1, -1)] : text;
