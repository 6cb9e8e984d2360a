import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Row } from './parquet-readers.ts';
import { column, columns, fileOf, readByDuckDB, readByHyparquet, whole } from './parquet-readers.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const FILES: [string, Row[]][] = [
  [
    'a value of each type',
    [
      {
        string: 'anna',
        json: '{"a":1}',
        long: 42,
        int: 7,
        double: 1.5,
        boolean: true,
        date: '2026-03-01',
        timestamp: 1_772_359_200_123,
        decimal: '4.990000',
      },
    ],
  ],
  ['rows without any value', [{}, {}, {}]],
  ['no rows', []],
  ['null, undefined and absent', [{ string: null, long: undefined }, { string: 'x', long: 1 }, {}]],
  ['empty text beside null', [{ string: '' }, { string: null }, { string: '' }, { string: 'a' }]],
  ['empty texts only', [{ string: '' }, { string: '' }]],
  [
    'extreme whole numbers',
    [0, 1, -1, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 32, -(2 ** 32), 2 ** 31, -(2 ** 31) - 1].map(long => ({ long })),
  ],
  ['extreme small numbers', [0, -1, 2 ** 31 - 1, -(2 ** 31)].map(int => ({ int }))],
  [
    'extreme doubles',
    [0, -0, 0.1, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1 / 3, 2 ** 53 + 2].map(double => ({ double })),
  ],
  [
    'times before 1970 and after 2100',
    [-1, -1000, -62_135_596_800_000, 0, 4_102_444_800_001, 253_402_300_799_999].map(timestamp => ({ timestamp })),
  ],
  [
    'days before 1970 and after 2100',
    ['1969-12-31', '1970-01-01', '0001-01-01', '2024-02-29', '2100-12-31'].map(date => ({ date })),
  ],
  [
    'decimals',
    ['0.000000', '0.000001', '-0.000001', '-12.345678', '999999999.999999', '10000000000.000000'].map(decimal => ({
      decimal,
    })),
  ],
  [
    'text of every plane',
    ['ä', '安娜', '\u{1f3ae}', '\u0000', '\u2028\n\r\t"\\', 'e\u0301', '\uffff'].map(string => ({ string })),
  ],
  [
    'long text',
    [
      { string: 'x'.repeat(300_000) },
      { string: 'ü'.repeat(100_000) },
      { string: '' },
      { json: JSON.stringify('y'.repeat(70_000)) },
    ],
  ],
  [
    'one value again and again',
    numbers(1000).map(() => ({ string: 'same', long: 7, date: '2026-03-01', decimal: '1.000000', boolean: true })),
  ],
  [
    'two values in turn',
    numbers(999).map(n => ({ string: n % 2 ? 'a' : 'b', boolean: n % 2 === 0, timestamp: (n % 2) * 1000 })),
  ],
  [
    'every third value missing',
    numbers(1000).map(n => (n % 3 ? { string: `s${n % 7}`, long: n, boolean: n % 5 === 0, double: n / 3 } : {})),
  ],
  ['only the last of many', [...numbers(1023).map(() => ({})), { string: 'last', boolean: true }]],
];

describe('two readers read back', () => {
  for (const [what, rows] of FILES)
    test(what, async () => {
      const bytes = fileOf(columns, rows);
      expect(await readByDuckDB(bytes)).toEqual(whole(columns, rows));
      expect(await readByHyparquet(bytes, columns)).toEqual(whole(columns, rows));
    });

  for (const distinct of [2, 128, 129, 256, 257, 1000])
    test(`${distinct} distinct values among 2000`, async () => {
      const rows = numbers(2000).map(n => {
        const value = (n * 7919) % distinct;
        return { string: `value ${value}`, long: value - 5, timestamp: value * 1e9, decimal: `${value}.500000` };
      });
      const used = columns.filter(({ name }) => name in rows[0]!);
      const bytes = fileOf(used, rows);
      expect(await readByDuckDB(bytes)).toEqual(rows);
      expect(await readByHyparquet(bytes, used)).toEqual(rows);
    });
});

test('decimals keep all their eighteen digits', async () => {
  const rows = ['999999999999.999999', '-999999999999.999999', '123456789012.345678'].map(decimal => ({ decimal }));
  expect(await readByDuckDB(fileOf([column('decimal', 1)], rows))).toEqual(rows);
});

const LAST = 253_402_300_799_999;
const byType = {
  string: fc.oneof(fc.constantFrom('', 'a', 'b'), fc.string({ unit: 'binary', maxLength: 20 })),
  json: fc.json({ maxDepth: 1 }),
  long: fc.oneof(fc.constantFrom(0, 1, -1), fc.maxSafeInteger()),
  int: fc.oneof(fc.nat(3), fc.integer()),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  date: fc.integer({ min: -700_000, max: 2_900_000 }).map(day => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  timestamp: fc.integer({ min: -62_135_596_800_000, max: LAST }),
  decimal: fc.tuple(fc.boolean(), fc.nat(999_999_999), fc.nat(999_999)).map(([minus, whole, millionths]) => {
    const text = `${whole}.${String(millionths).padStart(6, '0')}`;
    return minus && /[1-9]/.test(text) ? `-${text}` : text;
  }),
};

test('two readers read back any rows', async () => {
  // hyparquet's decoder takes a byte order mark away, and half a pair is no UTF-8
  const isText = (row: Row) =>
    !Object.values(row).some(cell => typeof cell === 'string' && /^\ufeff|\p{Cs}/u.test(cell));
  const row = fc.record(byType, { requiredKeys: [], noNullPrototype: true }).filter(isText);
  const rows = fc.oneof(
    fc.array(row, { maxLength: 20 }),
    fc.array(row, { minLength: 1, maxLength: 3 }).map(few => numbers(300).map(n => few[n % few.length]!)),
  );
  await fc.assert(
    fc.asyncProperty(rows, async rows => {
      const bytes = fileOf(columns, rows);
      const expected = whole(columns, rows);
      expect(await readByDuckDB(bytes)).toEqual(expected);
      expect(await readByHyparquet(bytes, columns)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
