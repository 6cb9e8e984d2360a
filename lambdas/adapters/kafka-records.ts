import type { MSKEvent, MSKRecord } from 'aws-lambda';
import type { BatchResult, RecordPosition, StreamRecord } from '../../core/ports.ts';

/** Offsets are 64 bits wide: 19 digits. */
const DIGITS = 19;

type Offset = { topic: string; partition: number; offset: number | bigint };

/** Where a topic holds a record: the shard is the partition (`events-3`), the sequence its offset as text that sorts. */
export const kafkaPosition = ({ topic, partition, offset }: Offset): RecordPosition => ({
  shard: `${topic}-${partition}`,
  sequence: String(offset).padStart(DIGITS, '0'),
});

/** The records of a batch that a Lambda mapping hands over, partition by partition. */
export const kafkaRecords = (event: Pick<MSKEvent, 'records'>): StreamRecord[] =>
  recordsOf(event).map(record => ({
    ...kafkaPosition(record),
    partition_key: Buffer.from(record.key ?? '', 'base64').toString(),
    data: Buffer.from(record.value, 'base64'),
    arrived_at: record.timestamp,
  }));

/** What the mapping is told to hand over again. */
export type KafkaBatchResponse = { batchItemFailures: { itemIdentifier: { partition: string; offset: number } }[] };

/**
 * What the mapping is told: the failed records by partition and offset (Lambda Developer Guide, "Error handling controls for
 * Kafka event sources"). A sequence that several partitions of the batch have is named in each: a record too many is repeated, none is lost.
 */
export function kafkaResponse(event: Pick<MSKEvent, 'records'>, { failures }: BatchResult): KafkaBatchResponse {
  const failed = new Set(failures);
  return {
    batchItemFailures: recordsOf(event)
      .filter(record => failed.has(kafkaPosition(record).sequence))
      .map(record => ({ itemIdentifier: { partition: kafkaPosition(record).shard, offset: record.offset } })),
  };
}

const recordsOf = ({ records }: Pick<MSKEvent, 'records'>): MSKRecord[] => Object.values(records).flat();
