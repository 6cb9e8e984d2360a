import { describe, expect, test } from '@jest/globals';
import { routes } from '../../lambdas/api/routes.ts';
import { apiLake, publishCohort, publishDay } from './lake.ts';

/** A lake in which every example of the table has something to answer. */
async function exampleLake() {
  const lake = await apiLake();
  await publishDay(lake.keyValue, { date: '2026-03-01', dau: 3, mau: 3 });
  await publishDay(lake.keyValue, { date: '2026-03-01', dimension: 'platform', of: 'ios', dau: 3 });
  await publishCohort(lake.keyValue, '2026-03-01', { size: 3, players: [3, 1, null] });
  return lake;
}

describe('the example of every route answers as its schema says', () => {
  for (const route of routes)
    test(`${route.method} ${route.path}`, async () => {
      const { call, games } = await exampleLake();
      const { key_id } = await games.createKey('demo', { name: 'k', scopes: ['events'] });
      const path = route.example.path.replace('0a1b2c3d4e5f', key_id);
      const { status, body } = await call(route.method, path, { body: route.example.body });
      expect(Object.keys(route.answers)).toContain(String(status));
      const schema = route.answers[status];
      if (schema) expect(schema.safeParse(body).error?.issues).toBeUndefined();
      else expect(body).toEqual({});
    });
});

