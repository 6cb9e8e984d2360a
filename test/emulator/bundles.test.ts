import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { FunctionName } from '../../lambdas/functions.ts';
import { bucketOf, openKeyValue, openObjects } from '../../lambdas/wiring.ts';
import { bundleOf } from '../../lib/bundle.ts';
import { gatewayEvent } from '../lambdas/events.ts';
import { rowsOf } from '../lambdas/reading.ts';
import { emulatorFor } from './emulator.ts';
import { EDGE, makeLake } from './lake.ts';
import { readShards } from './read-stream.ts';

type Answer = { statusCode: number; body: string };
type Handler = (event: unknown, context: Context) => Promise<unknown>;

const emulator = await emulatorFor('bundles');

if (emulator)
  describe('bundles, told their settings, work over AWS’s own interfaces', () => {
    let lake: Awaited<ReturnType<typeof makeLake>>;
    let key: string;
    const handlers = new Map<FunctionName, Handler>();

    const call = async (name: FunctionName, event: unknown): Promise<unknown> => handlers.get(name)!(event, CONTEXT);
    const edge = { 'x-playlake-edge': EDGE };
    async function ask(method: string, path: string, body?: object) {
      const headers = { ...edge, authorization: `Bearer ${lake.token}`, 'content-type': 'application/json' };
      const request = gatewayEvent(method, path, { headers, ...(body && { body: JSON.stringify(body) }) });
      const { statusCode, body: answered } = (await call('api', request)) as Answer;
      return { status: statusCode, body: answered ? JSON.parse(answered) : {} };
    }

    beforeAll(async () => {
      lake = await makeLake(emulator);
      Object.assign(process.env, lake.told, {
        AWS_ENDPOINT_URL: emulator.endpoint,
        AWS_REGION: emulator.region,
        AWS_LAMBDA_FUNCTION_NAME: 'playlake-bundles-api',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      });
      for (const name of ['api', 'collect', 'transform', 'live', 'register', 'refine'] as const)
        handlers.set(name, (await import(join(process.cwd(), bundleOf(name), 'index.mjs'))).handler);
    });

    test('api lets an administrator in by the pool’s token, and makes a game and a key', async () => {
      expect(await call('api', gatewayEvent('GET', '/health'))).toMatchObject({ statusCode: 200 });
      expect(await call('api', gatewayEvent('GET', '/api/games'))).toMatchObject({ statusCode: 403 });
      expect(await call('api', gatewayEvent('GET', '/api/games', { headers: edge }))).toMatchObject({
        statusCode: 401,
      });
      expect((await ask('POST', '/api/games', { id: 'space', name: 'Space' })).status).toBe(201);
      const made = await ask('POST', '/api/games/space/keys', { name: 'client', scopes: ['events'] });
      expect(made.status).toBe(201);
      key = made.body.key;
    });

    test('collect answers per event, and the stream has the delivery', async () => {
      const event = (event_id: string, rest = {}) => ({
        event_id,
        event_type: 'match_end',
        player_id: 'anna',
        client_time: new Date().toISOString(),
        properties: { score: 1 },
        ...rest,
      });
      const body = gzipSync(JSON.stringify({ events: [event('1'), event('2'), event('3', { country: 'x' })] }));
      const headers = { ...edge, authorization: `Bearer ${key}`, 'content-encoding': 'gzip' };
      const answer = (await call('collect', gatewayEvent('POST', '/v1/events', { headers, body }))) as Answer;
      expect(answer.statusCode).toBe(207);
      expect(JSON.parse(answer.body)).toMatchObject({ accepted: 2, rejected: 1 });
      expect((await readShards(lake.kinesis, lake.stream)).flat()).toHaveLength(1);
    });

    test('transform writes the events, live counts them, register notes the objects', async () => {
      const Records = (await readShards(lake.kinesis, lake.stream)).flat();
      for (const name of ['transform', 'live'] as const)
        expect(await call(name, { Records })).toEqual({ batchItemFailures: [] });
      const objects = openObjects(lake.told);
      const keys = (await Array.fromAsync(objects.list(''))).map(object => object.key);
      expect(keys).toEqual([
        expect.stringMatching(/^bronze\/events\/arrival=/),
        expect.stringMatching(/^quarantine\/events\/arrival=/),
      ]);
      const rows = await rowsOf((await objects.get(keys[0]!))!);
      expect(rows.map(row => row.event_id)).toEqual(['1', '2']);
      for (const stored of keys) {
        const [zone = ''] = stored.split('/');
        const object = { key: stored.slice(zone.length + 1), size: 1 };
        await call('register', { detail: { bucket: { name: bucketOf(lake.told)(zone) }, object } });
      }
      const keyValue = openKeyValue(lake.told, { now: Date.now });
      expect((await keyValue.query('register#unmerged')).map(({ sort }) => sort)).toEqual(keys);
      expect(await keyValue.query('received#space')).toMatchObject([{ value: { events: 3, deliveries: 1 } }]);
    });

    test('api shows what was received, and does not know how far consumers are where no one measures', async () => {
      const { status, body } = await ask('GET', '/api/streaming/status');
      expect([status, body.code]).toEqual([400, 'invalid_request']);
      const request = gatewayEvent('GET', '/api/streaming/status', {
        headers: { ...edge, authorization: `Bearer ${lake.token}` },
      });
      const shown = (await call('api', { ...request, rawQueryString: 'game=space' })) as Answer;
      expect(JSON.parse(shown.body)).toMatchObject({
        total: { received: 3, difference: 3 },
        stages: [{ name: 'transform', lag_events: null }, { name: 'live' }],
      });
    });

    test('refine has a lease: while one run has it another finds nothing to do', async () => {
      const keyValue = openKeyValue(lake.told, { now: Date.now });
      await keyValue.write([
        {
          kind: 'put',
          partition: 'refine',
          sort: 'lease',
          value: { run_id: 'first' },
          expires_at: Date.now() + 60_000,
        },
      ]);
      expect(await call('refine', { step: 'plan', run_id: 'second' })).toMatchObject({ work: false, busy: true });
      await expect(call('refine', { step: 'merge', run_id: 'second' })).rejects.toThrow('another run has begun');
    });
  });

const CONTEXT = { functionName: 'playlake-bundles', awsRequestId: '1' } as Context;
