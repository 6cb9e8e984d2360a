import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { bootstrap, deploy } from '../../localstack/deploy.ts';
import { deployedIn, eventually } from './deployed.ts';
import { emulatorFor } from './emulator.ts';
import { without } from './grants.ts';
import { signedIn } from './people.ts';
import { callApi, edgeOf, invoke, runWorkflow } from './services.ts';

jest.setTimeout(10 * 60_000);

/** Longer than a mapping takes to bring what it can. */
const A_WHILE_MS = 4000;
const emulator = await emulatorFor('least privilege', { enforced: true });

if (emulator)
  describe('where roles are enforced, every function does its work with its own role', () => {
    const home = deployedIn('us-east-1', emulator);
    let admin: Record<string, string>;
    let edge: Record<string, string>;
    let key: string;

    // the emulator's gateway cannot ask for the keys of tokens over TLS, so the API is called as the gateway would call it
    const post = (path: string, body: object) => callApi(home, { method: 'POST', path, headers: admin, body });
    const newKey = async (game: string): Promise<string> =>
      (await post(`/api/games/${game}/keys`, { name: 'client', scopes: ['events'] })).body.key;
    const send = async (event_id: string, write_key = key) => {
      const body = JSON.stringify({ events: [{ ...EVENT, event_id, client_time: new Date().toISOString() }] });
      return (
        await home.ask({
          method: 'POST',
          path: '/v1/events',
          headers: { ...edge, authorization: `Bearer ${write_key}` },
          body,
        })
      ).status;
    };
    const stored = async () => (await Array.fromAsync(home.objects.list('bronze/'))).map(object => object.key);
    const received = async () =>
      (await home.keyValue.query('received#space')).reduce(
        (sum, { value }) => sum + (value as { events: number }).events,
        0,
      );
    const registered = async () => (await home.keyValue.query('register#unmerged')).map(({ sort }) => sort);

    beforeAll(async () => {
      await bootstrap(emulator);
      await deploy(emulator);
      const [pool = ''] = await home.physicalIds('api', 'AWS::Cognito::UserPool');
      const [client = ''] = await home.physicalIds('api', 'AWS::Cognito::UserPoolClient');
      edge = await edgeOf(home);
      admin = {
        ...edge,
        authorization: `Bearer ${await signedIn({ settings: home.settings, pool, client }, 'admin')}`,
      };
    });

    test('refine plans, and its workflow may call it', async () => {
      expect(await runWorkflow(home)).toMatchObject({ status: 'SUCCEEDED' });
    });

    // before anything arrives: what refine would then ask of Athena, the emulator does not have
    test('refine without the grant to write cannot even plan', async () => {
      const plan = () => invoke(home, { name: 'refine', event: { step: 'plan', run_id: 'first' } });
      expect(await without(home, { of: 'refine', action: 'dynamodb:PutItem' }, plan)).toMatchObject({ failed: true });
      expect(await plan()).toMatchObject({ failed: false });
    });

    test('api makes games and keys, collect takes events, transform, live and register do theirs', async () => {
      expect((await post('/api/games', { id: 'space', name: 'Space' })).status).toBe(201);
      key = await newKey('space');
      expect(await send('1')).toBe(201);
      const objects = await eventually(stored, keys => keys.length === 1);
      expect(await eventually(received, count => count > 0)).toBe(1);
      expect(await eventually(registered, keys => keys.length > 0)).toEqual(objects);
    });

    test('collect without the grant to put records keeps nothing and says so', async () => {
      expect(
        await without(home, { of: 'collect', action: 'kinesis:PutRecords' }, () => send('2')),
      ).toBeGreaterThanOrEqual(500);
      expect(await send('2')).toBe(201);
    });

    test('collect without the grant to read keys knows no new key', async () => {
      const fresh = await newKey('space');
      expect(await without(home, { of: 'collect', action: 'dynamodb:GetItem' }, () => send('3', fresh))).toBe(500);
      expect(await send('3', fresh)).toBe(201);
    });

    test('collect without the grant to read secrets takes no events of a new game', async () => {
      await post('/api/games', { id: 'other', name: 'Other' });
      const other = await newKey('other');
      expect(
        await without(home, { of: 'collect', action: 'secretsmanager:GetSecretValue' }, () => send('4', other)),
      ).toBe(500);
      expect(await send('4', other)).toBe(201);
    });

    test('api without the grant to create secrets makes no game', async () => {
      const make = () => post('/api/games', { id: 'third', name: 'Third' });
      expect((await without(home, { of: 'api', action: 'secretsmanager:CreateSecret' }, make)).status).toBe(500);
      expect((await make()).status).toBe(201);
    });

    test('transform without the grant to put objects writes none, and loses none', async () => {
      const before = (await eventually(stored, keys => keys.length >= 4)).length;
      await without(home, { of: 'transform', action: 's3:PutObject' }, async () => {
        expect(await send('5')).toBe(201);
        await setTimeout(A_WHILE_MS);
        expect(await stored()).toHaveLength(before);
      });
      await eventually(stored, keys => keys.length > before);
    });

    test('live without the grant to write counts nothing, and counts it later', async () => {
      const before = await eventually(received, count => count === 4);
      await without(home, { of: 'live', action: 'dynamodb:UpdateItem' }, async () => {
        expect(await send('6')).toBe(201);
        await setTimeout(A_WHILE_MS);
        expect(await received()).toBe(before);
      });
      expect(await eventually(received, count => count > before)).toBe(before + 1);
    });

    test('register without the grant to write notes nothing', async () => {
      await eventually(
        async () => (await registered()).length - (await stored()).length,
        difference => difference === 0,
      );
      await without(home, { of: 'register', action: 'dynamodb:PutItem' }, async () => {
        const before = (await stored()).length;
        await send('7');
        await eventually(stored, keys => keys.length > before);
        await setTimeout(A_WHILE_MS);
        expect(await registered()).toHaveLength(before);
      });
    });
  });

const EVENT = { event_type: 'match_end', player_id: 'anna-of-the-north' };
