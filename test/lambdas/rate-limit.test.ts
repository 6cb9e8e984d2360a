import { describe, expect, test } from '@jest/globals';
import { takeTokens } from '../../core/token-bucket.ts';
import { bodyOf, collecting, event } from './collecting.ts';

const batch = (size: number) => bodyOf(Array.from({ length: size }, (_, index) => event(`e${index}`)));

describe('a game that may send 10 events per second', () => {
  const limited = () => collecting(undefined, { events_per_second: 10 });

  test('sends 10 at once and then waits, its refused events not being kept', async () => {
    const { post, stream } = await limited();
    expect((await post(batch(10))).status).toBe(201);
    const refused = await post(batch(5));
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'over_rate', '1']);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(stream.records).toHaveLength(1);
  });

  test('sends again once the bucket has filled: 5 tokens in half a second', async () => {
    const { post, clock } = await limited();
    await post(batch(10));
    clock.advance(499);
    expect((await post(batch(5))).status).toBe(429);
    clock.advance(1);
    expect((await post(batch(5))).status).toBe(201);
    expect((await post(batch(1))).status).toBe(429);
  });

  test('saves nothing up beyond a second', async () => {
    const { post, clock } = await limited();
    await post(batch(10));
    clock.advance(60_000);
    expect((await post(batch(10))).status).toBe(201);
    expect((await post(batch(1))).status).toBe(429);
  });

  test('gets a large request through when the bucket is full, and pays for it after', async () => {
    const { post, clock } = await limited();
    expect((await post(batch(40))).status).toBe(201);
    const refused = await post(batch(1));
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '4']);
    clock.advance(3099);
    expect((await post(batch(1))).status).toBe(429);
    clock.advance(1);
    expect((await post(batch(1))).status).toBe(201);
  });

  test('shares its limit with no other game', async () => {
    const { post, games } = await limited();
    await games.createGame({ id: 'other', name: 'Other', events_per_second: 10 });
    const { key } = await games.createKey('other', { name: 'client', scopes: ['events'] });
    await post(batch(10));
    expect((await post(batch(10), { authorization: `Bearer ${key}` })).status).toBe(201);
  });

  test('is charged for every event it sends, but not for a request that is refused before', async () => {
    const { post } = await limited();
    for (let times = 0; times < 5; times++) expect((await post('{')).status).toBe(400);
    expect((await post(bodyOf(Array(10).fill(null)))).status).toBe(400);
    expect((await post(batch(1))).status).toBe(429);
  });
});

test('a game without a limit is never told to wait', async () => {
  const { post } = await collecting();
  for (let times = 0; times < 5; times++) expect((await post(batch(500))).status).toBe(201);
});

test('a bucket takes no harm from a clock that goes back', () => {
  const settings = { per_second: 10, capacity: 10 };
  const { bucket } = takeTokens(undefined, { tokens: 4, now: 10_000, settings });
  expect(takeTokens(bucket, { tokens: 6, now: 5000, settings })).toEqual({
    bucket: { tokens: 0, at: 5000 },
    wait_seconds: 0,
  });
});
