import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AlarmSpec } from '../alarms/alarm-spec.ts';
import { measured, summed } from '../measured.ts';
import type { Watched } from '../watched.ts';
import type { Notices } from './notices.ts';

const MISSING: Readonly<Record<AlarmSpec['missing'], TreatMissingData>> = {
  breaching: TreatMissingData.BREACHING,
  notBreaching: TreatMissingData.NOT_BREACHING,
  ignore: TreatMissingData.IGNORE,
};

/** `prefix` begins the alarms' names. */
export type AlarmContext = { prefix: string; watched: Watched; notices: Notices };

/** What an alarm tells those it wakes. */
export const describeAlarm = ({ says, severity, runbook }: Pick<AlarmSpec, 'says' | 'severity' | 'runbook'>): string =>
  `${severity}: ${says}. What to do: docs/runbook.md${runbook}`;

/** Makes one alarm of the catalogue; undefined where what it watches is not there, is in another region, or has no limit. */
export function addAlarm(scope: Construct, name: string, spec: AlarmSpec, context: AlarmContext): Alarm | undefined {
  const { when, missing, action } = spec;
  const metric = metricOf(when, context.watched);
  const limit = limitOf(when, context.watched);
  if (!metric || limit === undefined || !isOf(metric, Stack.of(scope).region)) return undefined;
  const alarm = new Alarm(scope, name, {
    alarmName: `${context.prefix}-${name}`,
    alarmDescription: describeAlarm(spec),
    metric: withoutRegion(metric),
    ...limit,
    datapointsToAlarm: when.datapoints,
    evaluationPeriods: when.periods,
    treatMissingData: MISSING[missing],
  });
  context.notices.tell(alarm, action);
  return alarm;
}

function metricOf({ metrics, statistic, minutes }: AlarmSpec['when'], watched: Watched): IMetric | undefined {
  const period = Duration.minutes(minutes);
  const all = metrics.map(ref => measured(ref, watched, { statistic, period }));
  return all.includes(undefined) ? undefined : summed(all as IMetric[], period);
}

function limitOf(when: AlarmSpec['when'], watched: Watched) {
  if ('below' in when)
    return { threshold: when.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD } as const;
  const threshold = typeof when.above === 'number' ? when.above : when.above(watched);
  if (threshold === undefined) return undefined;
  return { threshold, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD } as const;
}

/** An alarm sees the metrics of its own region only. */
function isOf(metric: IMetric, region: string): boolean {
  if (metric instanceof MathExpression) return Object.values(metric.usingMetrics).every(used => isOf(used, region));
  return !(metric instanceof Metric) || metric.region === undefined || metric.region === region;
}

const withoutRegion = (metric: IMetric): IMetric =>
  metric instanceof Metric && metric.region !== undefined
    ? new Metric({
        namespace: metric.namespace,
        metricName: metric.metricName,
        statistic: metric.statistic,
        period: metric.period,
        ...(metric.dimensions && { dimensionsMap: metric.dimensions as Record<string, string> }),
      })
    : metric;
