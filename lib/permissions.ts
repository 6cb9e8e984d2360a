import type { Access, FunctionName, FunctionSpec, Ports } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';
import { engineGrants } from './engine-permissions.ts';
import { type Grant, grant, OBJECTS_COME_AND_GO } from './grant.ts';
import { arn, bucketArn, type Names } from './names.ts';
import { type StreamArns, writesStream } from './stream-permissions.ts';

/** What permissions refer to beyond names: the stream, and the keys of this region and, where secrets go, the other. */
export type Ground = { names: Names; stream: StreamArns; key_arn: string; replica_key_arns: readonly string[] };

const READ_ITEMS = ['dynamodb:GetItem', 'dynamodb:Query'];
/** Transactions have no action of their own: they are granted as what they are made of. */
const WRITE_ITEMS = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

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
    ...(ports.lag ? [READS_LAG] : []),
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
  const create = ['secretsmanager:CreateSecret', 'secretsmanager:ReplicateSecretToRegions'];
  const actions = ['secretsmanager:GetSecretValue', ...(access === 'create' ? create : [])];
  return [grant(actions, secrets, 'games make secrets of their own: only the beginning of a name is known')];
}

function startsWorkflow({ region, workflow }: Names): Grant[] {
  return [
    grant(['states:StartExecution'], [arn('states', region, `stateMachine:${workflow}`)]),
    grant(
      ['states:DescribeExecution'],
      [arn('states', region, `execution:${workflow}:*`)],
      'each run has a name of its own',
    ),
  ];
}

const READS_LAG = grant(['cloudwatch:GetMetricData'], ['*'], 'GetMetricData knows no resources');

/** All that is stored is encrypted by the lake's key. New secrets are encrypted by the key of each region they go to. */
function keyGrants(ports: Ports, { key_arn, replica_key_arns }: Ground): Grant[] {
  const keys = [key_arn, ...(ports.secrets === 'create' ? replica_key_arns : [])];
  return [grant(['kms:Decrypt', 'kms:GenerateDataKey'], keys)];
}
