import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { LakeStack } from '../lake-stack.ts';

/** Requests of one address within five minutes before it is refused; a game server sends up to 500 events a request. */
const REQUESTS_PER_ADDRESS = 30_000;

/** Sets of AWS's rules, with whether they look into bodies. */
const MANAGED = [
  { name: 'AWSManagedRulesAmazonIpReputationList', reads_bodies: false },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', reads_bodies: true },
  { name: 'AWSManagedRulesCommonRuleSet', reads_bodies: true },
];

/** What stands before CloudFront: AWS's rules and a rate per address. */
export function firewall(stack: LakeStack): CfnWebACL {
  const { names, environment } = stack.place;
  const acl = new CfnWebACL(stack, 'Firewall', {
    name: names.of('edge'),
    description: 'Rules of AWS and a rate per address',
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: visible(names.of('edge')),
    rules: [...MANAGED.map(managed), rate(MANAGED.length)],
  });
  const log = new LogGroup(stack, 'FirewallLog', {
    logGroupName: `aws-waf-logs-${names.of('edge')}`,
    retention: environment.log_retention_days,
    removalPolicy: stack.removal,
  });
  new CfnLoggingConfiguration(stack, 'FirewallLogging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [log.logGroupArn],
    redactedFields: [{ singleHeader: { Name: 'authorization' } }],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    },
  });
  return acl;
}

/** Events hold what players write, which looks like an attack at times: sets that read bodies leave `/v1/events` alone. */
function managed({ name, reads_bodies }: (typeof MANAGED)[number], priority: number): CfnWebACL.RuleProperty {
  const elsewhere = { notStatement: { statement: path('/v1/events') } };
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: { vendorName: 'AWS', name, ...(reads_bodies && { scopeDownStatement: elsewhere }) },
    },
    visibilityConfig: visible(name),
  };
}

const rate = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'rate',
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP' } },
  visibilityConfig: visible('rate'),
});

const path = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
});

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
