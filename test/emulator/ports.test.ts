import { randomUUID } from 'node:crypto';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateStreamCommand, DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import type { ObjectStore } from '../../core/ports.ts';
import { OBJECT_ZONES } from '../../core/zones.ts';
import { clientSettings } from '../../lambdas/adapters/clients.ts';
import { openDynamoDB } from '../../lambdas/adapters/dynamodb.ts';
import { openKinesis } from '../../lambdas/adapters/kinesis.ts';
import { openS3 } from '../../lambdas/adapters/s3.ts';
import { openSecretsManager } from '../../lambdas/adapters/secrets-manager.ts';
import { eventStreamSuite } from '../ports/event-stream.suite.ts';
import { keyValueSuite } from '../ports/key-value.suite.ts';
import { objectStoreSuite } from '../ports/object-store.suite.ts';
import { secretsSuite } from '../ports/secrets.suite.ts';
import { emulatorFor } from './emulator.ts';
import { readStream } from './read-stream.ts';

const emulator = await emulatorFor('port suites');

if (emulator) {
  const settings = { ...emulator, ...clientSettings({ request_ms: 10_000, attempts: 3 }) };
  const kinesis = new KinesisClient(settings);
  const s3 = new S3Client(settings);
  const dynamodb = new DynamoDBClient(settings);
  const secrets = new SecretsManagerClient(settings);

  eventStreamSuite('Kinesis', async () => {
    const StreamName = randomUUID();
    await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 2 }));
    for (let status: string | undefined; status !== 'ACTIVE'; ) {
      const { StreamDescriptionSummary } = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName }));
      status = StreamDescriptionSummary?.StreamStatus;
    }
    return {
      stream: openKinesis({ stream: StreamName, client: kinesis }),
      readAll: () => readStream(kinesis, StreamName),
      close: async () => {},
    };
  });

  const bucketOf = (zone: string) => `playlake-test-${zone}`;
  const openZones = async () => {
    for (const zone of OBJECT_ZONES) await s3.send(new CreateBucketCommand({ Bucket: bucketOf(zone) }));
    return openS3({ buckets: bucketOf, client: s3 });
  };
  const zones = openZones();

  // each test has a prefix of its own for a store
  objectStoreSuite('S3', async () => under(`bronze/${randomUUID()}/`, await zones));

  test('S3: a prefix shorter than a zone lists the zones one after another', async () => {
    const objects = await zones;
    const keys = ['bronze/all/1', 'failed/all/1', 'late/all/1', 'late/all/2', 'quarantine/all/1'];
    for (const key of keys) await objects.put(key, Buffer.from('x'));
    const listed = async (prefix: string, after?: string) =>
      (await Array.fromAsync(objects.list(prefix, after === undefined ? {} : { after })))
        .map(({ key }) => key)
        .filter(key => key.includes('/all/'));
    expect(await listed('')).toEqual(keys);
    expect(await listed('', 'failed/all/1')).toEqual(keys.slice(2));
    expect(await listed('', 'late/all/1')).toEqual(keys.slice(3));
    expect(await listed('', 'm')).toEqual(['quarantine/all/1']);
    expect(await listed('l')).toEqual(['late/all/1', 'late/all/2']);
    expect(await listed('late/all/2')).toEqual(['late/all/2']);
  });

  keyValueSuite('DynamoDB', async clock => {
    const [global, regional] = [randomUUID(), randomUUID()];
    for (const TableName of [global, regional]) await dynamodb.send(new CreateTableCommand(tableOf(TableName)));
    return { keyValue: openDynamoDB({ tables: { global, regional }, clock, client: dynamodb }), close: () => {} };
  });

  secretsSuite('Secrets Manager', async () => {
    const options = {
      prefix: `${randomUUID()}/`,
      kms_key: '',
      replicas: ['eu-west-1'],
      clock: { now: () => 1_770_000_000_000 },
      client: secrets,
    };
    return [openSecretsManager(options), openSecretsManager(options)];
  });
}

const tableOf = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['partition', 'sort'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'partition', KeyType: 'HASH' },
    { AttributeName: 'sort', KeyType: 'RANGE' },
  ],
});

/** The part of a store under a prefix, as a store. */
const under = (place: string, objects: ObjectStore): ObjectStore => ({
  put: async (key, body, options) => objects.put(place + key, body, options),
  get: async key => objects.get(place + key),
  delete: async key => objects.delete(place + key),
  async *list(prefix, { after } = {}) {
    const options = after === undefined ? {} : { after: place + after };
    for await (const info of objects.list(place + prefix, options))
      yield { ...info, key: info.key.slice(place.length) };
  },
});
