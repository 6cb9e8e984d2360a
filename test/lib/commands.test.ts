import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { FunctionName, FunctionSpec, Ports } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { namesOf } from '../../lib/names.ts';
import { permissionsOf } from '../../lib/permissions.ts';

type Command = { actions: readonly string[]; of: (ports: Ports) => boolean };

const stores = ({ keyValue }: Ports) => keyValue !== undefined;
const changes = ({ keyValue }: Ports) => keyValue?.global === 'write' || keyValue?.regional === 'write';
const asks = ({ engine }: Ports) => engine !== undefined;

/** Every command that sources send: the actions that IAM asks for, and the ports by which a function sends it. */
const COMMANDS: Record<string, Command> = {
  PutRecords: { actions: ['kinesis:PutRecords'], of: ({ stream }) => stream === 'write' },
  GetItem: { actions: ['dynamodb:GetItem'], of: stores },
  Query: { actions: ['dynamodb:Query'], of: stores },
  PutItem: { actions: ['dynamodb:PutItem'], of: changes },
  DeleteItem: { actions: ['dynamodb:DeleteItem'], of: changes },
  TransactWriteItems: { actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], of: changes },
  // without s3:ListBucket a missing object is answered as a forbidden one
  GetObject: { actions: ['s3:GetObject', 's3:ListBucket'], of: ({ objects }) => objects?.read !== undefined },
  ListObjectsV2: { actions: ['s3:ListBucket'], of: ({ objects }) => objects?.read !== undefined },
  PutObject: { actions: ['s3:PutObject'], of: ({ objects }) => objects?.write !== undefined },
  // the port can, and no function does
  DeleteObject: { actions: [], of: () => false },
  GetSecretValue: { actions: ['secretsmanager:GetSecretValue'], of: ({ secrets }) => secrets !== undefined },
  // it names regions to replicate to, and no tags
  CreateSecret: {
    actions: ['secretsmanager:CreateSecret', 'secretsmanager:ReplicateSecretToRegions'],
    of: ({ secrets }) => secrets === 'create',
  },
  StartQueryExecution: { actions: ['athena:StartQueryExecution'], of: asks },
  GetQueryExecution: { actions: ['athena:GetQueryExecution'], of: asks },
  GetQueryResults: { actions: ['athena:GetQueryResults'], of: asks },
  StopQueryExecution: { actions: ['athena:StopQueryExecution'], of: ({ engine }) => engine === 'read' },
  StartExecution: { actions: ['states:StartExecution'], of: ({ workflow }) => workflow !== undefined },
  DescribeExecution: { actions: ['states:DescribeExecution'], of: ({ workflow }) => workflow !== undefined },
  GetMetricData: { actions: ['cloudwatch:GetMetricData'], of: ({ lag }) => lag !== undefined },
};

const ground = {
  names: namesOf('dev', 'us-east-1'),
  stream: { kind: 'kinesis', arn: 'arn:aws:kinesis:us-east-1:123456789012:stream/events', name: 'events' },
  key_arn: 'arn:aws:kms:us-east-1:123456789012:key/1',
  replica_key_arns: [],
} as const;

/** What Athena does with a function's role: the function itself sends nothing of it. */
const BY_ATHENA = /^(glue|s3):/;

test('every command that a source sends is known, and no other', () => {
  const sent = globSync('lambdas/**/*.ts').flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/new (\w+)Command\(/g)].map(([, name]) => name!),
  );
  expect([...new Set(sent)].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

for (const name of Object.keys(functions) as FunctionName[])
  test(`${name} may do what its commands ask for, and nothing that none does`, () => {
    const { ports }: FunctionSpec = functions[name];
    const wanted = Object.values(COMMANDS).flatMap(({ actions, of }) => (of(ports) ? actions : []));
    const granted = permissionsOf(name, ground).flatMap(({ actions }) => actions);
    expect(granted).toEqual(expect.arrayContaining(wanted));
    const idle = granted.filter(
      action => !(wanted.includes(action) || action.startsWith('kms:') || (ports.engine && BY_ATHENA.test(action))),
    );
    expect(idle).toEqual([]);
  });
