import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cardSpans, isCardNumber } from '../../core/card-numbers.ts';

const found = (text: string): string[] => cardSpans(text).map(({ from, to }) => text.slice(from, to));

/** Numbers that networks and processors publish for tests. */
const PUBLISHED: [string, string][] = [
  ['Visa', '4111111111111111'],
  ['Visa of 13 digits', '4222222222222'],
  ['Mastercard', '5555555555554444'],
  ['Mastercard of the 2 series', '2223003122003222'],
  ['American Express', '378282246310005'],
  ['Diners Club', '30569309025904'],
  ['Discover', '6011111111111117'],
  ['JCB', '3530111333300000'],
  ['UnionPay', '6200000000000005'],
  ['UnionPay of 19 digits', '6205500000000000004'],
  ['Maestro', '6759649826438453'],
  ['Mir', '2200000000000004'],
];

describe('a published test number of', () => {
  for (const [network, number] of PUBLISHED)
    test(network, () => {
      expect(found(number)).toEqual([number]);
      expect(found(`my card is ${number}, thanks`)).toEqual([number]);
      const grouped = number.replace(/(.{4})(?=.)/g, '$1 ');
      expect(found(`(${grouped})`)).toEqual([grouped]);
      expect(found(grouped.replaceAll(' ', '-'))).toEqual([grouped.replaceAll(' ', '-')]);
      expect(found(grouped.replaceAll(' ', '\u00a0'))).toHaveLength(1);
      if (number.length < 16) expect(isCardNumber(Number(number))).toBe(true);
    });
});

test('American Express in groups of four, six and five is found', () =>
  expect(found('3782 822463 10005')).toEqual(['3782 822463 10005']));

test('a card that follows another number is found without it', () => {
  expect(found('order 123 4111 1111 1111 1111')).toEqual(['4111 1111 1111 1111']);
  expect(found('4111111111111111 5555555555554444')).toEqual(['4111111111111111', '5555555555554444']);
});

test('groups that belong to one card belong to no other', () => {
  const next = withCheckDigit('555555554444000').slice(-4);
  expect(found(`5555 5555 5555 4444 ${next}`)).toEqual(['5555 5555 5555 4444']);
  expect(found(`5555 5555 4444 ${next}`)).toHaveLength(1);
});

const OTHERS: [string, string][] = [
  ['one digit wrong', '4111111111111112'],
  ['twelve digits', '411111111111'],
  ['twenty digits', withCheckDigit('4111111111111111111')],
  ['no issuer begins with these digits', '9999999999999995'],
  ['a date and time in digits', '20260301100000'],
  ['a UUID of digits', '41111111-1111-4111-8111-111111111111'],
  ['the digits after a decimal point', '0.4111111111111111'],
  ['digits inside a hash', 'a94a4111111111111111fe5ccb19ba61c4c0'],
  ['epoch milliseconds', '1772359200000'],
  ['words', 'good game, well played'],
];

describe('no card is seen in', () => {
  for (const [why, text] of OTHERS) test(why, () => expect(found(text)).toEqual([]));
});

/** Check digit by ISO/IEC 7812-1, annex B: double every second digit from the right of the payload. */
function withCheckDigit(payload: string): string {
  const sum = [...payload]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + Math.floor(value / 10) + (value % 10), 0);
  return payload + ((10 - (sum % 10)) % 10);
}

const payload = fc
  .tuple(fc.constantFrom('3', '4', '5', '6'), fc.stringMatching(/^\d{11,17}$/))
  .map(([first, rest]) => first + rest);

test('any number with a valid check digit is found between words, and none with another', () => {
  fc.assert(
    fc.property(payload, fc.integer({ min: 1, max: 9 }), (digits, change) => {
      const card = withCheckDigit(digits);
      const wrong = card.slice(0, -1) + ((Number(card.at(-1)) + change) % 10);
      expect(found(`a ${card} b`)).toEqual([card]);
      expect(found(`a ${wrong} b`)).toEqual([]);
    }),
  );
});

test('spans lie in the text in order and do not overlap', () => {
  const noise = fc.array(fc.constantFrom('4111', '1111', '11111111', ' ', '-', '.', 'a', '55', '4444', '\u00a0'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(noise, parts => {
      let at = 0;
      for (const { from, to } of cardSpans(parts.join(''))) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to - from).toBeGreaterThanOrEqual(13);
        at = to;
      }
      expect(at).toBeLessThanOrEqual(parts.join('').length);
    }),
  );
});

test('a long run of digits takes no long time', () => {
  const started = performance.now();
  cardSpans('4 '.repeat(16_000));
  cardSpans('4'.repeat(32_000));
  cardSpans(`${'a'.repeat(64)}4111111111111111`.repeat(400));
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('a number', () => {
  const NUMBERS: [number, boolean][] = [
    [4111111111111111, true],
    [378282246310005, true],
    [4111111111111112, false],
    [-4111111111111111, false],
    [41111111111, false],
    [1772359200000, false],
    [411111111111111.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    [1e300, false],
    // its last digits are lost beyond 2^53, so the first decide
    [62055e14, true],
    [91055e14, false],
  ];
  for (const [number, is] of NUMBERS)
    test(`${number} is ${is ? 'a' : 'no'} card`, () => expect(isCardNumber(number)).toBe(is));
});
