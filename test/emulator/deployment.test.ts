import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { bootstrap, deploy, destroy } from '../../localstack/deploy.ts';
import { rowsOf } from '../lambdas/reading.ts';
import type { Deployed } from './deployed.ts';
import { deployedIn, eventually } from './deployed.ts';
import { putWhatIsDropped, replicateSecrets, takeBack } from './dropped.ts';
import { emulatorFor } from './emulator.ts';
import { leftIn } from './left.ts';
import { signedIn } from './people.ts';
import { edgeOf, runWorkflow } from './services.ts';

jest.setTimeout(15 * 60_000);

const emulator = await emulatorFor('deployment');

if (emulator)
  describe('the local environment, deployed as it is', () => {
    const home = deployedIn('us-east-1', emulator);
    const away = deployedIn('eu-west-1', emulator);
    const regions = [home, away];
    let admin: Record<string, string>;
    let writes: Record<string, string>;

    beforeAll(async () => {
      await bootstrap(emulator);
      await deploy(emulator);
      await putWhatIsDropped({ home, away });
    });

    test('every stack of both regions is there', async () => {
      for (const { region, stacks } of await Promise.all(regions.map(leftIn)))
        expect([region, stacks]).toEqual([
          region,
          expect.arrayContaining(['storage', 'stream', 'ingest', 'refine', 'api'].map(home.names.of)),
        ]);
    });

    test('the workflow of refine ends at once where nothing has arrived', async () => {
      expect(await runWorkflow(home)).toMatchObject({ status: 'SUCCEEDED' });
    });

    test('the API lets an administrator in, and nobody who came past the edge or has no token', async () => {
      const [pool = ''] = await home.physicalIds('api', 'AWS::Cognito::UserPool');
      const [client = ''] = await home.physicalIds('api', 'AWS::Cognito::UserPoolClient');
      const token = await signedIn({ settings: home.settings, pool, client }, 'admin');
      const edge = await edgeOf(home);
      admin = { ...edge, authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const games = (headers: Record<string, string>) => home.ask({ method: 'GET', path: '/api/games', headers });
      expect((await games(admin)).status).toBe(200);
      expect((await games(edge)).status).toBe(401);
      expect(await games({ authorization: `Bearer ${token}` })).toMatchObject({
        status: 403,
        body: { code: 'past_the_edge' },
      });
    });

    test('a game and a key are made through the gateway', async () => {
      const post = (path: string, body: object) =>
        home.ask({ method: 'POST', path, headers: admin, body: JSON.stringify(body) });
      expect((await post('/api/games', { id: 'space', name: 'Space' })).status).toBe(201);
      const made = await post('/api/games/space/keys', { name: 'client', scopes: ['events'] });
      expect(made.status).toBe(201);
      await replicateSecrets({ home, away });
      writes = { ...(await edgeOf(home)), authorization: `Bearer ${made.body.key}` };
    });

    test('events are answered one by one: native, gzip, and some bad', async () => {
      const plain = await send(home, [event('1'), event('2')]);
      expect([plain.status, plain.body]).toMatchObject([201, { accepted: 2, rejected: 0 }]);
      const zipped = await send(home, [event('3'), event('4', { properties: { score: 'many' } }), event('5')], {
        zipped: true,
      });
      expect([zipped.status, zipped.body]).toMatchObject([207, { accepted: 2, rejected: 1 }]);
      expect(zipped.body.results[1]).toMatchObject({
        event_id: '4',
        status: 'rejected',
        code: 'wrong_type',
        pointer: '/properties/score',
      });
      expect(
        (
          await home.ask({
            method: 'POST',
            path: '/v1/events',
            headers: { ...writes, authorization: 'Bearer none' },
            body: '{}',
          })
        ).status,
      ).toBe(401);
    });

    test('bronze and quarantine hold exactly these events, without a player’s name', async () => {
      const held = await eventually(
        () => heldBy(home),
        ({ bronze, quarantine }) => bronze.length === 4 && quarantine.length === 1,
      );
      expect(held.bronze.map(row => row.event_id).sort()).toEqual(['1', '2', '3', '5']);
      expect(held.quarantine).toMatchObject([{ event_id: '4', reason: 'wrong_type', pointer: '/properties/score' }]);
      for (const row of [...held.bronze, ...held.quarantine]) expect(row.player_key).toMatch(/^[0-9a-f]{64}$/);
      expect(
        JSON.stringify(Object.values(held), (_name, cell) => (typeof cell === 'bigint' ? String(cell) : cell)),
      ).not.toContain('anna');
    });

    test('the counters say what was received, and the register what waits for refine', async () => {
      const status = await eventually(
        () => home.ask({ method: 'GET', path: '/api/streaming/status?game=space', headers: admin }),
        ({ body }) => body.total?.received === 5,
      );
      expect(status.body.total).toMatchObject({ received: 5, silver: 0, difference: 5 });
      const stored = (await Array.fromAsync(home.objects.list(''))).map(({ key }) => key);
      await eventually(
        () => waiting(home),
        keys => keys.length === stored.length,
      );
      expect(await waiting(home)).toEqual(stored.toSorted());
    });

    test('the other region takes the same key, and each has the objects of both', async () => {
      const known = await eventually(
        () => send(away, [event('6')]),
        ({ status }) => status !== 401,
      );
      expect([known.status, known.body]).toMatchObject([201, { accepted: 1 }]);
      const six = ['1', '2', '3', '5', '6'];
      for (const place of regions) {
        const { bronze } = await eventually(
          () => heldBy(place),
          held => held.bronze.length === 5,
        );
        expect(bronze.map(row => row.event_id).sort()).toEqual(six);
        expect(new Set(bronze.map(row => `${row.player_key}`)).size).toBe(1);
      }
    });

    test('deploying again changes nothing', async () => {
      const said = await deploy(emulator);
      const stacks = said.match(/^(✅| ✅) .*$/gm) ?? [];
      expect(stacks.length).toBeGreaterThan(10);
      expect(stacks.filter(line => !line.includes('(no changes)'))).toEqual([]);
    });

    test('destroying leaves nothing', async () => {
      await takeBack({ home, away });
      await destroy(emulator);
      for (const left of await Promise.all(regions.map(leftIn)))
        expect(left).toEqual({
          region: left.region,
          stacks: [],
          buckets: [],
          tables: [],
          streams: [],
          functions: [],
          pools: [],
          secrets: [],
        });
    });

    async function send(place: Deployed, events: object[], { zipped = false } = {}) {
      const body = JSON.stringify({ sent_at: new Date().toISOString(), events });
      const headers = {
        ...writes,
        'content-type': 'application/octet-stream',
        ...(zipped && { 'content-encoding': 'gzip' }),
      };
      return place.ask({ method: 'POST', path: '/v1/events', headers, body: zipped ? gzipSync(body) : body });
    }
  });

const event = (event_id: string, rest: object = {}) => ({
  event_id,
  event_type: 'match_end',
  player_id: 'anna-of-the-north',
  client_time: new Date().toISOString(),
  properties: { score: 1 },
  ...rest,
});

/** Rows of every object of the zones that collect fills. */
async function heldBy({ objects }: Deployed) {
  const rows: Record<'bronze' | 'quarantine', Record<string, unknown>[]> = { bronze: [], quarantine: [] };
  for (const zone of ['bronze', 'quarantine'] as const)
    for await (const { key } of objects.list(`${zone}/`)) {
      const body = await objects.get(key);
      if (body) rows[zone].push(...(await rowsOf(body)));
    }
  return rows;
}

const waiting = async ({ keyValue }: Deployed): Promise<string[]> =>
  (await keyValue.query('register#unmerged')).map(({ sort }) => sort);
