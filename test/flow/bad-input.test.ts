import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peakMemory, storedEvents } from './aftermath.ts';
import type { Answered, Ask, Body } from './asking.ts';
import { ask, converse, hangUp, onTheWire } from './asking.ts';
import { badEvents, noEvents, PLANTED } from './bad-events.ts';
import { badRequests } from './bad-requests.ts';
import type { RunningServer } from './running-server.ts';
import { accounting, createGame, lakeDirectory, startServer } from './running-server.ts';

/** Far above what the server needs, far below what a bomb unpacks to. */
const MEMORY = 900 * 1024 * 1024;
const PROBLEM = 'application/problem+json';

let lake: Awaited<ReturnType<typeof lakeDirectory>>;
let server: RunningServer;
const keys: Record<string, string> = {};
/** Every answer for which the stream keeps events: silver and the zones beside it have to hold exactly these. */
const kept: Body[] = [];
let made = 0;

beforeAll(async () => {
  lake = await lakeDirectory();
  server = await startServer(lake.dir);
  const key = await createGame(server, 'g', ['events']);
  const keyOf = (scope: string) => server.api('POST', '/api/games/g/keys', { name: scope, scopes: [scope] });
  const [history, revoked] = [await keyOf('history'), await keyOf('events')];
  await server.api('DELETE', `/api/games/g/keys/${revoked.key_id}`);
  const changed = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
  Object.assign(keys, { key, changed, history: history.key, revoked: revoked.key });
});
afterAll(() => lake.remove());

/** Sends a request with its keys filled in. */
async function send({ headers = { authorization: 'Bearer {key}' }, ...rest }: Ask): Promise<Answered> {
  const filled = Object.entries(headers).map(([name, value]) => [
    name,
    value.replace(/\{(\w+)\}/, (_, key) => keys[key]!),
  ]);
  const answer = await ask(server, { ...rest, headers: Object.fromEntries(filled) });
  if (answer.body.delivery_id) kept.push(answer.body);
  return answer;
}

const event = (change = '"properties": {"score": 1}') =>
  `{"event_id": "e${made++}", "event_type": "match_end", "player_id": "anna", "client_time": "${new Date().toISOString()}", ${change}}`;
const between = (bad: string) => `{"events": [${event()}, ${bad}, ${event()}]}`;

describe('a request is refused whole for', () => {
  for (const [name, asked, status, code] of badRequests)
    test(name, async () => {
      const answer = await send(asked);
      expect([answer.status, answer.type, answer.body.code]).toEqual([status, PROBLEM, code]);
    });
});

describe('among good neighbours, which are accepted, an event is refused for', () => {
  const rows = [
    ...badEvents.map(([name, change, code]) => ({ name, bad: () => event(change), code })),
    ...noEvents.map(([name, json]) => ({ name: `being ${name}`, bad: () => json, code: 'not_an_object' })),
  ];
  for (const { name, bad, code } of rows.filter(row => row.code !== undefined))
    test(`${name}: ${code}`, async () => {
      const { status, type, body } = await send({ body: between(bad()) });
      expect([status, type]).toEqual([207, 'application/json']);
      expect(body.results?.map(result => result.code)).toEqual([undefined, code, undefined]);
    });

  test('nothing when it is merely odd', async () => {
    for (const { bad } of rows.filter(row => row.code === undefined))
      expect(await send({ body: between(bad()) })).toMatchObject({ status: 201, type: 'application/json' });
  });
});

test('a request of nothing but bad events is answered 400, one by one', async () => {
  const { status, type, body } = await send({ body: `{"events": [${Array(500).fill('null').join()}]}` });
  expect([status, type, body.results?.length]).toEqual([400, 'application/json', 500]);
});

test('a body may begin with a byte order mark', async () =>
  expect(await send({ body: `\ufeff{"events": [${event()}]}` })).toMatchObject({ status: 201 }));

test('clients that hang up in the middle of a body are forgotten', async () => {
  const whole = onTheWire({ body: `{"events": [${event()}]}`, headers: { authorization: `Bearer ${keys.key}` } });
  for (const cut of [1, 40, 200]) await hangUp(server, whole.slice(0, -cut));
  const pieces = whole
    .replace(/content-length: \d+/, 'transfer-encoding: chunked')
    .replace('\r\n\r\n', '\r\n\r\nfff\r\n');
  await hangUp(server, pieces);
});

test('requests in one breath are answered in their order, the bad ones too', async () => {
  const authorization = `Bearer ${keys.key}`;
  const said = await converse(
    server,
    [
      onTheWire({ body: between(event('"client_time": 0')), headers: { authorization } }),
      onTheWire({ body: PLANTED, headers: { authorization } }),
      onTheWire({ method: 'GET', path: '/health' }),
      onTheWire({ body: `{"events": [${event()}]}`, headers: { authorization, connection: 'close' } }),
    ].join(''),
  );
  expect([...said.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual(['207', '400', '200', '201']);
  for (const [body] of said.matchAll(/^\{"delivery_id".*$/gm)) kept.push(JSON.parse(body));
});

test('what follows a body that is too long is no request', async () => {
  const inner = onTheWire({ body: `{"events": [${event()}]}`, headers: { authorization: `Bearer ${keys.key}` } });
  const length = String(3 * 1024 * 1024);
  const said = await converse(
    server,
    onTheWire({ body: inner.padEnd(Number(length)), headers: { 'content-length': length } }),
  );
  expect([...said.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual(['413']);
});

describe('after all that', () => {
  test('the same process answers, and has kept its memory', async () => {
    expect(JSON.parse(readFileSync(join(lake.dir, 'server.json'), 'utf8')).pid).toBe(server.pid);
    expect(await ask(server, { method: 'GET', path: '/health' })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
    expect(peakMemory(server.pid)).toBeLessThan(MEMORY);
  });

  test('silver holds what was accepted once each, the zones beside it what was refused, and nothing else', async () => {
    await server.api('POST', '/api/operations/refine', {});
    const total = await accounting(server, 'g');
    expect(await server.stop()).toBe(0);
    const results = kept.flatMap(({ delivery_id, results = [] }) =>
      results.map(result => ({ ...result, delivery_id })),
    );
    const wanted = results.map(({ delivery_id, index, code }) => `${delivery_id} ${index} ${code ?? 'silver'}`);
    expect(wanted.length).toBeGreaterThan(600);
    expect(await storedEvents(lake.dir)).toEqual(wanted.sort());
    expect(total).toMatchObject({ received: wanted.length, duplicate: 0, failed: 0, difference: 0 });
  });

  test('nothing of what was sent is in the log, which names no error', () => {
    expect(server.output()).toContain('Playlake is running');
    expect(server.output()).not.toContain(PLANTED);
    expect(server.output()).not.toContain('"level":"error"');
    for (const key of Object.values(keys)) expect(server.output()).not.toContain(key);
  });
});
