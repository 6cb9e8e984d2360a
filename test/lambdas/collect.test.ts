import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../core/delivery.ts';
import { decodeDelivery } from '../../core/delivery.ts';
import { limits } from '../../core/limits.ts';
import type { NewRecord } from '../../core/ports.ts';
import { memoryStream } from '../memory-ports.ts';
import { bodyOf, collecting, event } from './collecting.ts';

const BAD = event('bad', { properties: { score: 'high' } });

const deliveries = ({ records }: ReturnType<typeof memoryStream>): (Delivery | undefined)[] =>
  records.map(({ data }) => decodeDelivery(data));

describe('a request is answered', () => {
  const cases: [string, unknown[], number, number, number][] = [
    ['201 when all its events are accepted', [event('a'), event('b')], 201, 2, 0],
    ['207 when some are', [event('a'), BAD], 207, 1, 1],
    ['400 when none is', [BAD, null], 400, 0, 2],
  ];
  for (const [name, events, status, accepted, rejected] of cases)
    test(name, async () => {
      const { post } = await collecting();
      const answer = await post(bodyOf(events));
      expect(answer).toMatchObject({ status, body: { accepted, rejected } });
      expect(answer.headers['content-type']).toBe('application/json');
    });

  test('event by event, in the order sent, with the id that is stored', async () => {
    const { post } = await collecting();
    const { body } = await post(bodyOf([event('a'), BAD, event('anna@example.com'), null]));
    expect(body.results).toMatchObject([
      { index: 0, event_id: 'a', status: 'accepted' },
      { index: 1, event_id: 'bad', status: 'rejected', code: 'wrong_type', pointer: '/properties/score' },
      { index: 2, event_id: expect.not.stringContaining('anna'), status: 'accepted' },
      { index: 3, event_id: null, status: 'rejected', code: 'not_an_object', pointer: '' },
    ]);
  });

  test('with pointers and messages that fit their columns, however long the names a client chose', async () => {
    const { post } = await collecting();
    const { body } = await post(
      bodyOf([event('a', { attributes: { [`${'n'.repeat(481)}${'😀'.repeat(800)}`]: {} } })]),
    );
    const [{ pointer, message }] = body.results as [{ pointer: string; message: string }];
    expect(pointer.length).toBeLessThanOrEqual(limits.pointer_characters);
    expect(message.length).toBeLessThanOrEqual(limits.message_characters);
    expect(pointer.isWellFormed() && message.isWellFormed()).toBe(true);
  });
});

describe('one request is one record', () => {
  test('with every event, the refused ones too, and what collect knows', async () => {
    const { post, stream, clock } = await collecting();
    await post(bodyOf([event('a'), BAD], { sent_at: '2026-03-01T09:59:58Z' }));
    await post(gzipSync(bodyOf([event('b')])), { 'Content-Encoding': 'gzip' });
    expect(stream.records.map(({ count, partition_key }) => [count, partition_key])).toEqual([
      [2, 'delivery-1'],
      [1, 'delivery-1'],
    ]);
    expect(deliveries(stream)).toMatchObject([
      {
        delivery_id: 'delivery-1',
        game: 'g',
        region: 'local',
        protocol: 'native',
        received_at: clock.now(),
        sent_at: Date.UTC(2026, 2, 1, 9, 59, 58),
        history: false,
        count: 2,
        tables: { ok: { rows: 1 }, quarantined: { rows: 1, columns: { event_index: [1], reason: ['wrong_type'] } } },
      },
      { count: 1, tables: { ok: { rows: 1 } } },
    ]);
  });

  test('without the player, whose keyed hash it holds', async () => {
    const { post, stream } = await collecting();
    await post(bodyOf([event('a', { player_id: 'player-of-many-letters' })]));
    const [delivery] = deliveries(stream);
    expect(JSON.stringify(delivery)).not.toContain('player-of-many-letters');
    expect(delivery?.tables.ok?.columns.player_key?.[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('nothing is kept of a request that is refused', () => {
  const cases: [string, string | Uint8Array, Record<string, string>, number, string][] = [
    ['without a key', bodyOf([event('a')]), { authorization: '' }, 401, 'unknown_key'],
    [
      'with another key',
      bodyOf([event('a')]),
      { authorization: `Bearer pk_${'0'.repeat(12)}_${'0'.repeat(40)}` },
      401,
      'unknown_key',
    ],
    ['that claims to be history', bodyOf([event('a')], { history: true }), {}, 403, 'history_not_allowed'],
    ['of more than 1 MiB', ' '.repeat(limits.request_bytes + 1), {}, 413, 'request_too_large'],
    ['of 501 events', bodyOf(Array(501).fill(event('a'))), {}, 413, 'too_many_events'],
    ['in an encoding nobody knows', bodyOf([event('a')]), { 'content-encoding': 'br' }, 415, 'unsupported_encoding'],
    ['that is no JSON', '{', {}, 400, 'not_json'],
  ];
  for (const [name, body, headers, status, code] of cases)
    test(name, async () => {
      const { post, stream } = await collecting();
      const answer = await post(body, headers);
      expect([answer.status, answer.body.code, answer.headers['content-type']]).toEqual([
        status,
        code,
        'application/problem+json',
      ]);
      expect(stream.records).toEqual([]);
    });

  test('by a stream that is down: 503, and when to send again', async () => {
    const { post, stream } = await collecting();
    stream.down = true;
    const answer = await post(bodyOf([event('a')]));
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'stream_unavailable', '7']);
    stream.down = false;
    expect((await post(bodyOf([event('a')]))).status).toBe(201);
    expect(stream.records).toHaveLength(1);
  });
});

test('an event is acknowledged only after the stream has it', async () => {
  const stream = memoryStream();
  let kept: (() => void) | undefined;
  const put = (record: NewRecord) =>
    new Promise<void>(resolve => {
      kept = resolve;
    }).then(() => stream.put(record));
  const { post } = await collecting(undefined, {}, { put });
  let answered = false;
  const answer = post(bodyOf([event('a')])).then(({ status }) => {
    answered = true;
    return status;
  });
  while (!kept) await new Promise(setImmediate);
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
  expect(answered).toBe(false);
  kept();
  expect([await answer, stream.records.length]).toEqual([201, 1]);
});

test('an error that is not the stream refusing is no promise to the client', async () => {
  const put = () => Promise.reject(new Error('disk on fire'));
  const { post } = await collecting(undefined, {}, { put });
  await expect(post(bodyOf([event('a')]))).rejects.toThrow('disk on fire');
});

test('a key for history alone sends history, which has no late window', async () => {
  const { post, games } = await collecting();
  const { key } = await games.createKey('g', { name: 'import', scopes: ['history'] });
  const headers = { authorization: `Bearer ${key}` };
  const old = event('a', { client_time: '2001-01-01T00:00:00Z' });
  expect(await post(bodyOf([old], { history: true }), headers)).toMatchObject({ status: 201 });
  expect(await post(bodyOf([old]), headers)).toMatchObject({ status: 403, body: { code: 'events_not_allowed' } });
});

test('headers come in any case', async () => {
  const { handler, key } = await collecting();
  const answer = await handler({
    headers: { AUTHORIZATION: `bearer ${key}` },
    body: Buffer.from(bodyOf([event('a')])),
  });
  expect(answer.status).toBe(201);
});
