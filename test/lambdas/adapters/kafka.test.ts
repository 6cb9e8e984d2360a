import { expect, test } from '@jest/globals';
import { NetworkError, ProtocolError } from '@platformatic/kafka';
import type { MSKRecord } from 'aws-lambda';
import { StreamUnavailable } from '../../../core/ports.ts';
import type { KafkaProducer } from '../../../lambdas/adapters/kafka.ts';
import { openKafka } from '../../../lambdas/adapters/kafka.ts';
import { kafkaRecords, kafkaResponse } from '../../../lambdas/adapters/kafka-records.ts';

type Sent = { topic: string; partition?: number; key?: Buffer }[];

/** A producer of a topic with four partitions; `send` answers or throws. */
function producer(send: (messages: Sent) => unknown) {
  const sent: string[][] = [];
  const client = {
    metadata: async () => ({ topics: new Map([['events', { partitionsCount: 4 }]]) }),
    send: async ({ messages }: { messages: Sent }) => {
      sent.push(messages.map(({ key }) => `${key}`));
      return send(messages);
    },
  } as unknown as KafkaProducer;
  return { client, sent };
}

const open = (client: KafkaProducer) => {
  const { put } = openKafka({ brokers: [], topic: 'events', credentials: 'none', client });
  return (partition_key: string) => put({ partition_key, data: Buffer.from('x') });
};
/** Every partition that was written to begins at offset 10. */
const written = (messages: Sent) => ({
  offsets: [...new Set(messages.map(({ partition }) => partition))].map(partition => ({ partition, offset: 10n })),
});

test('records of one moment share a call, and each is told its own offset', async () => {
  const { client, sent } = producer(written);
  const record = open(client);
  const positions = await Promise.all(['a', 'a', 'a'].map(key => record(key)));
  expect(sent).toEqual([['a', 'a', 'a']]);
  expect(positions.map(({ sequence }) => sequence)).toEqual([
    '0000000000000000010',
    '0000000000000000011',
    '0000000000000000012',
  ]);
  // crc32('a') = 0xe8b7be43, whose last two bits are 11
  expect(positions[0]!.shard).toBe('events-3');
});

test('what a broker does not take in time is unavailable', async () => {
  const { client } = producer(() => {
    throw new NetworkError('no broker');
  });
  await expect(open(client)('a')).rejects.toThrow(StreamUnavailable);
});

test('of a call that failed in part, the partitions that were written are answered', async () => {
  // crc32('a') is odd, crc32('d') = 0x98dd4acc even: two partitions
  const { client } = producer(messages => {
    const [first] = messages;
    throw Object.assign(new NetworkError('half'), { produced: written([first!]) });
  });
  const record = open(client);
  const [a, d] = await Promise.allSettled([record('a'), record('d')]);
  expect(a).toMatchObject({ status: 'fulfilled', value: { shard: 'events-3' } });
  expect(d).toMatchObject({ reason: expect.any(StreamUnavailable) });
});

test('a record that no broker will ever take fails as it says, alone', async () => {
  const { client } = producer(messages => {
    if (messages.some(({ key }) => `${key}` === 'bad')) throw new ProtocolError('MESSAGE_TOO_LARGE');
    return written(messages);
  });
  const record = open(client);
  const [good, bad] = await Promise.allSettled([record('good'), record('bad')]);
  expect(good.status).toBe('fulfilled');
  expect(bad.status === 'rejected' && bad.reason).toBeInstanceOf(ProtocolError);
});

test('what was written before a final refusal is not sent again', async () => {
  // 'a' and 'd' lie in two partitions, see above
  const { client, sent } = producer(messages => {
    if (messages.length === 1) throw new ProtocolError('MESSAGE_TOO_LARGE');
    throw Object.assign(new ProtocolError('MESSAGE_TOO_LARGE'), { produced: written([messages[0]!]) });
  });
  const record = open(client);
  const answers = await Promise.allSettled([record('a'), record('d')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(sent).toEqual([['a', 'd']]);
});

test('a role can only be signed for where the broker names a region', () => {
  expect(() => openKafka({ brokers: ['localhost:9092'], topic: 'events', credentials: 'iam' })).toThrow(
    'no MSK broker',
  );
});

const record = (partition: number, offset: number) =>
  ({ topic: 'events', partition, offset, timestamp: 5, key: 'a2V5', value: 'eA==' }) as MSKRecord;

test('a batch of a mapping has records of every partition', () => {
  expect(kafkaRecords({ records: { 'events-0': [record(0, 7)], 'events-1': [record(1, 8)] } })).toEqual([
    { shard: 'events-0', sequence: '0000000000000000007', partition_key: 'key', data: Buffer.from('x'), arrived_at: 5 },
    { shard: 'events-1', sequence: '0000000000000000008', partition_key: 'key', data: Buffer.from('x'), arrived_at: 5 },
  ]);
});

test('failed records are named by partition and offset', () => {
  const event = { records: { 'events-0': [record(0, 7), record(0, 8)] } };
  expect(kafkaResponse(event, { failures: ['0000000000000000008'] })).toEqual({
    batchItemFailures: [{ itemIdentifier: { partition: 'events-0', offset: 8 } }],
  });
});
