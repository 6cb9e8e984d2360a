import { expect, test } from '@jest/globals';
import { readDeadLetters } from '../../lambdas/dead-letters.ts';

/** What Lambda writes for a function of the environment dev. */
const invocation = (payload: unknown) =>
  Buffer.from(
    JSON.stringify({
      version: '1.0',
      timestamp: '2026-03-01T10:00:06.021Z',
      requestContext: {
        requestId: 'c9b8fa9f-5a7f-xmpl-af9c-0c604cde93a5',
        functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:playlake-dev-transform:live',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 6,
      },
      responseContext: { statusCode: 200, executedVersion: '7', functionError: 'Unhandled' },
      payload: JSON.stringify(payload),
    }),
  );

test('a batch of Kinesis that a function gave up is read with the positions it had', () =>
  expect(
    readDeadLetters(
      invocation({
        Records: [
          {
            kinesis: {
              kinesisSchemaVersion: '1.0',
              partitionKey: 'd1',
              sequenceNumber: '49601189658422359378836298521827638475320189012309704722',
              data: 'aGVsbG8=',
              approximateArrivalTimestamp: 1772359200.125,
            },
            eventSource: 'aws:kinesis',
            eventID: 'shardId-000000000001:49601189658422359378836298521827638475320189012309704722',
            awsRegion: 'eu-west-1',
            eventSourceARN: 'arn:aws:kinesis:eu-west-1:123456789012:stream/playlake-dev',
          },
        ],
      }),
    ),
  ).toEqual({
    consumer: 'transform',
    records: [
      {
        shard: 'shardId-000000000001',
        sequence: '49601189658422359378836298521827638475320189012309704722',
        partition_key: 'd1',
        data: Buffer.from('hello'),
        arrived_at: 1772359200125,
      },
    ],
  }));

test('a batch of MSK too', () =>
  expect(
    readDeadLetters(
      invocation({
        eventSource: 'aws:kafka',
        records: {
          'events-2': [
            {
              topic: 'events',
              partition: 2,
              offset: 15,
              timestamp: 1772359200125,
              timestampType: 'CREATE_TIME',
              key: 'ZDE=',
              value: 'aGVsbG8=',
              headers: [],
            },
          ],
        },
      }),
    ).records,
  ).toEqual([
    {
      shard: 'events-2',
      sequence: '0000000000000000015',
      partition_key: 'd1',
      data: Buffer.from('hello'),
      arrived_at: 1772359200125,
    },
  ]));