describe('who may call', () => {
  for (const route of routes.filter(({ role }) => role !== 'public'))
    test(`${route.method} ${route.path} needs a token, and the right one`, async () => {
      const { call } = await apiLake();
      for (const token of [null, 'another-token', '']) {
        const { status, headers, body } = await call(route.method, route.example.path, {
          body: route.example.body,
          token,
        });
        expect([status, body.code]).toEqual([401, 'unauthorized']);
        expect(headers['content-type']).toBe('application/problem+json');
      }
    });

  test('health needs none', async () => {
    const { call } = await apiLake();
    expect(await call('GET', '/health', { token: null })).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test('a viewer reads numbers and changes nothing', async () => {
    const { call } = await apiLake({ authorize: async () => ({ name: 'v', role: 'viewer' }) });
    expect((await call('GET', '/api/games')).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/api/games'],
      ['GET', '/api/games/demo/keys'],
      ['POST', '/api/operations/refine'],
      ['POST', '/api/sql'],
    ] as const)
      expect((await call(method, path, { body: {} })).body.code).toBe('forbidden');
  });
});

describe('bad requests are answered with what to do', () => {
  const range = (rest: string) => `/api/dashboard/metrics/dau?game=demo${rest}`;
  const cases: [name: string, method: string, path: string, status: number, code: string, body?: string][] = [
    ['an unknown path', 'GET', '/api/nothing', 404, 'not_found'],
    ['a known path with the wrong method', 'DELETE', '/api/games', 405, 'method_not_allowed'],
    ['a known path with a method no route has', 'TRACE', '/api/games', 405, 'method_not_allowed'],
    ['an unknown path with a method no route has', 'QUERY', '/api/nothing', 404, 'not_found'],
    ['a body that is no JSON', 'POST', '/api/games', 400, 'invalid_json', '{"id":'],
    ['no body', 'POST', '/api/games', 400, 'invalid_request'],
    ['a list for a body', 'POST', '/api/games', 400, 'invalid_request', '[]'],
    ['a name nobody knows', 'POST', '/api/games', 400, 'invalid_request', '{"id":"a","name":"A","colour":"red"}'],
    [
      '__proto__ as a name',
      'POST',
      '/api/games',
      400,
      'invalid_request',
      '{"id":"a","name":"A","__proto__":{"id":"b"}}',
    ],
    ['a game id with a slash', 'POST', '/api/games', 400, 'invalid_game', '{"id":"a/b","name":"A"}'],
    ['a game that exists', 'POST', '/api/games', 409, 'game_exists', '{"id":"demo","name":"A"}'],
    ['keys of an unknown game', 'GET', '/api/games/other/keys', 404, 'unknown_game'],
    ['an unknown key', 'DELETE', '/api/games/demo/keys/0a1b2c3d4e5f', 404, 'unknown_key'],
    ['an unknown scope', 'POST', '/api/games/demo/keys', 400, 'invalid_request', '{"name":"k","scopes":["all"]}'],
    ['a broken escape in the path', 'GET', '/api/games/%zz/keys', 400, 'bad_path'],
    ['an unknown metric', 'GET', '/api/dashboard/metrics/vibes?game=demo', 404, 'unknown_metric'],
    ['an unknown game', 'GET', '/api/dashboard/metrics/dau?game=other', 404, 'unknown_game'],
    ['no game', 'GET', '/api/dashboard/metrics/dau', 400, 'invalid_request'],
    ['a date in words', 'GET', range('&from=yesterday'), 400, 'invalid_request'],
    ['a date that does not exist', 'GET', range('&from=2026-02-30'), 400, 'invalid_request'],
    ['from after to', 'GET', range('&from=2026-03-02&to=2026-03-01'), 400, 'from_after_to'],
    ['801 days', 'GET', range('&from=2024-01-01&to=2026-03-11'), 400, 'range_too_long'],
    ['a breakdown nobody knows', 'GET', range('&by=colour'), 400, 'invalid_request'],
    [
      'a breakdown of retention',
      'GET',
      '/api/dashboard/metrics/retention_d1?game=demo&by=country',
      400,
      'no_such_dimension',
    ],
    ['an unknown kind of retention', 'GET', '/api/dashboard/retention?game=demo&kind=weekly', 400, 'invalid_request'],
    ['a misspelt parameter', 'GET', range('&form=2026-03-01'), 400, 'invalid_request'],
    ['a cursor nobody gave', 'GET', '/api/games?cursor=%21%21', 400, 'bad_cursor'],
    ['a page of 0', 'GET', '/api/games?limit=0', 400, 'invalid_request'],
    ['an empty statement', 'POST', '/api/sql', 400, 'invalid_request', '{"sql":""}'],
  ];
  for (const [name, method, path, status, code, raw] of cases)
    test(name, async () => {
      const { call } = await apiLake();
      const answer = await call(method, path, raw === undefined ? {} : { raw });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.body.detail).toMatch(/\w+/);
    });

  test('800 days are not too many', async () => {
    const { call } = await apiLake();
    expect((await call('GET', range('&from=2024-01-01&to=2026-03-10'))).status).toBe(200);
  });

  test('what was wrong is named by pointer', async () => {
    const { call } = await apiLake();
    const { body } = await call('GET', range('&from=2026-02-30'));
    expect(body.errors).toEqual([
      { pointer: '/query/from', message: 'this day does not exist: write one that does, like 2026-02-28' },
    ]);
  });

  test('a wrong method is told the right ones', async () => {
    const { call } = await apiLake();
    expect((await call('PUT', '/api/games/demo/keys')).headers.allow).toBe('GET, POST');
  });
});

test('a run that goes on while its caller waited is answered with 202', async () => {
  const { call } = await apiLake({ refine: async () => ({ run_id: 'r', status: 'running' }) });
  const { status, body } = await call('POST', '/api/operations/refine');
  expect([status, body]).toEqual([202, { run_id: 'r', status: 'running' }]);
});

test('an error nobody expected is logged by place and answered by id, its words are in neither', async () => {
  const secret = 'row of anna@example.com is broken';
  const { call, logged } = await apiLake({ refine: () => Promise.reject(new Error(secret)) });
  const { status, body } = await call('POST', '/api/operations/refine');
  expect([status, body.code]).toEqual([500, 'internal_error']);
  expect(logged).toHaveLength(1);
  expect(String(body.detail)).toContain(String(logged[0]!.error_id));
  expect(JSON.stringify([body, logged])).not.toContain('anna');
});
