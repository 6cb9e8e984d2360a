import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** A month's budget of the account, in dollars: word at 80 %, and when the forecast goes beyond it. Section `#budget` of docs/runbook.md. */
export function addBudget(
  scope: Construct,
  { prefix, budget_usd, topic }: { prefix: string; budget_usd: number; topic: Topic },
): CfnBudget {
  const word = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
  });
  return new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `${prefix}-month`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: budget_usd, unit: 'USD' },
    },
    notificationsWithSubscribers: [word('ACTUAL', 80), word('FORECASTED', 100)],
  });
}
