import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateStreamCommand, DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { OBJECT_ZONES } from '../../core/zones.ts';
import { clientSettings } from '../../lambdas/adapters/clients.ts';
import type { Setting } from '../../lambdas/functions.ts';
import type { EmulatorSettings } from './emulator.ts';
import { signedIn } from './people.ts';

export const EDGE = 's3cret-of-the-edge';

/** Makes by the services' own API what functions stand on, and answers what they are told of it. */
export async function makeLake(emulator: EmulatorSettings) {
  const settings = { ...emulator, ...clientSettings({ request_ms: 10_000, attempts: 3 }) };
  const kinesis = new KinesisClient(settings);
  const s3 = new S3Client(settings);
  const dynamodb = new DynamoDBClient(settings);
  const secrets = new SecretsManagerClient(settings);
  const name = `playlake-bundles-${Date.now()}`;

  await kinesis.send(new CreateStreamCommand({ StreamName: name, ShardCount: 1 }));
  for (let status: string | undefined; status !== 'ACTIVE'; ) {
    const { StreamDescriptionSummary } = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name }));
    status = StreamDescriptionSummary?.StreamStatus;
  }
  for (const zone of OBJECT_ZONES) await s3.send(new CreateBucketCommand({ Bucket: `${name}-${zone}` }));
  for (const table of ['global', 'regional'])
    await dynamodb.send(
      new CreateTableCommand({
        TableName: `${name}-${table}`,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['partition', 'sort'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'partition', KeyType: 'HASH' },
          { AttributeName: 'sort', KeyType: 'RANGE' },
        ],
      }),
    );
  await secrets.send(new CreateSecretCommand({ Name: `${name}/edge`, SecretString: EDGE }));
  const { pool, client, token } = await makePeople(settings, name);

  const told: Record<Setting, string> = {
    STREAM_KIND: 'kinesis',
    STREAM_NAME: name,
    STREAM_BROKERS: '',
    ZONE_BUCKETS: `${name}-{zone}`,
    GLOBAL_TABLE: `${name}-global`,
    REGIONAL_TABLE: `${name}-regional`,
    WORKGROUP: name,
    SECRETS_PREFIX: `${name}/`,
    SECRETS_KEY: '',
    SECRETS_REPLICAS: '',
    REFINE_WORKFLOW: 'arn:aws:states:us-east-1:000000000000:stateMachine:none',
    LATE_WINDOW_DAYS: '30',
    FUTURE_BOUND_MINUTES: '60',
    EDGE_SECRET: `${name}/edge`,
    USER_POOL: pool,
    USER_POOL_CLIENT: client,
  };
  return { told, token, kinesis, stream: name };
}

/** A pool with one administrator, and the token of her sign-in. */
async function makePeople(settings: CognitoIdentityProviderClientConfig, name: string) {
  const cognito = new CognitoIdentityProviderClient(settings);
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: name }));
  const UserPoolId = UserPool!.Id!;
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'dashboard',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const client = UserPoolClient!.ClientId!;
  await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'admin' }));
  const token = await signedIn({ settings, pool: UserPoolId, client }, 'admin');
  return { pool: UserPoolId, client, token };
}
