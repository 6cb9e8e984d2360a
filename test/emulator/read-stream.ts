import type { KinesisClient } from '@aws-sdk/client-kinesis';
import { GetRecordsCommand, GetShardIteratorCommand, ListShardsCommand } from '@aws-sdk/client-kinesis';
import type { KinesisStreamRecord } from 'aws-lambda';
import type { StreamRecord } from '../../core/ports.ts';
import { kinesisRecords } from '../../lambdas/adapters/kinesis-records.ts';

/** Everything a stream holds, from the oldest on, as a consumer is handed it. */
export const readStream = async (client: KinesisClient, StreamName: string): Promise<StreamRecord[]> =>
  kinesisRecords({ Records: (await readShards(client, StreamName)).flat() });

/** The same shard by shard, as the mapping's events have it. */
export async function readShards(client: KinesisClient, StreamName: string): Promise<KinesisStreamRecord[][]> {
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName }));
  return Promise.all(Shards.map(({ ShardId }) => readShard(client, { StreamName, ShardId: ShardId! })));
}

/** A shard's records as Lambda's mapping would write them. */
async function readShard(
  client: KinesisClient,
  shard: { StreamName: string; ShardId: string },
): Promise<KinesisStreamRecord[]> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
  return Records.map(
    record =>
      ({
        eventID: `${shard.ShardId}:${record.SequenceNumber}`,
        kinesis: {
          partitionKey: record.PartitionKey,
          data: Buffer.from(record.Data!).toString('base64'),
          sequenceNumber: record.SequenceNumber,
          approximateArrivalTimestamp: record.ApproximateArrivalTimestamp!.getTime() / 1000,
        },
      }) as KinesisStreamRecord,
  );
}
