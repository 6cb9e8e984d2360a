import { CfnResource, type IAspect } from 'aws-cdk-lib';
import { type IConstruct, Node } from 'constructs';

/** What the emulator refuses, and the whole stack with it. */
export type Refused = {
  type: string;
  /** It is refused only where it has this property. */
  having?: string;
  /** What others refer to is not left out but stood in for: by another type, less some properties, with some of its own. */
  instead?: { type: string; without: readonly string[]; with?: Readonly<Record<string, unknown>> };
};

/** An alarm of a metric that nobody records: dashboards refer to alarms. */
const QUIET_ALARM = {
  type: 'AWS::CloudWatch::Alarm',
  without: ['AlarmRule', 'Metrics'],
  with: {
    Namespace: 'Playlake',
    MetricName: 'none',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  },
};

/** What MiniStack 1.5.33 lacks of what our templates have, and nothing else: a test holds both directions against it. */
export const refused: readonly Refused[] = [
  { type: 'AWS::ApplicationAutoScaling::ScalableTarget' },
  { type: 'AWS::ApplicationAutoScaling::ScalingPolicy' },
  { type: 'AWS::Athena::NamedQuery' },
  { type: 'AWS::Budgets::Budget' },
  { type: 'AWS::CloudTrail::Trail' },
  { type: 'AWS::CloudWatch::Alarm', having: 'Metrics', instead: QUIET_ALARM },
  { type: 'AWS::CloudWatch::CompositeAlarm', instead: QUIET_ALARM },
  {
    type: 'AWS::Glue::SecurityConfiguration',
    instead: { type: 'AWS::CloudFormation::WaitConditionHandle', without: ['Name', 'EncryptionConfiguration'] },
  },
  { type: 'AWS::Glue::TableOptimizer' },
  {
    type: 'AWS::KMS::ReplicaKey',
    instead: { type: 'AWS::KMS::Key', without: ['PrimaryKeyArn'], with: { EnableKeyRotation: true } },
  },
  { type: 'AWS::WAFv2::LoggingConfiguration' },
  // the CDK's own functions bring no SDK with them, and the emulator has none
  { type: 'Custom::AWS' },
  { type: 'Custom::S3AutoDeleteObjects' },
];

/**
 * Properties that the emulator accepts and drops, of the types whose services a test asks: nothing that is deployed would have them.
 * One that the service's own API would not tell back counts as dropped.
 */
export const dropped: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Api': ['CorsConfiguration'],
  'AWS::ApiGatewayV2::Stage': ['DefaultRouteSettings'],
  'AWS::DynamoDB::GlobalTable': ['Replicas', 'SSESpecification', 'TimeToLiveSpecification'],
  'AWS::Glue::Table': ['OpenTableFormatInput'],
  'AWS::Kinesis::Stream': ['StreamEncryption'],
  'AWS::Lambda::EventSourceMapping': ['MetricsConfig'],
  'AWS::Lambda::Function': ['DeadLetterConfig'],
  'AWS::S3::Bucket': [
    'BucketEncryption',
    'LifecycleConfiguration',
    'LoggingConfiguration',
    'ObjectLockConfiguration',
    'ObjectLockEnabled',
    'OwnershipControls',
    'Tags',
  ],
  'AWS::SNS::Topic': ['KmsMasterKeyId'],
  'AWS::StepFunctions::StateMachine': ['LoggingConfiguration', 'TracingConfiguration'],
};

/** What of `dropped` is left out of a resource of this type: all but what CloudFormation wants in every template. */
export const leftOut = (type: string): readonly string[] =>
  (dropped[type] ?? []).filter(property => !REQUIRED.has(`${type}.${property}`));

const REQUIRED: ReadonlySet<string> = new Set(['AWS::DynamoDB::GlobalTable.Replicas']);

/** Leaves what the emulator lacks out of all that it is applied to. */
export class LeaveGapsOut implements IAspect {
  visit(construct: IConstruct): void {
    if (!(construct instanceof CfnResource)) return;
    const gap = refused.find(each => each.type === construct.cfnResourceType && has(construct, each.having));
    if (gap && !gap.instead) Node.of(construct).scope?.node.tryRemoveChild(Node.of(construct).id);
    if (gap?.instead) standIn(construct, gap.instead);
    for (const property of leftOut(construct.cfnResourceType)) construct.addPropertyDeletionOverride(property);
  }
}

function standIn(resource: CfnResource, { type, without, with: own = {} }: NonNullable<Refused['instead']>): void {
  resource.addOverride('Type', type);
  for (const property of without) resource.addPropertyDeletionOverride(property);
  for (const [property, value] of Object.entries(own)) resource.addPropertyOverride(property, value);
}

/** A resource's properties are its fields, which begin in lower case. */
const has = (resource: CfnResource, property: string | undefined): boolean =>
  property === undefined ||
  (resource as unknown as Record<string, unknown>)[property.charAt(0).toLowerCase() + property.slice(1)] !== undefined;
