import { Aws } from 'aws-cdk-lib';
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { arn } from './names.ts';

/** Services that use the lake's key in their own name, and what for. Functions and people use it by their own policies. */
const SERVICES = {
  'cloudwatch.amazonaws.com': 'alarms, to the encrypted topic',
  'budgets.amazonaws.com': 'word of the budget, to the encrypted topic',
  'cloudtrail.amazonaws.com': 'the trail',
  'delivery.logs.amazonaws.com': 'logs that services deliver',
};
const USES = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:DescribeKey'];

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
        principals: Object.keys(SERVICES).map(name => new ServicePrincipal(name)),
        actions: USES,
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      // CloudWatch Logs names no account it works for, but the group it encrypts
      new PolicyStatement({
        sid: 'LogGroups',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: USES,
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn('logs', region, 'log-group:*') } },
      }),
    ],
  });
}
