import { expect, test } from '@jest/globals';
import { apiLake } from './lake.ts';

test('a game is created, listed, and gets a key that is shown once', async () => {
  const { call, games } = await apiLake();
  const created = await call('POST', '/api/games', {
    body: { id: 'space', name: 'Space', reporting_offset_minutes: 420 },
  });
  expect(created).toMatchObject({ status: 201, body: { id: 'space', name: 'Space', reporting_offset_minutes: 420 } });
  const made = await call('POST', '/api/games/space/keys', { body: { name: 'client' } });
  expect(made.status).toBe(201);
  const key = String(made.body.key);
  expect(await games.authenticate(key)).toMatchObject({ game: 'space', scopes: ['events'] });
  const listed = await call('GET', '/api/games/space/keys');
  expect(listed.body.keys).toMatchObject([
    { key_id: made.body.key_id, name: 'client', scopes: ['events'], revoked_at: null },
  ]);
  expect(JSON.stringify(listed.body)).not.toContain(key);
});

test('a revoked key is refused and listed as revoked', async () => {
  const { call, games } = await apiLake();
  const { body } = await call('POST', '/api/games/demo/keys', {
    body: { name: 'client', scopes: ['events', 'history'] },
  });
  expect((await call('DELETE', `/api/games/demo/keys/${body.key_id}`)).status).toBe(204);
  expect(await games.authenticate(String(body.key))).toBeUndefined();
  expect((await call('GET', '/api/games/demo/keys')).body.keys).toMatchObject([
    { revoked_at: '2026-03-10T12:00:00.000Z' },
  ]);
});

test('lists come in pages, and every entry is on exactly one', async () => {
  const { call, games } = await apiLake();
  for (const id of ['a', 'b', 'c', 'd']) await games.createGame({ id, name: id });
  const seen: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 10; pages++) {
    const { body } = await call('GET', `/api/games?limit=2${cursor}`);
    seen.push(...(body.games as { id: string }[]).map(({ id }) => id));
    if (body.next_cursor === null) break;
    cursor = `&cursor=${body.next_cursor}`;
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'demo']);
});

test('the catalogue names every column of the daily metrics and the retention of seven days in three kinds', async () => {
  const { call } = await apiLake();
  const { body } = await call('GET', '/api/dashboard/metrics');
  const metrics = body.metrics as { id: string; unit: string; definition: string; formula: string }[];
  const ids = metrics.map(({ id }) => id);
  for (const id of [
    'dau',
    'wau',
    'mau',
    'stickiness',
    'arpdau',
    'arppu',
    'refund_usd',
    'retention_d1',
    'retention_rolling_d30',
    'retention_bracket_d7',
  ])
    expect(ids).toContain(id);
  expect(ids).toHaveLength(18 + 21);
  for (const metric of metrics)
    for (const text of [metric.unit, metric.definition, metric.formula]) expect(text).not.toBe('');
});
