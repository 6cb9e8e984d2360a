import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { limits } from '../../core/limits.ts';
import { decompressed, readBody } from '../../lambdas/collect/body.ts';

const text = Buffer.from('{"events": [1, 2]}');
const compress = { gzip: gzipSync, zstd: zstdCompressSync };

for (const encoding of ['gzip', 'zstd'] as const)
  describe(`a body in ${encoding}`, () => {
    const whole = compress[encoding](text);
    const spaces = (bytes: number) => compress[encoding](Buffer.alloc(bytes, ' '));
    const refused: [string, Uint8Array, number, string][] = [
      ['that was cut by one byte', whole.subarray(0, -1), 400, 'bad_encoding'],
      ['that was cut in its middle', whole.subarray(0, 12), 400, 'bad_encoding'],
      ['that is empty', Buffer.alloc(0), 400, 'bad_encoding'],
      ['that is not compressed at all', text, 400, 'bad_encoding'],
      ['with something behind it', Buffer.concat([whole, Buffer.from('more')]), 400, 'bad_encoding'],
      ['of one byte too many', spaces(limits.request_bytes + 1), 413, 'request_too_large'],
      ['that unpacks to 100 times the limit', spaces(100 * limits.request_bytes), 413, 'request_too_large'],
    ];
    for (const [name, body, status, code] of refused)
      test(`${name} is refused`, async () =>
        expect(await decompressed(body, encoding)).toMatchObject({ status, code }));

    test('is decompressed', async () => expect(await decompressed(whole, encoding)).toEqual(text));
    test('of exactly the limit is decompressed', async () =>
      expect(await decompressed(spaces(limits.request_bytes), encoding)).toHaveLength(limits.request_bytes));
  });

describe('a content-encoding', () => {
  for (const encoding of ['br', 'deflate', 'gzip, gzip', 'constructor', '__proto__'])
    test(`${encoding} is not supported`, async () =>
      expect(await decompressed(text, encoding)).toMatchObject({ status: 415, code: 'unsupported_encoding' }));

  for (const encoding of [undefined, '', 'identity', ' Identity '])
    test(`${JSON.stringify(encoding)} leaves the body as it is`, async () =>
      expect(await decompressed(text, encoding)).toBe(text));

  for (const encoding of ['GZIP', ' gzip ', 'x-gzip'])
    test(`${JSON.stringify(encoding)} is gzip`, async () =>
      expect(await decompressed(gzipSync(text), encoding)).toEqual(text));
});

test('a body of several members of gzip is their texts joined, as RFC 1952 has it', async () => {
  const members = [text.subarray(0, 7), text.subarray(7)].map(part => gzipSync(part));
  expect(await decompressed(Buffer.concat(members), 'gzip')).toEqual(text);
});

test('a second frame of zstd is refused and not dropped, even when the first is JSON by itself', async () => {
  const frames = [text, text].map(part => zstdCompressSync(part));
  expect(await decompressed(Buffer.concat(frames), 'zstd')).toMatchObject({ status: 400, code: 'bad_encoding' });
});

describe('the JSON of a body', () => {
  const read = (json: string | Uint8Array) => readBody(Buffer.from(json));
  const refused: [string, string | Uint8Array, string][] = [
    ['is missing', '', 'not_json'],
    ['is cut', '{"events": [1', 'not_json'],
    ['has a number that is none', '{"events": [NaN]}', 'not_json'],
    [
      'is not UTF-8',
      Buffer.from([...Buffer.from('{"events": ["'), 0xed, 0xa0, 0x80, ...Buffer.from('"]}')]),
      'not_json',
    ],
    ['is UTF-16', Buffer.from('{"events": [1]}', 'utf16le'), 'not_json'],
    ['is a list', '[{"events": [1]}]', 'no_events'],
    ['is null', 'null', 'no_events'],
    ['has events that are an object', '{"events": {"0": 1, "length": 1}}', 'no_events'],
    ['has its events behind __proto__', '{"__proto__": {"events": [1]}}', 'no_events'],
    ['has a time in words', '{"events": [1], "sent_at": "now"}', 'bad_sent_at'],
    ['has an infinite time', '{"events": [1], "sent_at": 1e999}', 'bad_sent_at'],
    ['has a time in seconds', '{"events": [1], "sent_at": 1772359200}', 'bad_sent_at'],
    ['has a history in words', '{"events": [1], "history": "true"}', 'bad_history'],
    ['has 501 events', JSON.stringify({ events: Array(501).fill(1) }), 'too_many_events'],
  ];
  for (const [name, json, code] of refused)
    test(`is refused when it ${name}`, () => expect(read(json)).toMatchObject({ code }));

  test('may begin with a byte order mark', () => expect(read('\ufeff{"events": [1]}')).toMatchObject({ events: [1] }));
  test('may have 500 events', () =>
    expect(read(JSON.stringify({ events: Array(500).fill(1) }))).toMatchObject({ history: false }));
  test('may say null for what it leaves out', () =>
    expect(read('{"events": [1], "sent_at": null, "history": null}')).toEqual({ events: [1], history: false }));
  test('of a name that occurs twice counts the last', () =>
    expect(read('{"events": [1], "events": [2]}')).toMatchObject({ events: [2] }));
});
