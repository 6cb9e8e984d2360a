import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Budget } from '../../lambdas/objectives.ts';
import { type BurnRate, FEWEST_REQUESTS, type Window } from '../alarms/burn-rates.ts';
import { measured, on } from '../measured.ts';
import type { Watched } from '../watched.ts';
import { type AlarmContext, describeAlarm } from './alarm.ts';

/** Section of docs/runbook.md for the burn rates of a budget. */
export const burnRunbook = (name: string) => `#${name.replaceAll('_', '-')}-burn` as const;

/** An alarm for one speed of one budget: both windows have to burn. Undefined where there is no API to watch. */
export function addBurnAlarm(
  scope: Construct,
  { name, budget, rate }: { name: string; budget: Budget; rate: BurnRate },
  { prefix, watched, notices }: AlarmContext,
): CompositeAlarm | undefined {
  const id = `${name.replaceAll('_', '-')}-${rate.name}`;
  const limit = Number((rate.factor * (1 - budget.target)).toFixed(6));
  const part = (which: 'long' | 'short') => {
    const metric = badShare(budget, watched, { ...rate[which], fewest: which === 'long' ? FEWEST_REQUESTS : 1 });
    return (
      metric &&
      new Alarm(scope, `${id}-${which}`, {
        alarmName: `${prefix}-${id}-${which}`,
        alarmDescription: `Part of ${prefix}-${id}: the ${which} window`,
        metric,
        threshold: limit,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: rate[which].periods,
        datapointsToAlarm: rate[which].periods,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
    );
  };
  const parts = [part('long'), part('short')].filter(alarm => alarm !== undefined);
  if (parts.length < 2) return undefined;
  const says = `${budget.says}, over ${budget.days} days: that budget burns at ${rate.factor} times its rate or faster`;
  const alarm = new CompositeAlarm(scope, id, {
    compositeAlarmName: `${prefix}-${id}`,
    alarmDescription: describeAlarm({ says, severity: rate.severity, runbook: burnRunbook(name) }),
    alarmRule: AlarmRule.allOf(...parts.map(each => AlarmRule.fromAlarm(each, AlarmState.ALARM))),
  });
  notices.tell(alarm, rate.action);
  return alarm;
}

/** Share of requests that went wrong, 0 to 1; 0 where there were too few to say. */
function badShare(budget: Budget, watched: Watched, { minutes, fewest }: Window & { fewest: number }) {
  const period = Duration.minutes(minutes);
  const { route } = budget;
  const read = (metric: 'http_requests' | 'http_server_errors' | 'http_duration', statistic: string) =>
    measured(on(metric, { route }), watched, { statistic, period });
  const requests = read('http_requests', 'sum');
  const bad =
    budget.by === 'errors' ? read('http_server_errors', 'sum') : read('http_duration', `PR(0:${budget.within})`);
  if (!requests || !bad) return undefined;
  const share = budget.by === 'errors' ? 'bad / requests' : '1 - bad / 100';
  return new MathExpression({
    label: `${budget.by} of ${route}`,
    expression: `IF(requests >= ${fewest}, ${share}, 0)`,
    usingMetrics: { requests, bad },
    period,
  });
}
