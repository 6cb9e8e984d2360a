import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pseudonymsOf } from '../../core/player-key.ts';

/** RFC 4231, the test cases with text and a key of at least 16 bytes. */
const VECTORS: [number, string, string, string][] = [
  [1, '0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    6,
    'aa'.repeat(131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    7,
    'aa'.repeat(131),
    'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
];

describe('a player key is HMAC-SHA256, as in RFC 4231', () => {
  for (const [number, key, data, hash] of VECTORS)
    test(`test case ${number}`, () => expect(pseudonymsOf({ version: 1, key }).playerKey(data)).toBe(hash));
});

const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const { playerKey, token } = pseudonymsOf({ version: 1, key });

test('ids are hashed as UTF-8, the same again and after many others', () => {
  const ids = ['anna', 'Änna', '安娜', '\u{1f3ae}', 'a'.repeat(300)];
  const hashes = ids.map(id =>
    createHmac('sha256', Buffer.from(key, 'hex')).update(Buffer.from(id, 'utf8')).digest('hex'),
  );
  expect(ids.map(playerKey)).toEqual(hashes);
  for (let index = 0; index < 20_100; index++) playerKey(`player ${index}`);
  expect(ids.map(playerKey)).toEqual(hashes);
});

test('another secret gives another key', () =>
  expect(pseudonymsOf({ version: 2, key: 'ff'.repeat(32) }).playerKey('anna')).not.toBe(playerKey('anna')));

test('a token is sixteen letters of the keyed hash, apart from the key of a player of that name', () => {
  fc.assert(
    fc.property(fc.string(), identifier => {
      const hex = createHmac('sha256', Buffer.from(key, 'hex'))
        .update(`token:${identifier}`)
        .digest('hex')
        .slice(0, 16);
      const letters = [...hex].map(digit => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
      expect(token(identifier)).toBe(letters);
      expect(token(identifier)).toMatch(/^[a-p]{16}$/);
    }),
  );
});

describe('a secret is refused that', () => {
  for (const [what, bad] of [
    ['is empty', ''],
    ['has 15 bytes', '0b'.repeat(15)],
    ['is not hexadecimal', 'correct horse battery staple correct horse'],
  ] as const)
    test(what, () => expect(() => pseudonymsOf({ version: 1, key: bad })).toThrow(/give at least 16, in hexadecimal/));
});
