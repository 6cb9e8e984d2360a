import { describe, expect, test } from '@jest/globals';
import type { Registry } from '../../lambdas/registry.ts';
import { environment } from './environment.ts';

describe('what cannot be done is refused by code', () => {
  const game = (change: Record<string, unknown>) => (games: Registry) =>
    games.createGame({ id: 'new', name: 'N', ...change });
  const key =
    (change: Record<string, unknown>, id = 'g') =>
    (games: Registry) =>
      games.createKey(id, { name: 'k', scopes: ['events'], ...change });
  const cases: [string, (games: Registry) => Promise<unknown>, string][] = [
    ['an empty id', game({ id: '' }), 'invalid_game'],
    ['an id of 64 characters', game({ id: 'x'.repeat(64) }), 'invalid_game'],
    ['an id that climbs out of its folder', game({ id: '../etc' }), 'invalid_game'],
    ['an id with a # in it', game({ id: 'a#b' }), 'invalid_game'],
    ['an id that is __proto__', game({ id: '__proto__' }), 'invalid_game'],
    ['a number for an id', game({ id: 7 }), 'invalid_game'],
    ['an id with a line break at its end', game({ id: 'a\n' }), 'invalid_game'],
    ['no name', game({ name: '' }), 'invalid_game'],
    ['a name of 129 characters', game({ name: 'x'.repeat(129) }), 'invalid_game'],
    ['an offset of half a minute', game({ reporting_offset_minutes: 0.5 }), 'invalid_game'],
    ['an offset beyond 14 hours', game({ reporting_offset_minutes: 841 }), 'invalid_game'],
    ['an offset that is no number', game({ reporting_offset_minutes: Number.NaN }), 'invalid_game'],
    ['no events per second', game({ events_per_second: 0 }), 'invalid_game'],
    ['a rate that is no number', game({ events_per_second: Number.NaN }), 'invalid_game'],
    ['a game that exists', game({ id: 'g' }), 'game_exists'],
    ['a key of an unknown game', key({}, 'other'), 'unknown_game'],
    ['a key of no scope', key({ scopes: [] }), 'invalid_key_request'],
    ['a key of an unknown scope', key({ scopes: ['events', 'admin'] }), 'invalid_key_request'],
    ['a key without a name', key({ name: '' }), 'invalid_key_request'],
    ['keys of an unknown game', games => games.keys('other'), 'unknown_game'],
    ['revoking an unknown key', games => games.revokeKey('g', 'aaaaaaaaaaaa'), 'unknown_key'],
    ['the secret of an unknown game', games => games.secret('other'), 'missing_secret'],
  ];
  for (const [name, attempt, code] of cases)
    test(`${name}: ${code}`, async () => {
      const { here } = await environment();
      await expect(attempt(here)).rejects.toMatchObject({ name: 'RegistryError', code });
    });

  test('a key of another game cannot be revoked from this one', async () => {
    const { here } = await environment();
    await here.createGame({ id: 'other', name: 'Other' });
    const { key, key_id } = await here.createKey('other', { name: 'k', scopes: ['events'] });
    await expect(here.revokeKey('g', key_id)).rejects.toMatchObject({ code: 'unknown_key' });
    expect(await here.authenticate(key)).toBeDefined();
  });
});
