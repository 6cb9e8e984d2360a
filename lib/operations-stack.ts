import type { StackProps } from 'aws-cdk-lib';
import { Annotations, Stack } from 'aws-cdk-lib';
import type { AlarmBase } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Metric } from '../lambdas/metric.ts';
import { metrics, NAMESPACE } from '../lambdas/metrics.ts';
import { budgets } from '../lambdas/objectives.ts';
import { burnRates } from './alarms/burn-rates.ts';
import { alarmsFor } from './alarms/catalogue.ts';
import { addAlarm } from './constructs/alarm.ts';
import { addBudget } from './constructs/budget.ts';
import { addBurnAlarm, type Burn } from './constructs/burn-alarms.ts';
import { addDashboards } from './constructs/dashboards.ts';
import { Notices } from './constructs/notices.ts';
import { priceOf } from './constructs/operations-price.ts';
import type { Watched } from './watched.ts';

/** `prefix` begins every name, such as `playlake-dev`. */
export type OperationsProps = StackProps & {
  prefix: string;
  watched: Watched;
  /** `essential` has only what tells of loss and broken promises: about an eighth of the price. */
  alarms: 'all' | 'essential';
  /** Encrypts the topics; its policy has to let `cloudwatch.amazonaws.com` and `budgets.amazonaws.com` use it. */
  key: IKey;
  email?: string;
  /** A month's budget in dollars. It is the account's: give it to one stack of one region. */
  budget_usd?: number;
};

/**
 * Alarms, dashboards and the budget, from the catalogues of metrics, objectives and alarms. What CloudFront, its firewall and billing
 * measure is in us-east-1 alone: with a lake elsewhere, a second stack there watches just these.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsProps) {
    const { prefix, watched, alarms: wanted, key, email, budget_usd, ...stack } = props;
    super(scope, id, stack);
    const notices = new Notices(this, 'Notices', { prefix, key, email });
    if (watched.trail) countTrail(this, watched.trail);
    const alarms = Object.fromEntries(
      Object.entries(alarmsFor(watched)).filter(([, { essential }]) => essential || wanted === 'all'),
    );
    const bells = new Construct(this, 'Alarms');
    const context = { prefix, watched, notices };
    const made: (AlarmBase | undefined)[] = [
      ...burnsFor(watched, wanted).map(burn => addBurnAlarm(bells, burn, context)),
      ...Object.entries(alarms).map(([name, spec]) => addAlarm(bells, name, spec, context)),
    ];
    const ringing = made.filter(alarm => alarm !== undefined);
    addDashboards(new Construct(this, 'Dashboards'), { prefix, watched, alarms, ringing });
    if (budget_usd !== undefined) addBudget(this, { prefix, budget_usd, topic: notices.topics.ticket });
    Annotations.of(this).addInfo(priceOf(this));
  }
}

/** Without metrics of each route, requests of all of them are judged by what is promised of collect. */
const burnsFor = ({ api }: Watched, wanted: OperationsProps['alarms']): Burn[] =>
  Object.entries(budgets)
    .filter(([, { route }]) => api?.detailed || route === 'POST /v1/events')
    .flatMap(([name, budget]) =>
      burnRates
        .filter(({ essential }) => wanted === 'all' || (essential && budget.by === 'errors'))
        .map(rate => ({ name, budget, rate })),
    );

/** Counts in the trail's log what the catalogue looks for there. */
function countTrail(scope: Construct, logGroup: ILogGroup): void {
  for (const [metricName, { source }] of Object.entries<Metric>(metrics))
    if (source.from === 'trail')
      new MetricFilter(scope, `count-${metricName}`, {
        logGroup,
        filterPattern: FilterPattern.literal(source.pattern),
        metricNamespace: NAMESPACE,
        metricName,
      });
}
