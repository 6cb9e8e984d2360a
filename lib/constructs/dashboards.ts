import { Duration } from 'aws-cdk-lib';
import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { type AlarmBase, AlarmStatusWidget, Dashboard, GraphWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Kind, Metric } from '../../lambdas/metric.ts';
import type { MetricName } from '../../lambdas/metrics.ts';
import { metrics } from '../../lambdas/metrics.ts';
import type { Alarms } from '../alarms/alarm-spec.ts';
import { type DashboardName, dashboardOf, dashboards, refsOf } from '../alarms/dashboards.ts';
import { measured } from '../measured.ts';
import type { Watched } from '../watched.ts';

const STATISTICS: Readonly<Record<Kind, readonly string[]>> = {
  counter: ['sum'],
  gauge: ['max'],
  distribution: ['p50', 'p99'],
};

export type DashboardsProps = { prefix: string; watched: Watched; alarms: Alarms; ringing: readonly AlarmBase[] };

/** The dashboards, each with a graph per metric of the catalogue that is watched here, and the limits of its alarms. */
export function addDashboards(scope: Construct, { prefix, watched, alarms, ringing }: DashboardsProps): void {
  for (const [name, about] of Object.entries(dashboards) as [DashboardName, string][]) {
    const graphs = (Object.keys(metrics) as MetricName[])
      .filter(metric => dashboardOf[metric] === name)
      .flatMap(metric => graphOf(metric, { watched, alarms }) ?? []);
    if (graphs.length === 0) continue;
    const dashboard = new Dashboard(scope, name, {
      dashboardName: `${prefix}-${name}`,
      defaultInterval: Duration.days(1),
    });
    dashboard.addWidgets(new TextWidget({ markdown: `# ${prefix}: ${about}`, width: 24, height: 1 }));
    if (name === 'operations' && ringing.length > 0)
      dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...ringing], width: 24, height: 4 }));
    for (let at = 0; at < graphs.length; at += 3) dashboard.addWidgets(...graphs.slice(at, at + 3));
  }
}

function graphOf(
  metric: MetricName,
  { watched, alarms }: Pick<DashboardsProps, 'watched' | 'alarms'>,
): IWidget | undefined {
  const { kind, unit, meaning }: Metric = metrics[metric];
  const period = Duration.minutes(5);
  const left = refsOf(metric, watched).flatMap(ref =>
    STATISTICS[kind].flatMap((statistic): IMetric[] => {
      const found = measured(ref, watched, { statistic, period });
      return found ? [labelled(found, `${Object.values(ref.dimensions).join(' ')} ${statistic}`.trim())] : [];
    }),
  );
  if (left.length === 0) return undefined;
  return new GraphWidget({
    title: meaning,
    left,
    leftYAxis: { label: unit, showUnits: false },
    leftAnnotations: limitsOf(metric, { watched, alarms }),
    width: 8,
    height: 6,
  });
}

const labelled = (metric: IMetric, label: string): IMetric =>
  'with' in metric ? (metric as { with: (options: { label: string }) => IMetric }).with({ label }) : metric;

/** Limits of five-minute alarms on a metric: those of another length would be drawn at another height. */
function limitsOf(metric: MetricName, { watched, alarms }: Pick<DashboardsProps, 'watched' | 'alarms'>) {
  const whens = Object.entries(alarms).filter(
    ([, { when }]) =>
      when.metrics.some(ref => ref.metric === metric) && (when.minutes === 5 || when.statistic !== 'sum'),
  );
  return whens.flatMap(([label, { when }]) => {
    const value = 'below' in when ? when.below : typeof when.above === 'number' ? when.above : when.above(watched);
    return value === undefined ? [] : [{ value, label }];
  });
}
