import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { FunctionName } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import type { OperationsProps } from '../../lib/operations-stack.ts';
import { OperationsStack } from '../../lib/operations-stack.ts';
import type { Watched } from '../../lib/watched.ts';

export const FUNCTIONS = Object.fromEntries(
  Object.keys(functions).map(name => [name, `playlake-dev-${name}`]),
) as Record<FunctionName, string>;

/** All there is to watch in a region with Kinesis. */
export const everything: Watched = {
  functions: FUNCTIONS,
  stream: { kind: 'kinesis', name: 'playlake-dev-events', shards: 2 },
  queue: 'playlake-dev-dead-letters',
  tables: ['playlake-dev-global', 'playlake-dev-regional'],
  workflow: 'arn:aws:states:us-east-1:111122223333:stateMachine:playlake-dev-refine',
  api: { id: 'abc123', detailed: true },
  workgroups: ['playlake-dev-refine'],
  distribution: 'E1234567890',
  webAcl: 'playlake-dev',
  billing: true,
};

export type Watching = { template: Template; info: string[]; app: App };

/** The operations stack over stand-ins, synthesised. */
export function watching(
  {
    trail = true,
    region = 'us-east-1',
    ...props
  }: Partial<OperationsProps> & { trail?: boolean; region?: string } = {},
  prepare: (app: App) => void = () => undefined,
): Watching {
  const app = new App();
  prepare(app);
  const env = { account: '111122223333', region };
  const below = new Stack(app, 'Below', { env });
  const key = new Key(below, 'Key', { enableKeyRotation: true });
  const watched = { ...everything, ...(trail && { trail: new LogGroup(below, 'Trail', { encryptionKey: key }) }) };
  const stack = new OperationsStack(app, 'Operations', {
    env,
    prefix: 'playlake-dev',
    watched,
    alarms: 'all',
    key,
    ...props,
  });
  const template = Template.fromStack(stack);
  const info = stack.node.metadata.filter(({ type }) => type === 'aws:cdk:info').map(({ data }) => String(data));
  return { template, info, app };
}

export type AlarmProperties = {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions?: { Ref: string }[];
  OKActions?: { Ref: string }[];
  Threshold: number;
  ComparisonOperator: string;
  EvaluationPeriods: number;
  TreatMissingData: string;
  Namespace?: string;
  MetricName?: string;
  Dimensions?: { Name: string; Value: unknown }[];
  Metrics?: { Id: string; Expression?: string; MetricStat?: { Period: number; Stat: string; Metric: object } }[];
  Period?: number;
  Statistic?: string;
};

/** Alarms of a template by their names after the prefix. */
export const alarmsIn = (template: Template): Map<string, AlarmProperties> =>
  new Map(
    Object.values(template.findResources('AWS::CloudWatch::Alarm', Match.objectLike({}))).map(({ Properties }) => [
      String(Properties.AlarmName).replace('playlake-dev-', ''),
      Properties as AlarmProperties,
    ]),
  );
