import type { KinesisStreamBatchResponse, KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda';
import type { BatchResult, StreamRecord } from '../../core/ports.ts';
import { sortable } from '../../core/sequence.ts';

/** The records of a batch that a Lambda mapping hands over; the shard is what `eventID` begins with. */
export const kinesisRecords = ({ Records }: Pick<KinesisStreamEvent, 'Records'>): StreamRecord[] =>
  Records.map(({ eventID, kinesis }) => ({
    partition_key: kinesis.partitionKey,
    data: Buffer.from(kinesis.data, 'base64'),
    shard: eventID.split(':', 1)[0]!,
    sequence: sortable(kinesis.sequenceNumber),
    arrived_at: Math.round(kinesis.approximateArrivalTimestamp * 1000),
  }));

/** What the mapping is told: the failed records under the sequence numbers it knows them by. */
export function kinesisResponse(
  { Records }: Pick<KinesisStreamEvent, 'Records'>,
  { failures }: BatchResult,
): KinesisStreamBatchResponse {
  const failed = new Set(failures);
  const isFailed = ({ kinesis }: KinesisStreamRecord) => failed.has(sortable(kinesis.sequenceNumber));
  return {
    batchItemFailures: Records.filter(isFailed).map(({ kinesis }) => ({ itemIdentifier: kinesis.sequenceNumber })),
  };
}
