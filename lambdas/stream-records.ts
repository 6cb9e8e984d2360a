import type { KinesisStreamEvent, MSKEvent } from 'aws-lambda';
import type { BatchHandler, StreamRecord } from '../core/ports.ts';
import type { KafkaBatchResponse } from './adapters/kafka-records.ts';
import { kafkaRecords, kafkaResponse } from './adapters/kafka-records.ts';
import { kinesisRecords, kinesisResponse } from './adapters/kinesis-records.ts';

/** What a mapping of the stream hands to a function. */
export type StreamEvent = Pick<KinesisStreamEvent, 'Records'> | Pick<MSKEvent, 'records'>;

/** The records of a mapping's event, with the positions that every reader of the stream gives them. */
export const streamRecords = (event: StreamEvent): StreamRecord[] =>
  'Records' in event ? kinesisRecords(event) : kafkaRecords(event);

/** A handler of batches as a function of either stream: answers which records failed, in the mapping's own words. */
export const streamFunction = (handle: BatchHandler) =>
  async function handleEvent(event: StreamEvent): Promise<ReturnType<typeof kinesisResponse> | KafkaBatchResponse> {
    const result = await handle(streamRecords(event));
    return 'Records' in event ? kinesisResponse(event, result) : kafkaResponse(event, result);
  };
