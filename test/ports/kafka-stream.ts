import { randomUUID } from 'node:crypto';
import { Admin, Consumer, Producer } from '@platformatic/kafka';
import type { MSKRecord } from 'aws-lambda';
import { openKafka } from '../../lambdas/adapters/kafka.ts';
import { kafkaRecords } from '../../lambdas/adapters/kafka-records.ts';
import type { OpenStream } from './event-stream.suite.ts';

/** Topics of a broker as streams, each on its own; `close` ends the clients. The broker's group.initial.rebalance.delay.ms should be 0. */
export function kafkaStreams(brokers: string[]): { open: OpenStream; close: () => Promise<void> } {
  const client = new Producer({ clientId: 'test', bootstrapBrokers: brokers, idempotent: true, acks: -1 });
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: brokers });
  return {
    async open() {
      const topic = randomUUID();
      await admin.createTopics({ topics: [topic], partitions: 3, replicas: 1 });
      return {
        stream: openKafka({ brokers, topic, credentials: 'none', client }),
        readAll: async () => kafkaRecords({ records: { [topic]: await readTopic(brokers, topic) } }),
        close: async () => {},
      };
    },
    async close() {
      await client.close();
      await admin.close();
    },
  };
}

/** Everything a topic holds, partition by partition, as Lambda's mapping would write it. */
async function readTopic(brokers: string[], topic: string): Promise<MSKRecord[]> {
  const consumer = new Consumer({
    clientId: 'test',
    groupId: randomUUID(),
    bootstrapBrokers: brokers,
    maxWaitTime: 50,
  });
  const ends = (await consumer.listOffsets({ topics: [topic] })).get(topic)!;
  const count = ends.reduce((sum, end) => sum + Number(end), 0);
  const records: MSKRecord[] = [];
  if (count > 0) {
    const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false });
    for await (const { partition, offset, timestamp, key, value } of stream) {
      records.push({
        topic,
        partition,
        offset: Number(offset),
        timestamp: Number(timestamp),
        timestampType: 'CREATE_TIME',
        key: key.toString('base64'),
        value: value.toString('base64'),
        headers: [],
      });
      if (records.length === count) break;
    }
    await stream.close();
  }
  await consumer.close(true);
  return records.sort((a, b) => a.partition - b.partition || a.offset - b.offset);
}
