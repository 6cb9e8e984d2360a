import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { behindEdge } from '../../lambdas/edge.ts';
import type { GatewayFunction } from '../../lambdas/gateway.ts';
import { throughGateway } from '../../lambdas/gateway.ts';
import { gatewayLambda, lambda } from '../../lambdas/lambda.ts';
import { live } from '../../lambdas/live/live.ts';
import { objectCreated } from '../../lambdas/register/object-created.ts';
import { register } from '../../lambdas/register/register.ts';
import { streamFunction } from '../../lambdas/stream-records.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { zoneOfBucket } from '../../lambdas/wiring.ts';
import { memoryClock, memoryKeyValue, memoryObjects, memorySecrets } from '../memory-ports.ts';
import { bodyOf, collecting, event } from './collecting.ts';
import { context, gatewayEvent, kinesisEvent, kinesisSequence, mskEvent, noting } from './events.ts';
import { deliveryOf, recordOf, rowsOf } from './reading.ts';

const post = (key: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  gatewayEvent('POST', '/v1/events', { body, headers: { authorization: `Bearer ${key}`, ...headers } });

describe('collect behind the gateway', () => {
  test('takes a body as text, and a compressed one that the gateway brings in base64', async () => {
    const { handler, key, stream } = await collecting();
    const served = gatewayLambda('collect', async () => throughGateway(handler), noting().around);
    const plain = await served(post(key, bodyOf([event('1')])), context);
    expect(plain).toMatchObject({ statusCode: 201, headers: { 'content-type': 'application/json' } });
    const zipped = gzipSync(bodyOf([event('2'), event('x', { country: 'x' })]));
    const some = await served(post(key, zipped, { 'content-encoding': 'gzip' }), context);
    expect([some.statusCode, JSON.parse(some.body!).accepted]).toEqual([207, 1]);
    expect(stream.records).toHaveLength(2);
  });

  test('answers 500 to what nobody expected, and tells neither the client nor the log its words', async () => {
    const { around, logged } = noting();
    const broken = async () => Promise.reject(new Error('anna@example.com'));
    const served = gatewayLambda('collect', async () => throughGateway(broken), around);
    const answer = await served(post('k', '{}'), context);
    expect([answer.statusCode, JSON.parse(answer.body!).code]).toEqual([500, 'internal_error']);
    expect(logged).toMatchObject([{ level: 'error', event: 'function_failed', name: 'Error' }]);
    expect(JSON.stringify([answer, logged])).not.toContain('anna');
  });

  test('answers 503 while it cannot be wired, says why in the log, and tries again with every call', async () => {
    const { around, logged } = noting();
    const { handler, key } = await collecting();
    let settled = false;
    let wirings = 0;
    const wire = async (): Promise<GatewayFunction> => {
      wirings += 1;
      if (!settled) throw new Error('collect lacks the settings STREAM_NAME');
      return throughGateway(handler);
    };
    const served = gatewayLambda('collect', wire, around);
    const refused = await served(post(key, bodyOf([event('1')])), context);
    expect(refused).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(logged.at(-1)).toMatchObject({
      event: 'function_not_ready',
      reason: 'collect lacks the settings STREAM_NAME',
    });
    settled = true;
    expect((await served(post(key, bodyOf([event('1')])), context)).statusCode).toBe(201);
    const before = wirings;
    await served(post(key, bodyOf([event('2')])), context);
    expect(wirings).toBe(before);
  });
});

describe('behind an edge', () => {
  const answered: GatewayFunction = async () => ({ statusCode: 200 });
  const withHeader = (headers: Record<string, string>) => gatewayEvent('GET', '/api/games', { headers });

  test('a request without the edge’s header, or with another, is refused and counted', async () => {
    const { around, measured } = noting();
    const served = behindEdge(answered, { secret: async () => 's3cret', measure: around.recorder!.measure });
    const statuses = [];
    for (const headers of [{}, { 'x-playlake-edge': 's3cre' }, { 'x-playlake-edge': 's3cret' }] as Record<
      string,
      string
    >[])
      statuses.push((await served(withHeader(headers), context)).statusCode);
    expect(statuses).toEqual([403, 403, 200]);
    expect(measured).toEqual([
      ['edge_bypassed', 1],
      ['edge_bypassed', 1],
    ]);
  });

  test('health is answered without the header, which Route 53 cannot send; nothing beside it is', async () => {
    const { measure } = noting().around.recorder!;
    const served = behindEdge(answered, { secret: async () => 's3cret', measure });
    const statusOf = async (method: string, path: string) =>
      (await served(gatewayEvent(method, path), context)).statusCode;
    expect(await statusOf('GET', '/health')).toBe(200);
    expect(await statusOf('POST', '/health')).toBe(403);
    expect(await statusOf('GET', '/health/x')).toBe(403);
  });

  test('nothing is served while the secret is missing; without an edge everything is', async () => {
    const { around, logged } = noting();
    const secrets = memorySecrets();
    const { measure } = around.recorder!;
    const guarded = behindEdge(answered, { secret: () => secrets.get('edge'), measure });
    const served = gatewayLambda('api', async () => guarded, around);
    expect((await served(withHeader({ 'x-playlake-edge': '' }), context)).statusCode).toBe(503);
    expect(logged.at(-1)).toMatchObject({ reason: 'the edge’s secret has no value: deploy the edge again' });
    await secrets.create('edge', 's3cret');
    expect((await served(withHeader({ 'x-playlake-edge': 's3cret' }), context)).statusCode).toBe(200);
    expect((await behindEdge(answered, { measure })(withHeader({}), context)).statusCode).toBe(200);
  });
});

describe('consumers of the stream', () => {
  const GARBAGE = recordOf(1, Buffer.from('not a delivery'));
  const batch = [recordOf(0, deliveryOf('d0', [event('a')])), GARBAGE, recordOf(2, deliveryOf('d2', [event('b')]))];

  test('transform names a poison record of a Kinesis batch to the mapping, and writes all else', async () => {
    const objects = memoryObjects();
    const { around, measured, flushes } = noting();
    const { measure } = around.recorder!;
    const served = lambda('transform', async () => streamFunction(transform({ objects, measure })), around);
    expect(await served(kinesisEvent(batch), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: kinesisSequence(1) }],
    });
    const key = `bronze/events/arrival=2026-03-01-10/local-shardId-000000000001-${kinesisSequence(0)}-${kinesisSequence(2)}.parquet`;
    expect([...objects.objects.keys()]).toEqual([key]);
    const rows = await rowsOf(objects.objects.get(key)!);
    expect(rows.map(({ event_id, shard, sequence }) => [event_id, shard, sequence])).toEqual([
      ['a', 'shardId-000000000001', kinesisSequence(0)],
      ['b', 'shardId-000000000001', kinesisSequence(2)],
    ]);
    expect(measured).toContainEqual(['records_undecodable', 1]);
    expect(flushes()).toBe(1);
  });

  test('transform names a poison record of MSK by partition and offset', async () => {
    const objects = memoryObjects();
    const served = lambda('transform', async () => streamFunction(transform({ objects })), noting().around);
    expect(await served(mskEvent(batch), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: { partition: 'events-2', offset: 11 } }],
    });
    const [body] = [...objects.objects.values()];
    expect((await rowsOf(body!)).map(({ shard, sequence }) => [shard, Number(sequence)])).toEqual([
      ['events-2', 10],
      ['events-2', 12],
    ]);
  });

  test('live counts what either stream brings, once', async () => {
    const clock = memoryClock();
    const keyValue = memoryKeyValue(clock);
    const served = lambda('live', async () => streamFunction(live({ keyValue, clock })), noting().around);
    for (const given of [kinesisEvent(batch), mskEvent(batch)])
      expect(await served(given, context)).toEqual({ batchItemFailures: [] });
    expect(await keyValue.query('received#g')).toMatchObject([{ value: { events: 2, deliveries: 2 } }]);
  });

  test('a failure is logged and thrown, so that the mapping tries again; what was measured is written all the same', async () => {
    const { around, logged, flushes } = noting();
    const objects = { ...memoryObjects(), put: () => Promise.reject(new Error('SlowDown')) };
    const served = lambda('transform', async () => streamFunction(transform({ objects })), around);
    await expect(served(kinesisEvent(batch), context)).rejects.toThrow('SlowDown');
    expect(logged).toMatchObject([{ event: 'function_failed', reason: 'SlowDown' }]);
    expect(flushes()).toBe(1);
  });
});

