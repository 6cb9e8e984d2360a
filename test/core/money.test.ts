import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exponentOf, microsToUsd, minorUnitsToUsd, parseRates } from '../../core/money.ts';

const table = (...lines: string[]) => parseRates(['date,currency,usd_per_unit', ...lines].join('\n'));

/** ISO 4217 list one: currencies whose minor unit has other than two digits. */
const DIGITS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: 'AUD BRL CHF CNY EUR GBP HUF IDR INR MGA MRU MXN PHP SGD THB TRY TWD USD',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

describe('ISO 4217 gives', () => {
  for (const [digits, codes] of Object.entries(DIGITS))
    test(`${digits} digits to ${codes}`, () => {
      for (const code of codes.split(' ')) expect([code, exponentOf(code)]).toEqual([code, Number(digits)]);
    });
});

const rates = table('2026-01-01,EUR,1.08', '2026-01-01,JPY,0.0064', '2026-01-01,KWD,3.3', '2026-01-01,CLF,40');

const BY_HAND: [number, string, string | null][] = [
  [499, 'USD', '4.990000'],
  [0, 'USD', '0.000000'],
  [1, 'USD', '0.010000'],
  [1_000_000_000_000, 'USD', '10000000000.000000'],
  [499, 'EUR', '5.389200'],
  [500, 'JPY', '3.200000'],
  [1000, 'KWD', '3.300000'],
  [10_000, 'CLF', '40.000000'],
  [499, 'XXX', null],
];

describe('by hand', () => {
  for (const [amount, currency, usd] of BY_HAND)
    test(`${amount} minor units of ${currency} are ${usd} USD`, () =>
      expect(minorUnitsToUsd(amount, { currency, date: '2026-03-01', rates })).toBe(usd));

  test('12500 millionths of a dollar are 0.0125 USD, whatever the minor unit', () => {
    expect(microsToUsd(12_500, { currency: 'USD', date: '2026-03-01', rates })).toBe('0.012500');
    expect(microsToUsd(12_500, { currency: 'JPY', date: '2026-03-01', rates })).toBe('0.000080');
  });

  test('half a millionth rounds up, less rounds down', () => {
    const small = table('2026-01-01,AAA,0.00005', '2026-01-01,BBB,0.000049999999');
    expect(minorUnitsToUsd(1, { currency: 'AAA', date: '2026-03-01', rates: small })).toBe('0.000001');
    expect(minorUnitsToUsd(1, { currency: 'BBB', date: '2026-03-01', rates: small })).toBe('0.000000');
  });
});

describe('a rate', () => {
  const dated = table('2026-02-01,EUR,1.2', '2026-01-01,EUR,1.1', '# remark', '2026-01-01,GBP,1.3');
  const euro = (date: string) => minorUnitsToUsd(100, { currency: 'EUR', date, rates: dated });
  const CASES: [string, string, string | null][] = [
    ['holds from its day', '2026-01-01', '1.100000'],
    ['holds until the day before the next', '2026-01-31', '1.100000'],
    ['ends where the next begins, in whatever order they are listed', '2026-02-01', '1.200000'],
    ['does not hold before its day', '2025-12-31', null],
    ['holds for 400 days', '2027-03-08', '1.200000'],
    ['holds no longer than 400 days', '2027-03-09', null],
  ];
  for (const [what, day, usd] of CASES) test(what, () => expect(euro(day)).toBe(usd));

  test('of the dollar is 1 on every day', () => {
    for (const date of ['1980-01-01', '2026-01-01', '2099-12-31'])
      expect(minorUnitsToUsd(100, { currency: 'USD', date, rates: parseRates('date,currency,usd_per_unit') })).toBe(
        '1.000000',
      );
  });
});

const WRONG: [string, string, RegExp][] = [
  ['no header', '2026-01-01,EUR,1.08', /first line must be date,currency,usd_per_unit/],
  ['nothing at all', '', /first line/],
  ['a currency in small letters', 'date,currency,usd_per_unit\n2026-01-01,eur,1', /line 2/],
  ['a day that is none', '# remark\ndate,currency,usd_per_unit\n2026-13-01,EUR,1', /line 3/],
  ['a negative rate', 'date,currency,usd_per_unit\n2026-01-01,EUR,-1', /line 2/],
  ['a rate in scientific notation', 'date,currency,usd_per_unit\n2026-01-01,EUR,1e3', /line 2/],
  ['a rate of zero', 'date,currency,usd_per_unit\n2026-01-01,EUR,0.00', /line 2: a rate of 0/],
  ['a rate for the dollar', 'date,currency,usd_per_unit\n2026-01-01,USD,1', /line 2: USD is 1/],
];

describe('refuses a table with', () => {
  for (const [what, csv, message] of WRONG) test(what, () => expect(() => parseRates(csv)).toThrow(message));
});

test("the project's own table is read, lines ending as on Windows too", () => {
  const csv = readFileSync('glue/rates.csv', 'utf8');
  expect(parseRates(csv.replaceAll('\n', '\r\n'))).toEqual(parseRates(csv));
  expect(parseRates(csv).get('EUR')?.length).toBeGreaterThan(0);
});

/** Dollars of amount / 10^digits units at `rate` (decimal text), rounded half up to millionths: schoolbook long division. */
function independently(amount: number, digits: number, rate: string): string {
  const [whole, fraction = ''] = rate.split('.');
  const numerator = BigInt(amount) * BigInt(whole! + fraction) * 10n ** 6n;
  const denominator = BigInt(`1${'0'.repeat(digits + fraction.length)}`);
  const quotient = numerator / denominator;
  const millionths = quotient + ((numerator % denominator) * 2n >= denominator ? 1n : 0n);
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`;
}

test('any amount at any rate is exact to the millionth', () => {
  const currency = fc.constantFrom(['JPY', 0] as const, ['EUR', 2] as const, ['KWD', 3] as const, ['CLF', 4] as const);
  const rate = fc.stringMatching(/^\d{1,12}(\.\d{1,12})?$/).filter(text => /[1-9]/.test(text));
  const amount = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: 1e12 }));
  fc.assert(
    fc.property(amount, currency, rate, (amount, [code, digits], rate) => {
      const money = { currency: code, date: '2026-03-01', rates: table(`2026-01-01,${code},${rate}`) };
      expect(minorUnitsToUsd(amount, money)).toBe(independently(amount, digits, rate));
      expect(microsToUsd(amount, money)).toBe(independently(amount, 6, rate));
    }),
  );
});
