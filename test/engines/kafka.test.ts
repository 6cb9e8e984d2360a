import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StreamUnavailable } from '../../core/ports.ts';
import { openKafka } from '../../lambdas/adapters/kafka.ts';
import { eventStreamSuite } from '../ports/event-stream.suite.ts';
import { kafkaStreams } from '../ports/kafka-stream.ts';
import { type Broker, startBroker } from './broker.ts';
import { java, kafka, withParts } from './parts.ts';

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

  test('a broker that is down refuses what is sent, and nothing of it is kept', async () => {
    const { stream } = await streams.open();
    const record = { partition_key: 'game', data: Buffer.from('one') };
    await stream.put(record);
    await broker.stop();
    const refused = await stream.put(record).catch(error => error);
    expect(refused).toBeInstanceOf(StreamUnavailable);
    expect(refused.retry_after_seconds).toBeGreaterThan(0);
    const fresh = openKafka({ brokers: [broker.address], topic: 'events', credentials: 'none' });
    await expect(fresh.put(record)).rejects.toBeInstanceOf(StreamUnavailable);
  });
});
