import { Stack } from 'aws-cdk-lib';
import { CfnAlarm, CfnCompositeAlarm, CfnDashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** Dollars a month, us-east-1, 2026-11: https://aws.amazon.com/cloudwatch/pricing/ */
const PRICE = { watched_metric: 0.1, composite: 0.5, dashboard: 3 } as const;
/** What every account has for nothing. */
const FREE = { watched_metrics: 10, dashboards: 3 } as const;

/** What a stack watches by, in words: how many alarms and dashboards, and what they cost beyond what is free. */
export function priceOf(scope: Construct): string {
  const all = scope.node.findAll();
  const alarms = all.filter(each => each instanceof CfnAlarm);
  const watched = alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0);
  const composites = all.filter(each => each instanceof CfnCompositeAlarm).length;
  const dashboards = all.filter(each => each instanceof CfnDashboard).length;
  const dollars =
    PRICE.watched_metric * Math.max(0, watched - FREE.watched_metrics) +
    PRICE.composite * composites +
    PRICE.dashboard * Math.max(0, dashboards - FREE.dashboards);
  return (
    `${alarms.length} alarms over ${watched} metrics, ${composites} composite alarms, ${dashboards} dashboards: ` +
    `${dollars.toFixed(2)} $ a month where the account has no others`
  );
}

/** An alarm costs by the metrics it reads. */
function metricsOf(alarm: CfnAlarm): number {
  const metrics = Stack.of(alarm).resolve(alarm.metrics) as { metricStat?: unknown }[] | undefined;
  return metrics ? metrics.filter(({ metricStat }) => metricStat !== undefined).length : 1;
}
