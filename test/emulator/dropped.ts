import type { ReplicationGroupUpdate } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient, UpdateTableCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { PutBucketReplicationCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DeleteSecretCommand,
  ListSecretsCommand,
  ReplicateSecretToRegionsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ZONES, zones } from '../../lib/zones.ts';
import type { Deployed } from './deployed.ts';
import { ACCOUNT } from './deployed.ts';

type Regions = { home: Deployed; away: Deployed };

/** What the emulator drops of a template and the flow needs, put by the services' own API; each is printed. */
export async function putWhatIsDropped({ home, away }: Regions): Promise<void> {
  await replicate({ home: home, away: away });
  await replicate({ home: away, away: home });
  await copyGlobalTable({ home, away });
  for (const place of [home, away]) await expireItems(place);
}

const say = (what: string) => process.stdout.write(`put by API, since the emulator drops it: ${what}\n`);

async function replicate({ home: from, away: to }: Regions): Promise<void> {
  const client = new S3Client(from.settings);
  for (const zone of ZONES.filter(name => zones[name].replicated)) {
    await client.send(
      new PutBucketReplicationCommand({
        Bucket: from.bucket(zone),
        ReplicationConfiguration: {
          Role: `arn:aws:iam::${ACCOUNT}:role/${from.names.of(`replication-${from.region}`)}`,
          Rules: [
            {
              ID: 'other-region',
              Priority: 1,
              Status: 'Enabled',
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              Destination: { Bucket: `arn:aws:s3:::${to.bucket(zone)}` },
            },
          ],
        },
      }),
    );
    say(`replication of ${from.bucket(zone)} to ${to.region}`);
  }
}

/** Replicates the secrets of games, as their creation asked for. */
export async function replicateSecrets({ home, away }: Regions): Promise<void> {
  const client = new SecretsManagerClient(home.settings);
  for (const SecretId of await secretsOfGames(client, home)) {
    await client.send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: away.region }] }));
    say(`replica of ${SecretId} in ${away.region}`);
  }
}

/** Takes back what a stack that is destroyed does not know of: the replica, and games' secrets, which outlive their environment. */
export async function takeBack({ home, away }: Regions): Promise<void> {
  await changeReplica(home, { Delete: { RegionName: away.region } });
  for (const place of [home, away]) {
    const client = new SecretsManagerClient(place.settings);
    for (const SecretId of await secretsOfGames(client, place))
      await client.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
  }
}

async function secretsOfGames(client: SecretsManagerClient, { names }: Deployed): Promise<string[]> {
  const { SecretList = [] } = await client.send(new ListSecretsCommand({}));
  return SecretList.map(({ Name }) => Name!).filter(name => name.startsWith(`${names.secrets}games/`));
}

async function copyGlobalTable({ home, away }: Regions): Promise<void> {
  await changeReplica(home, { Create: { RegionName: away.region } });
  say(`replica of ${home.names.table('global')} in ${away.region}`);
}

async function changeReplica({ settings, names }: Deployed, change: ReplicationGroupUpdate): Promise<void> {
  const TableName = names.table('global');
  await new DynamoDBClient(settings).send(new UpdateTableCommand({ TableName, ReplicaUpdates: [change] }));
}

async function expireItems({ settings, names, region }: Deployed): Promise<void> {
  const TableName = names.table('regional');
  const TimeToLiveSpecification = { Enabled: true, AttributeName: 'expires_at' };
  await new DynamoDBClient(settings).send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  say(`time to live of ${TableName} in ${region}`);
}
