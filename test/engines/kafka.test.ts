import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Admin } from '@platformatic/kafka';
import { StreamUnavailable } from '../../core/ports.ts';
import { openKafka } from '../../lambdas/adapters/kafka.ts';
import { functions } from '../../lambdas/functions.ts';
import { eventStreamSuite } from '../ports/event-stream.suite.ts';
import { kafkaStreams } from '../ports/kafka-stream.ts';
import { type Broker, startBroker } from './broker.ts';
import { java, kafka } from './parts.ts';
import { withParts } from './with-parts.ts';

withParts('Kafka 4.4', { java: await java(), kafka: await kafka() }, parts => {
  let dir: string;
  let broker: Broker;
  let streams: ReturnType<typeof kafkaStreams>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'playlake-kafka-'));
    broker = await startBroker({ ...parts, dir });
    streams = kafkaStreams([broker.address]);
  });
  afterAll(async () => {
    await streams?.close();
    await broker?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  eventStreamSuite('Kafka', () => streams.open());

  test('a broker that is down: what is sent is refused, within the time that collect has', async () => {
    const admin = new Admin({ clientId: 'test', bootstrapBrokers: [broker.address] });
    await admin.createTopics({ topics: ['events'], partitions: 1, replicas: 1 });
    await admin.close();
    const open = () => openKafka({ brokers: [broker.address], topic: 'events', credentials: 'none' });
    const record = { partition_key: 'game', data: Buffer.from('one') };
    const stream = open();
    await stream.put(record);
    await broker.stop();
    const stopped = Date.now();
    await expect(stream.put(record)).rejects.toBeInstanceOf(StreamUnavailable);
    await expect(open().put(record)).rejects.toBeInstanceOf(StreamUnavailable);
    expect(Date.now() - stopped).toBeLessThan(2 * functions.collect.timeout_seconds * 1000);
  }, 60_000);
});
