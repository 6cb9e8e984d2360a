import { randomUUID } from 'node:crypto';
import type { KinesisStreamRecord } from 'aws-lambda';
import type { ObjectStore, StreamRecord } from '../../core/ports.ts';
import type { InvocationRecord } from '../../lambdas/dead-letters.ts';

/** Why records were given up; `failed_at` in epoch milliseconds. */
export type Failure = {
  consumer: string;
  condition: InvocationRecord['requestContext']['condition'];
  error: string;
  attempts: number;
  failed_at: number;
};

/**
 * Keeps given-up records whole, as Lambda does in S3, with the error's words where Lambda says `Unhandled`; answers the key. The
 * same records overwrite themselves.
 */
export async function keepFailure(
  objects: ObjectStore,
  records: readonly StreamRecord[],
  failure: Failure,
): Promise<string> {
  const [first, last] = [records[0]!, records.at(-1)!];
  const key = `failed/${failure.consumer}/${first.sequence}-${last.sequence}.json`;
  await objects.put(key, Buffer.from(JSON.stringify(invocationRecord(records, failure))));
  return key;
}

const STREAM = 'arn:aws:kinesis:local:000000000000:stream/playlake-local';

function invocationRecord(
  records: readonly StreamRecord[],
  { consumer, condition, error, attempts, failed_at }: Failure,
): InvocationRecord {
  const [first, last] = [records[0]!, records.at(-1)!];
  return {
    version: '1.0',
    timestamp: iso(failed_at),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:local:000000000000:function:playlake-local-${consumer}`,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: error },
    KinesisBatchInfo: {
      shardId: first.shard,
      startSequenceNumber: first.sequence,
      endSequenceNumber: last.sequence,
      approximateArrivalOfFirstRecord: iso(first.arrived_at),
      approximateArrivalOfLastRecord: iso(last.arrived_at),
      batchSize: records.length,
      streamArn: STREAM,
    },
    payload: JSON.stringify({ Records: records.map(eventRecord) }),
  };
}

const eventRecord = ({ shard, sequence, partition_key, data, arrived_at }: StreamRecord): KinesisStreamRecord => ({
  kinesis: {
    kinesisSchemaVersion: '1.0',
    partitionKey: partition_key,
    sequenceNumber: sequence,
    data: Buffer.from(data).toString('base64'),
    approximateArrivalTimestamp: arrived_at / 1000,
  },
  eventSource: 'aws:kinesis',
  eventVersion: '1.0',
  eventID: `${shard}:${sequence}`,
  eventName: 'aws:kinesis:record',
  invokeIdentityArn: 'arn:aws:iam::000000000000:role/local',
  awsRegion: 'local',
  eventSourceARN: STREAM,
});

const iso = (instant: number) => new Date(instant).toISOString();
