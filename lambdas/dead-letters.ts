import type { StreamRecord } from '../core/ports.ts';
import type { StreamEvent } from './stream-records.ts';
import { streamRecords } from './stream-records.ts';

/** What Lambda keeps of a batch that a function failed for good: its on-failure destination in S3. Times are ISO 8601. */
export type InvocationRecord = {
  version: '1.0';
  timestamp: string;
  requestContext: {
    requestId: string;
    functionArn: string;
    condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
    approximateInvokeCount: number;
  };
  responseContext: { statusCode: number; executedVersion: string; functionError: string };
  KinesisBatchInfo?: {
    shardId: string;
    startSequenceNumber: string;
    endSequenceNumber: string;
    approximateArrivalOfFirstRecord: string;
    approximateArrivalOfLastRecord: string;
    batchSize: number;
    streamArn: string;
  };
  /** The whole event of the invocation, as JSON. */
  payload: string;
};

/** Records that a function gave up. `consumer` is the function's name in the manifest. */
export type DeadLetters = { consumer: string; records: StreamRecord[] };

/** Reads an object of the zone `failed`. */
export function readDeadLetters(body: Uint8Array): DeadLetters {
  const { requestContext, payload } = JSON.parse(Buffer.from(body).toString()) as InvocationRecord;
  return {
    consumer: consumerOf(requestContext.functionArn),
    records: streamRecords(JSON.parse(payload) as StreamEvent),
  };
}

/** The last word of the function's name: `transform` of `arn:…:function:playlake-dev-transform:live`. */
const consumerOf = (arn: string): string => /:function:(?:[^:]*-)?([^:-]+)(?::|$)/.exec(arn)?.[1] ?? arn;