describe('register', () => {
  const created = (bucket: string, key: string) => ({
    version: '0',
    id: '2ee9cc15-d022-99ea-1fb8-1b1bac4850f9',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '123456789012',
    time: '2026-03-01T10:00:00Z',
    region: 'eu-west-1',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size: 5, etag: 'e', sequencer: '0' },
      reason: 'PutObject',
    },
  });
  const served = (keyValue = memoryKeyValue()) =>
    lambda(
      'register',
      async () =>
        objectCreated(
          register({ keyValue, clock: memoryClock() }),
          zoneOfBucket({ ZONE_BUCKETS: 'playlake-dev-{zone}-123456789012-eu-west-1' }),
        ),
      noting().around,
    );

  test('notes the object under the zone of its bucket', async () => {
    const keyValue = memoryKeyValue();
    const key = 'events/arrival=2026-03-01-10/eu-west-1-shardId-000000000001-1-2.parquet';
    await served(keyValue)(created('playlake-dev-late-123456789012-eu-west-1', key), context);
    expect(await keyValue.query('register#unmerged')).toMatchObject([
      { sort: `late/${key}`, value: { zone: 'late', size: 5 } },
    ]);
  });

  test('refuses an object of another bucket', () =>
    expect(served()(created('playlake-dev-silver-123456789012-eu-west-1', 'a'), context)).rejects.toThrow(
      'bucket playlake-dev-silver-123456789012-eu-west-1 is of no zone',
    ));
});
