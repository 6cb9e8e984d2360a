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

/** One speed of one budget. */
export type Burn = { name: string; budget: Budget; rate: BurnRate };

/** An alarm for one speed of one budget: both windows have to burn. Undefined where there is no API to watch. */
export function addBurnAlarm(scope: Construct, burn: Burn, context: AlarmContext): CompositeAlarm | undefined {
  const { name, budget, rate } = burn;
  const long = windowAlarm(scope, { ...burn, which: 'long' }, context);
  const short = windowAlarm(scope, { ...burn, which: 'short' }, context);
  if (!long || !short) return undefined;
  const says = `${budget.says}, over ${budget.days} days: that budget burns at ${rate.factor} times its rate or faster`;
  const alarm = new CompositeAlarm(scope, idOf(burn), {
    compositeAlarmName: `${context.prefix}-${idOf(burn)}`,
    alarmDescription: describeAlarm({ says, severity: rate.severity, runbook: burnRunbook(name) }),
    alarmRule: AlarmRule.allOf(...[long, short].map(each => AlarmRule.fromAlarm(each, AlarmState.ALARM))),
  });
  context.notices.tell(alarm, rate.action);
  return alarm;
}

const idOf = ({ name, rate }: Burn) => `${name.replaceAll('_', '-')}-${rate.name}`;

/** One window's part, which tells nobody by itself. */
function windowAlarm(
  scope: Construct,
  { which, ...burn }: Burn & { which: 'long' | 'short' },
  { prefix, watched }: AlarmContext,
): Alarm | undefined {
  const { budget, rate } = burn;
  const metric = badShare(budget, watched, { ...rate[which], fewest: which === 'long' ? FEWEST_REQUESTS : 1 });
  if (!metric) return undefined;
  return new Alarm(scope, `${idOf(burn)}-${which}`, {
    alarmName: `${prefix}-${idOf(burn)}-${which}`,
    alarmDescription: `Part of ${prefix}-${idOf(burn)}: the ${which} window`,
    metric,
    threshold: Number((rate.factor * (1 - budget.target)).toFixed(6)),
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: rate[which].periods,
    datapointsToAlarm: rate[which].periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
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
