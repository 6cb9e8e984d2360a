import type { PutRecordsResultEntry } from '@aws-sdk/client-kinesis';
import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { EventStream } from '../../core/ports.ts';
import { sortable } from '../../core/sequence.ts';
import type { Sleep } from './backoff.ts';
import { backoff, pause } from './backoff.ts';
import { sharedClient } from './clients.ts';
import { mayPass } from './faults.ts';
import type { Waiting } from './waiting.ts';
import { callsOf, refuse } from './waiting.ts';

/** `stream` is the stream's name. */
export type KinesisOptions = { stream: string; client?: KinesisClient; sleep?: Sleep };

/** One call of PutRecords (Kinesis API reference); the bytes include partition keys. */
const CALL = { records: 500, bytes: 10 * 1024 * 1024 };
/** All attempts end before collect's own time does. */
const ATTEMPTS = 4;
const REQUEST_MS = 4000;
const WAIT = { first_ms: 50, longest_ms: 400 };

/**
 * A Kinesis stream. Puts of one moment share a call; of a call that failed in part, only what failed is sent again.
 *
 * A call that is not answered in time may have been kept, and is not sent again here: the same delivery twice would be stored
 * twice and count once. StreamUnavailable makes the client send a delivery of its own, whose events are then duplicates.
 */
export function openKinesis({
  stream,
  // attempts are counted here: the SDK's own would repeat a whole call
  client = sharedClient(KinesisClient, { request_ms: REQUEST_MS, attempts: 1 }),
  sleep = pause,
}: KinesisOptions): EventStream {
  const putOnce = onePut(client, stream);
  let waiting: Waiting[] = [];

  async function putAll(all: readonly Waiting[]): Promise<void> {
    let left = all;
    for (let attempt = 1; ; attempt += 1) {
      const { failed, reason } = await putOnce(left);
      if (failed.length === 0) return;
      if (attempt === ATTEMPTS) return refuse(failed, `${ATTEMPTS} attempts: ${reason}`);
      left = failed;
      await sleep(backoff(attempt, WAIT));
    }
  }

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (const call of callsOf(all, CALL)) void putAll(call);
  }

  return {
    put: record =>
      new Promise((resolve, reject) => {
        waiting.push({ record, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
}

type Outcome = { failed: readonly Waiting[]; reason: string };

/** Puts records by one call, answers those that were kept or never will be, and returns the others. */
function onePut(client: KinesisClient, stream: string) {
  return async function putOnce(waiting: readonly Waiting[]): Promise<Outcome> {
    const Records = waiting.map(({ record }) => ({ PartitionKey: record.partition_key, Data: record.data }));
    try {
      const { Records: results = [] } = await client.send(new PutRecordsCommand({ StreamName: stream, Records }));
      return settle(waiting, results);
    } catch (error) {
      if (isUnanswered(error)) refuse(waiting, 'no answer in time');
      else if (mayPass(error)) return { failed: waiting, reason: (error as Error).name };
      else if (waiting.length === 1) waiting[0]!.reject(error);
      // one record that Kinesis will never take must not take the others with it
      else return merged(await Promise.all(waiting.map(one => putOnce([one]))));
      return { failed: [], reason: '' };
    }
  };
}

const isUnanswered = (error: unknown): boolean => (error as { code?: string }).code === 'ETIMEDOUT';

function settle(waiting: readonly Waiting[], results: readonly PutRecordsResultEntry[]): Outcome {
  const failed: Waiting[] = [];
  let reason = 'an incomplete answer';
  for (const [index, one] of waiting.entries()) {
    const { SequenceNumber, ShardId, ErrorCode } = results[index] ?? {};
    if (SequenceNumber && ShardId) one.resolve({ shard: ShardId, sequence: sortable(SequenceNumber) });
    else {
      reason = ErrorCode ?? reason;
      failed.push(one);
    }
  }
  return { failed, reason };
}

const merged = (outcomes: readonly Outcome[]): Outcome => ({
  failed: outcomes.flatMap(({ failed }) => failed),
  reason: outcomes.find(({ failed }) => failed.length > 0)?.reason ?? '',
});
