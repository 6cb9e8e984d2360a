import { Aws } from 'aws-cdk-lib';
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

/** Services that use the lake's key in their own name, and what for. Functions and people use it by their own policies. */
const services = (region: string): Record<string, string> => ({
  [`logs.${region}.amazonaws.com`]: 'log groups',
  'cloudwatch.amazonaws.com': 'alarms, to the encrypted topic',
  'budgets.amazonaws.com': 'word of the budget, to the encrypted topic',
  'cloudtrail.amazonaws.com': 'the trail',
  'delivery.logs.amazonaws.com': 'logs that services deliver',
});

/** Who may use the lake's key in a region: the account's own policies decide, and these services of this account. */
export function lakeKeyPolicy(region: string): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'AccountPolicies',
        principals: [new AccountRootPrincipal()],
        actions: ['kms:*'],
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'Services',
        effect: Effect.ALLOW,
        principals: Object.keys(services(region)).map(name => new ServicePrincipal(name)),
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    ],
  });
}
