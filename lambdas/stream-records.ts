import type { KinesisStreamEvent, MSKEvent } from 'aws-lambda';
import type { StreamRecord } from '../core/ports.ts';
import { sortable } from '../core/sequence.ts';

/** What a stream's mapping hands to a function. */
export type StreamEvent = Pick<KinesisStreamEvent, 'Records'> | Pick<MSKEvent, 'records'>;

/** The records of a mapping's event, with the positions that every reader of the stream gives them. */
export const streamRecords = (event: StreamEvent): StreamRecord[] =>
  'Records' in event
    ? event.Records.map(({ kinesis, eventID }) => ({
        shard: eventID.slice(0, eventID.indexOf(':')),
        sequence: sortable(kinesis.sequenceNumber),
        partition_key: kinesis.partitionKey,
        data: Buffer.from(kinesis.data, 'base64'),
        arrived_at: Math.round(kinesis.approximateArrivalTimestamp * 1000),
      }))
    : Object.values(event.records)
        .flat()
        .map(({ partition, offset, key, value, timestamp }) => ({
          shard: String(partition),
          sequence: sortable(String(offset)),
          partition_key: Buffer.from(key ?? '', 'base64').toString(),
          data: Buffer.from(value, 'base64'),
          arrived_at: timestamp,
        }));
