import { KinesisClient } from '@aws-sdk/client-kinesis';
import { describe, expect, test } from '@jest/globals';
import type { KinesisStreamRecord } from 'aws-lambda';
import { StreamUnavailable } from '../../../core/ports.ts';
import { openKinesis } from '../../../lambdas/adapters/kinesis.ts';
import { kinesisRecords, kinesisResponse } from '../../../lambdas/adapters/kinesis-records.ts';
import type { Answered, Asked } from './fake-service.ts';
import { failure, fakeService, noSleep } from './fake-service.ts';

type Put = { PartitionKey: string; Data: string };

const putsOf = ({ input }: Asked) => input.Records as Put[];
const keysOf = (asked: Asked) => putsOf(asked).map(put => put.PartitionKey);
const kept = (n: number) => ({ ShardId: 'shardId-000000000001', SequenceNumber: `${n}` });
const throttled = { ErrorCode: 'ProvisionedThroughputExceededException', ErrorMessage: 'slow down' };
const keepAll = (asked: Asked): Answered => ({ body: { Records: putsOf(asked).map((_, n) => kept(n + 7)) } });

async function stream(answer: (asked: Asked) => Answered, options = {}) {
  const { asked, settings } = await fakeService(answer, options);
  const { slept, sleep } = noSleep();
  const { put } = openKinesis({ stream: 'events', client: new KinesisClient(settings), sleep });
  const record = (partition_key: string, data = 'x') => put({ partition_key, data: Buffer.from(data) });
  return { asked, slept, record };
}

describe('a put', () => {
  test('says where the record is, with a sequence of 56 digits', async () => {
    const { record } = await stream(keepAll);
    expect(await record('a')).toEqual({ shard: 'shardId-000000000001', sequence: `${'0'.repeat(55)}7` });
  });

  test('shares a call with those of the same moment', async () => {
    const { asked, record } = await stream(keepAll);
    await Promise.all(['a', 'b', 'c'].map(key => record(key)));
    expect(asked.map(keysOf)).toEqual([['a', 'b', 'c']]);
  });

  test('goes in calls of 500 records and 10 MiB', async () => {
    const many = await stream(keepAll);
    await Promise.all(Array.from({ length: 501 }, (_, n) => many.record(`${n}`)));
    expect(many.asked.map(asked => putsOf(asked).length)).toEqual([500, 1]);
    const large = await stream(keepAll, { request_ms: 20_000 });
    await Promise.all(['a', 'b', 'c'].map(key => large.record(key, 'x'.repeat(5_000_000))));
    expect(large.asked.map(keysOf).sort()).toEqual([['a', 'b'], ['c']]);
  });

  test('is repeated alone when its call failed in part', async () => {
    let calls = 0;
    const { asked, slept, record } = await stream(() => {
      calls += 1;
      return { body: { Records: calls === 1 ? [kept(1), throttled, kept(2)] : [kept(3)] } };
    });
    const positions = await Promise.all(['a', 'b', 'c'].map(key => record(key)));
    expect(asked.map(keysOf)).toEqual([['a', 'b', 'c'], ['b']]);
    expect(positions.map(({ sequence }) => Number(sequence))).toEqual([1, 3, 2]);
    expect(slept).toHaveLength(1);
  });

  test('that the stream keeps throttling is unavailable, and its neighbours are not', async () => {
    const { asked, record } = await stream(({ input }) => ({
      body: { Records: (input.Records as Put[]).map(put => (put.PartitionKey === 'b' ? throttled : kept(1))) },
    }));
    const [a, b] = await Promise.allSettled([record('a'), record('b')]);
    expect(a.status).toBe('fulfilled');
    expect(b).toMatchObject({ reason: expect.any(StreamUnavailable) });
    expect(b).toMatchObject({
      reason: { retry_after_seconds: 2, message: expect.stringContaining('ProvisionedThroughput') },
    });
    expect(asked.map(keysOf)).toEqual([['a', 'b'], ['b'], ['b'], ['b']]);
  });

  for (const [words, answer] of [
    ['breaks the connection', 'reset'],
    ['is not well', failure('InternalFailureException', {}, 500)],
    ['may not use its key so often', failure('KMSThrottlingException')],
    ['throttles the whole call', failure('ProvisionedThroughputExceededException')],
  ] as const)
    test(`is unavailable when Kinesis ${words}, after four attempts`, async () => {
      const { asked, record } = await stream(() => answer);
      await expect(record('a')).rejects.toThrow(StreamUnavailable);
      expect(asked).toHaveLength(4);
    });

  test('is unavailable when Kinesis does not answer, and is not sent again: it may be there', async () => {
    const { asked, record } = await stream(() => 'hang');
    await expect(record('a')).rejects.toThrow('no answer in time');
    await expect(record('a')).rejects.toThrow(StreamUnavailable);
    expect(asked).toHaveLength(2);
  });

  test('whose connection broke once is kept by the next attempt', async () => {
    let calls = 0;
    const { record } = await stream(asked => (calls++ === 0 ? 'reset' : keepAll(asked)));
    expect(Number((await record('a')).sequence)).toBe(7);
  });

  test('that Kinesis will never take fails as it says, alone', async () => {
    const { asked, record } = await stream(received =>
      keysOf(received).includes('bad') ? failure('ValidationException') : keepAll(received),
    );
    const [good, bad] = await Promise.allSettled([record('good'), record('bad')]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({ reason: { name: 'ValidationException' } });
    expect(asked.map(keysOf).toSorted()).toEqual([['bad'], ['good'], ['good', 'bad']]);
  });
});

describe('a batch of a mapping', () => {
  const record = (sequenceNumber: string) =>
    ({
      eventID: `shardId-000000000006:${sequenceNumber}`,
      kinesis: {
        partitionKey: 'player',
        data: Buffer.from('body').toString('base64'),
        sequenceNumber,
        approximateArrivalTimestamp: 1_770_000_000.123,
      },
    }) as KinesisStreamRecord;

  test('has records with their shard, padded sequence and milliseconds', () => {
    expect(kinesisRecords({ Records: [record('0012')] })).toEqual([
      {
        partition_key: 'player',
        data: Buffer.from('body'),
        shard: 'shardId-000000000006',
        sequence: `${'0'.repeat(54)}12`,
        arrived_at: 1_770_000_000_123,
      },
    ]);
  });

  test('is answered with the failed records under their own sequence numbers', () => {
    const event = { Records: [record('0012'), record('13')] };
    const [first] = kinesisRecords(event);
    expect(kinesisResponse(event, { failures: [first!.sequence] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '0012' }],
    });
  });
});
