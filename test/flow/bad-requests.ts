import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { limits } from '../../core/limits.ts';
import type { Ask } from './asking.ts';
import { PLANTED } from './bad-events.ts';

export type BadRequest = [name: string, ask: Ask, status: number, code: string];

const MIB = 1024 * 1024;
const body = `{"events": [{"event_id": "never", "event_type": "match_end", "player_id": "${PLANTED}", "client_time": "${new Date().toISOString()}", "properties": {}}]}`;
const events = body.slice(1);

/** Keys are named, for the sender to fill in: `{key}` is good, the others are `{revoked}`, `{history}` (its only scope), `{changed}` (by a digit). */
const under = (name: string, rest: Ask): Ask => ({
  ...rest,
  headers: { authorization: `Bearer {${name}}`, 'content-type': 'application/json', ...rest.headers },
});
const sent = (bytes: string | Uint8Array, headers: Record<string, string> = {}) =>
  under('key', { body: bytes, headers });
const packed = (encoding: string, bytes: string | Uint8Array) => sent(bytes, { 'content-encoding': encoding });

/** Spaces with some noise among them pack to a hundredth, spaces alone to a thousandth. */
const hundredfold = Buffer.concat(
  Array.from({ length: 10_000 }, () => [randomBytes(16), Buffer.alloc(2000, ' ')]).flat(),
);
const thousandfold = gzipSync(Buffer.alloc(100 * MIB, ' '));
const slightlyTooLong = body.padEnd(limits.request_bytes + 1);

/** Requests that are refused whole, with the status and the code they are refused with. */
export const badRequests: readonly BadRequest[] = [
  ['what is no JSON', sent(`{"events": [${PLANTED}`), 400, 'not_json'],
  ['NaN', sent(body.replace('"properties"', `"${PLANTED}": NaN, "properties"`)), 400, 'not_json'],
  ['Infinity', sent(body.replace('"properties"', '"a": Infinity, "properties"')), 400, 'not_json'],
  ['an empty body', sent(''), 400, 'not_json'],
  [
    'half a pair of surrogates as bytes',
    sent(Buffer.from(body.replace(PLANTED, `${PLANTED}\xed\xa0\x80`), 'latin1')),
    400,
    'not_json',
  ],
  ['UTF-16', sent(Buffer.from(body, 'utf16le')), 400, 'not_json'],
  ['gzip that does not say so', sent(gzipSync(body)), 400, 'not_json'],
  ['null', sent('null'), 400, 'no_events'],
  ['a list for a body', sent(`[${body}]`), 400, 'no_events'],
  ['500,000 lists', sent('['.repeat(500_000) + ']'.repeat(500_000)), 400, 'no_events'],
  ['no events', sent('{"events": []}'), 400, 'no_events'],
  ['an object for events', sent(`{"events": {"0": ${body}}}`), 400, 'no_events'],
  ['null for events', sent('{"events": null}'), 400, 'no_events'],
  ['events behind __proto__', sent(`{"__proto__": ${body}}`), 400, 'no_events'],
  ['a time of sending in words', sent(`{"sent_at": "${PLANTED}", ${events}`), 400, 'bad_sent_at'],
  ['an infinite time of sending', sent(`{"sent_at": 1e999, ${events}`), 400, 'bad_sent_at'],
  ['a history in words', sent(`{"history": "${PLANTED}", ${events}`), 400, 'bad_history'],
  ['history under a key without that scope', sent(`{"history": true, ${events}`), 403, 'history_not_allowed'],
  ['events under a key for history', under('history', { body }), 403, 'events_not_allowed'],
  ['gzip that was cut', packed('gzip', gzipSync(body).subarray(0, -9)), 400, 'bad_encoding'],
  ['zstd that was cut', packed('zstd', zstdCompressSync(body).subarray(0, -3)), 400, 'bad_encoding'],
  ['JSON named gzip', packed('gzip', body), 400, 'bad_encoding'],
  ['gzip named zstd', packed('zstd', gzipSync(body)), 400, 'bad_encoding'],
  [
    'two frames of zstd',
    packed('zstd', Buffer.concat([zstdCompressSync(body), zstdCompressSync(body)])),
    400,
    'bad_encoding',
  ],
  ['an encoding nobody knows', packed(PLANTED, body), 415, 'unsupported_encoding'],
  ['br', packed('br', body), 415, 'unsupported_encoding'],
  ['a bomb of gzip, 100 to 1', packed('gzip', gzipSync(hundredfold)), 413, 'request_too_large'],
  ['a bomb of zstd, 100 to 1', packed('zstd', zstdCompressSync(hundredfold)), 413, 'request_too_large'],
  ['a bomb of gzip, 1000 to 1', packed('gzip', thousandfold), 413, 'request_too_large'],
  [
    'a bomb of zstd, 1000 to 1',
    packed('zstd', zstdCompressSync(Buffer.alloc(100 * MIB, ' '))),
    413,
    'request_too_large',
  ],
  ['a bomb of gzip, 1 GiB', packed('gzip', Buffer.concat(Array(10).fill(thousandfold))), 413, 'request_too_large'],
  ['1 MiB and a byte', sent(slightlyTooLong), 413, 'request_too_large'],
  ['1 MiB and a byte in pieces', { ...sent(slightlyTooLong), chunked: true }, 413, 'request_too_large'],
  [
    '1 MiB and a byte, said to be gzip',
    packed('gzip', randomBytes(limits.request_bytes + 1)),
    413,
    'request_too_large',
  ],
  ['1 MiB and a byte once unpacked', packed('gzip', gzipSync(slightlyTooLong)), 413, 'request_too_large'],
  ['20 MiB', sent(Buffer.alloc(20 * MIB, ' ')), 413, 'request_too_large'],
  ['20 MiB in pieces', { ...sent(Buffer.alloc(20 * MIB, ' ')), chunked: true }, 413, 'request_too_large'],
  ['501 events', sent(`{"events": [${Array(501).fill(body).join()}]}`), 413, 'too_many_events'],
  ['no key', { body, headers: {} }, 401, 'unknown_key'],
  ['a key of no shape', { body, headers: { authorization: `Bearer ${PLANTED}` } }, 401, 'unknown_key'],
  ['a key with its last digit changed', under('changed', { body }), 401, 'unknown_key'],
  ['a revoked key', under('revoked', { body }), 401, 'unknown_key'],
  ['a key as a password', { body, headers: { authorization: 'Basic {key}' } }, 401, 'unknown_key'],
  ['another host', sent(body, { host: `${PLANTED}.example` }), 421, 'not_loopback'],
  ['another host that looks like ours', sent(body, { host: 'localhost.example' }), 421, 'not_loopback'],
  ['GET', { method: 'GET', path: '/v1/events' }, 405, 'method_not_allowed'],
  ['PUT', under('key', { method: 'PUT', body }), 405, 'method_not_allowed'],
  ['a path nobody knows', under('key', { path: `/v1/${PLANTED}`, body }), 404, 'not_found'],
  ['a path with a slash at its end', under('key', { path: '/v1/events/', body }), 404, 'not_found'],
  ['a path out of the folder', { method: 'GET', path: '/../../etc/passwd' }, 404, 'not_found'],
  ['the API with a write key', under('key', { method: 'GET', path: '/api/games' }), 401, 'unauthorized'],
  [
    'the API with a method nobody knows',
    under('key', { method: 'TRACE', path: '/api/games' }),
    405,
    'method_not_allowed',
  ],
];
