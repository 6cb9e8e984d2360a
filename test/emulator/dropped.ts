import type { ReplicationGroupUpdate } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient, UpdateTableCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { PutBucketReplicationCommand, S3Client } from '@aws-sdk/client-s3';
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

/** Takes back what a stack that is destroyed would not know of. */
export const takeBack = ({ home, away }: Regions): Promise<void> =>
  changeReplica(home, { Delete: { RegionName: away.region } });

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
