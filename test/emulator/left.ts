import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { KinesisClient, ListStreamsCommand } from '@aws-sdk/client-kinesis';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Deployed } from './deployed.ts';

/** What there is of the environment in a region, as the services tell it. */
export async function leftIn({ settings, region, names }: Deployed) {
  const ours = (all: (string | undefined)[]) =>
    all.filter(name => name?.includes(names.of('')) || name?.startsWith(names.secrets));
  const stacks = (await new CloudFormationClient(settings).send(new ListStacksCommand({}))).StackSummaries ?? [];
  const buckets = (await new S3Client(settings).send(new ListBucketsCommand({}))).Buckets ?? [];
  const { TableNames = [] } = await new DynamoDBClient(settings).send(new ListTablesCommand({}));
  const { StreamNames = [] } = await new KinesisClient(settings).send(new ListStreamsCommand({}));
  const { Functions = [] } = await new LambdaClient(settings).send(new ListFunctionsCommand({}));
  const { UserPools = [] } = await new CognitoIdentityProviderClient(settings).send(
    new ListUserPoolsCommand({ MaxResults: 60 }),
  );
  const { SecretList = [] } = await new SecretsManagerClient(settings).send(new ListSecretsCommand({}));
  return {
    region,
    stacks: ours(stacks.filter(stack => stack.StackStatus !== 'DELETE_COMPLETE').map(stack => stack.StackName)),
    buckets: ours(buckets.map(bucket => bucket.Name).filter(name => name?.endsWith(region))),
    tables: ours(TableNames),
    streams: ours(StreamNames),
    functions: ours(Functions.map(each => each.FunctionName)),
    pools: ours(UserPools.map(pool => pool.Name)),
    secrets: ours(SecretList.map(secret => secret.Name)),
  };
}
