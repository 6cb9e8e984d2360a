import { describe, expect, test } from '@jest/globals';
import { describe as described, pointerOf } from '../../core/refusals.ts';

/** RFC 6901, section 5: the names of its example document, and their pointers. */
const POINTERS: [string[], string][] = [
  [[], ''],
  [['foo', '0'], '/foo/0'],
  [[''], '/'],
  [['a/b'], '/a~1b'],
  [['c%d'], '/c%d'],
  [['m~n'], '/m~0n'],
  [['~1'], '/~01'],
  [['\ud800'], '/\ufffd'],
];

describe('the pointer to', () => {
  for (const [path, pointer] of POINTERS) test(JSON.stringify(path), () => expect(pointerOf(path)).toBe(pointer));
});

const VALUES: [unknown, string][] = [
  ['secret', 'text of 6 characters'],
  ['\u{1f3ae}', 'text of 1 characters'],
  [7, 'a whole number'],
  [7.5, 'a number'],
  [true, 'a boolean'],
  [null, 'nothing'],
  [undefined, 'nothing'],
  [[1, 2], 'a list of 2'],
  [{ secret: 1 }, 'an object'],
];

describe('kind and size, never the value, is told of', () => {
  for (const [value, words] of VALUES)
    test(`${words} (${JSON.stringify(value)})`, () => expect(described(value)).toBe(words));
});
