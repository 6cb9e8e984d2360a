import { describe, expect, test } from '@jest/globals';
import type { KeyValue } from '../../core/ports.ts';
import { registry } from '../../lambdas/registry.ts';
import { keyIdOf } from '../../lambdas/write-key.ts';
import { memoryClock, memoryKeyValue, memorySecrets } from '../memory-ports.ts';
import { environment } from './environment.ts';

const SECOND = 1000;

describe('a write key', () => {
  test('opens its own game with its own scopes, in every instance', async () => {
    const { here, there } = await environment();
    const { key, key_id } = await here.createKey('g', { name: 'client', scopes: ['events', 'events'] });
    for (const instance of [here, there])
      expect(await instance.authenticate(key)).toEqual({ game: 'g', scopes: ['events'], key_id });
  });

  test('is stored as its hash and shown never again', async () => {
    const { here, written } = await environment();
    const { key } = await here.createKey('g', { name: 'client', scopes: ['events'] });
    const secret = key.split('_')[2]!;
    expect(secret).toMatch(/^[0-9a-f]{40}$/);
    expect(written.join()).toContain(keyIdOf(key));
    expect(written.join()).not.toContain(secret);
    expect(JSON.stringify(await here.keys('g'))).not.toMatch(new RegExp(`${secret}|hash`));
  });

  test('differs from every other', async () => {
    const { here } = await environment();
    const keys = await Promise.all(
      Array.from({ length: 50 }, () => here.createKey('g', { name: 'k', scopes: ['events'] })),
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(50);
    expect((await here.keys('g')).length).toBe(50);
  });

  test('with a digit changed, cut, with a space, or in capitals opens nothing', async () => {
    const { here } = await environment();
    const { key } = await here.createKey('g', { name: 'client', scopes: ['events'] });
    const changed = key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a');
    for (const wrong of [
      changed,
      key.slice(0, -1),
      `${key}0`,
      `${key}\n`,
      ` ${key}`,
      key.toUpperCase(),
      '',
      'pk_',
      '__proto__',
    ])
      expect(await here.authenticate(wrong)).toBeUndefined();
  });

  test('of one id with the digits of another opens nothing, not even when the id is remembered', async () => {
    const { here } = await environment();
    const one = await here.createKey('g', { name: 'one', scopes: ['events'] });
    const two = await here.createKey('g', { name: 'two', scopes: ['events'] });
    await here.authenticate(one.key);
    expect(await here.authenticate(`pk_${one.key_id}_${two.key.split('_')[2]}`)).toBeUndefined();
  });
});

describe('a revoked key', () => {
  test('is refused at once where it was revoked, and everywhere within 60 seconds', async () => {
    const { here, there, clock } = await environment();
    const { key, key_id } = await here.createKey('g', { name: 'client', scopes: ['events'] });
    for (const instance of [here, there]) await instance.authenticate(key);
    await here.revokeKey('g', key_id);
    expect(await here.authenticate(key)).toBeUndefined();
    clock.advance(60 * SECOND);
    expect(await there.authenticate(key)).toBeUndefined();
  });

  test('stays refused in an instance that goes on being asked', async () => {
    const { here, there, clock } = await environment();
    const { key, key_id } = await here.createKey('g', { name: 'client', scopes: ['events'] });
    await here.revokeKey('g', key_id);
    for (let seconds = 0; seconds < 120; seconds += 10) {
      expect(await there.authenticate(key)).toBeUndefined();
      clock.advance(10 * SECOND);
    }
  });

  test('keeps the moment it was first revoked', async () => {
    const { here, clock } = await environment();
    const { key_id } = await here.createKey('g', { name: 'client', scopes: ['events'] });
    const revoked_at = clock.now();
    await here.revokeKey('g', key_id);
    clock.advance(SECOND);
    await here.revokeKey('g', key_id);
    expect(await here.keys('g')).toMatchObject([{ key_id, revoked_at }]);
  });
});

test('a key asked for before its store knew it works as soon as the store does', async () => {
  const clock = memoryClock();
  const store = memoryKeyValue(clock);
  let behind = true;
  const keyValue: KeyValue = { ...store, get: async key => (behind ? undefined : store.get(key)) };
  const secrets = memorySecrets();
  const made = registry({ keyValue: store, secrets, clock });
  await made.createGame({ id: 'g', name: 'G' });
  const { key } = await made.createKey('g', { name: 'client', scopes: ['events'] });
  const elsewhere = registry({ keyValue, secrets, clock });
  expect(await elsewhere.authenticate(key)).toBeUndefined();
  behind = false;
  expect(await elsewhere.authenticate(key)).toBeDefined();
});

describe('a game', () => {
  test('has one secret for all its life, whoever creates it again', async () => {
    const { here, there } = await environment();
    const secret = await here.secret('g');
    expect(secret).toMatchObject({ version: 1, key: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await expect(there.createGame({ id: 'g', name: 'Another' })).rejects.toMatchObject({ code: 'game_exists' });
    expect(await there.secret('g')).toEqual(secret);
    expect((await there.game('g'))?.name).toBe('G');
  });

  test('created twice at the same time is created once', async () => {
    const { here, there } = await environment();
    const tries = await Promise.allSettled([here, there].map(one => one.createGame({ id: 'twin', name: 'T' })));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('has a day of its own, UTC unless said otherwise', async () => {
    const { here } = await environment();
    await here.createGame({ id: 'jakarta', name: 'J', reporting_offset_minutes: 420 });
    const offsets = (await here.games()).map(({ id, reporting_offset_minutes }) => [id, reporting_offset_minutes]);
    expect(offsets).toEqual([
      ['g', 0],
      ['jakarta', 420],
    ]);
  });
});
