import type { Access, FunctionName, FunctionSpec, Ports } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';
import { engineGrants } from './engine-permissions.ts';
import { type Grant, grant, OBJECTS_COME_AND_GO } from './grant.ts';
import { arn, bucketArn, type Names } from './names.ts';
import { type StreamArns, writesStream } from './stream-permissions.ts';

/** What permissions refer to beyond names: the stream, and the keys of this region and, where secrets go, the other. */
export type Ground = { names: Names; stream: StreamArns; key_arn: string; replica_key_arns: readonly string[] };

const READ_ITEMS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE_ITEMS = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

/** What a function may do: exactly what its ports say. */
export function permissionsOf(name: FunctionName, ground: Ground): Grant[] {
  const { ports }: FunctionSpec = functions[name];
  const { names } = ground;
  return [
    ...(ports.stream ? writesStream(ground.stream) : []),
    ...objectGrants(ports.objects ?? {}, names),
    ...tableGrants('global', ports.keyValue?.global, names),
    ...tableGrants('regional', ports.keyValue?.regional, names),
    ...(ports.engine ? engineGrants(ports.engine, names) : []),
    ...(ports.secrets ? secretGrants(ports.secrets, names) : []),
    ...(ports.workflow ? startsWorkflow(names) : []),
    ...(ports.lag ? readsLag(ground.stream) : []),
    ...keyGrants(ports, ground),
  ];
}

function objectGrants({ read = [], write = [] }: NonNullable<Ports['objects']>, names: Names): Grant[] {
  const buckets = read.map(zone => bucketArn(names.zone(zone)));
  const objects = (zones: typeof read) => zones.map(zone => bucketArn(names.zone(zone), '*'));
  return [
    ...(read.length > 0
      ? [grant(['s3:GetObject'], objects(read), OBJECTS_COME_AND_GO), grant(['s3:ListBucket'], buckets)]
      : []),
    ...(write.length > 0 ? [grant(['s3:PutObject'], objects(write), OBJECTS_COME_AND_GO)] : []),
  ];
}

function tableGrants(table: 'global' | 'regional', access: Access | undefined, names: Names): Grant[] {
  if (!access) return [];
  const actions = access === 'read' ? READ_ITEMS : [...READ_ITEMS, ...WRITE_ITEMS];
  return [grant(actions, [arn('dynamodb', names.region, `table/${names.table(table)}`)])];
}

function secretGrants(access: NonNullable<Ports['secrets']>, names: Names): Grant[] {
  const secrets = [arn('secretsmanager', names.region, `secret:${names.secrets}*`)];
  const create = [
    'secretsmanager:CreateSecret',
    'secretsmanager:TagResource',
    'secretsmanager:ReplicateSecretToRegions',
  ];
  const actions = ['secretsmanager:GetSecretValue', ...(access === 'create' ? create : [])];
  return [grant(actions, secrets, 'games make secrets of their own: only the beginning of a name is known')];
}

function startsWorkflow({ region, workflow }: Names): Grant[] {
  return [
    grant(['states:StartExecution', 'states:ListExecutions'], [arn('states', region, `stateMachine:${workflow}`)]),
    grant(
      ['states:DescribeExecution'],
      [arn('states', region, `execution:${workflow}:*`)],
      'each run has a name of its own',
    ),
  ];
}

const readsLag = (stream: StreamArns): Grant[] => [
  grant(['cloudwatch:GetMetricData'], ['*'], 'GetMetricData knows no resources'),
  ...(stream.kind === 'kinesis' ? [grant(['kinesis:DescribeStreamSummary'], [stream.arn])] : []),
];

/** All that is stored is encrypted by the lake's key. New secrets are encrypted by the key of each region they go to. */
function keyGrants(ports: Ports, { key_arn, replica_key_arns }: Ground): Grant[] {
  const keys = [key_arn, ...(ports.secrets === 'create' ? replica_key_arns : [])];
  return [grant(['kms:Decrypt', 'kms:GenerateDataKey'], keys)];
}
