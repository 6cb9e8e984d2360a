import { crc32 } from 'node:zlib';
import type { ProducerOptions } from '@platformatic/kafka';
import { Producer } from '@platformatic/kafka';
import { generateAuthToken } from 'aws-msk-iam-sasl-signer-js';
import type { EventStream } from '../../core/ports.ts';
import { kafkaPosition } from './kafka-records.ts';
import type { Waiting } from './waiting.ts';
import { callsOf, refuse } from './waiting.ts';

/** What of a producer is used. */
export type KafkaProducer = Pick<Producer, 'send' | 'metadata'>;

export type KafkaOptions = {
  /** Bootstrap brokers, `host:port`. */
  brokers: readonly string[];
  topic: string;
  /** `iam`: TLS and a token of the function's role, as MSK wants it; `none`: a broker on this machine. */
  credentials: 'iam' | 'none';
  client?: KafkaProducer;
};

/** A batch of one partition must be smaller than `max.message.bytes`, a MiB unless the topic says otherwise. */
const CALL = { records: 500, bytes: 900 * 1024 };
/** All attempts end before collect's own time does. */
const PATIENCE = { connectTimeout: 1500, requestTimeout: 2500, timeout: 2000, retries: 2, retryDelay: 200 };

/**
 * A Kafka topic. A put is answered when every in-sync replica has the record; the producer is idempotent, so its own retries
 * write nothing twice. One call is under way at a time, and what arrives meanwhile shares the next. What was refused may be there
 * all the same, as with Kinesis.
 */
export function openKafka({ topic, client, ...connection }: KafkaOptions): EventStream {
  const producer = client ?? new Producer(producerOptions(connection));
  const waiting: Waiting[] = [];
  let sending = false;

  async function sendAll(): Promise<void> {
    sending = true;
    while (waiting.length > 0) {
      const [call = []] = callsOf(waiting, CALL);
      waiting.splice(0, call.length);
      await sendCall({ producer, topic }, call);
    }
    sending = false;
  }

  return {
    put: record =>
      new Promise((resolve, reject) => {
        waiting.push({ record, resolve, reject });
        if (!sending) {
          sending = true;
          setImmediate(sendAll);
        }
      }),
  };
}

type Topic = { producer: KafkaProducer; topic: string };
type Written = { partition: number; offset: bigint };

/** Sends records by one call and answers each; a record that no broker will ever take does not take the others with it. */
async function sendCall({ producer, topic }: Topic, call: readonly Waiting[]): Promise<void> {
  let placed = new Map<number, Waiting[]>();
  try {
    placed = Map.groupBy(call, await partitioner({ producer, topic }));
    const messages = [...placed].flatMap(([partition, all]) =>
      all.map(({ record }) => messageOf(record, topic, partition)),
    );
    answer(placed, topic, (await producer.send({ messages })).offsets);
  } catch (error) {
    // of a call that failed in part, the partitions that were written
    answer(placed, topic, (error as { produced?: { offsets?: Written[] } }).produced?.offsets);
    const left = placed.size === 0 ? call : [...placed.values()].flat();
    if (mayPass(error)) refuse(left, (error as Error).message);
    else if (left.length === 1) left[0]!.reject(error);
    else for (const one of left) await sendCall({ producer, topic }, [one]);
  }
}

async function partitioner({ producer, topic }: Topic): Promise<(one: Waiting) => number> {
  const { topics } = await producer.metadata({ topics: [topic] });
  const count = topics.get(topic)!.partitionsCount;
  return ({ record }) => crc32(record.partition_key) % count;
}

const messageOf = ({ partition_key, data }: Waiting['record'], topic: string, partition: number) => ({
  topic,
  partition,
  key: Buffer.from(partition_key),
  value: Buffer.from(data),
});

/** Tells the senders of written partitions where their records are, and forgets them. Offsets count on from a partition's first. */
function answer(placed: Map<number, Waiting[]>, topic: string, written: readonly Written[] = []): void {
  for (const { partition, offset } of written) {
    const all = placed.get(partition) ?? [];
    for (const [index, one] of all.entries())
      one.resolve(kafkaPosition({ topic, partition, offset: offset + BigInt(index) }));
    placed.delete(partition);
  }
}

type Failure = { findBy?: (property: string, value: unknown) => unknown; code?: string };

/** Whether sending again may help: not after a refusal that the client marks as final, nor after wrong use or credentials. */
function mayPass(error: unknown): boolean {
  const { findBy, code = '' } = error as Failure;
  if (!findBy || ['PLT_KFK_USER', 'PLT_KFK_AUTHENTICATION'].includes(code)) return false;
  return !findBy.call(error, 'canRetry', false);
}

const producerOptions = ({
  brokers,
  credentials,
}: Pick<KafkaOptions, 'brokers' | 'credentials'>): ProducerOptions<Buffer, Buffer, Buffer, Buffer> => ({
  clientId: 'playlake',
  bootstrapBrokers: [...brokers],
  idempotent: true,
  acks: -1,
  ...PATIENCE,
  ...(credentials === 'iam' && signedFor(regionOf(brokers))),
});

/** TLS, and a token of the function's role: the client asks for one with every connection, and again before a session ends. */
const signedFor = (region: string) => ({
  tls: {},
  sasl: { mechanism: 'OAUTHBEARER' as const, token: async () => (await generateAuthToken({ region })).token },
});

/** The region in a broker's name, such as `boot-x.c2.kafka-serverless.eu-west-1.amazonaws.com:9098`. */
function regionOf([broker = '']: readonly string[]): string {
  const region = /\.([a-z]+-[a-z-]+-\d)\.amazonaws\.com/.exec(broker)?.[1];
  if (!region) throw new Error(`broker ${JSON.stringify(broker)} is no MSK broker: its name has no region to sign for`);
  return region;
}
