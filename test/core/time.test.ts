import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, hourOf, parseTime } from '../../core/time.ts';

/** 2026-03-01T10:00:00Z is 1772359200 seconds after the epoch. */
const TEN = 1_772_359_200_000;

const MOMENTS: [unknown, number][] = [
  ['2026-03-01T10:00:00Z', TEN],
  ['2026-03-01T10:00:00.000Z', TEN],
  ['2026-03-01T10:00Z', TEN],
  ['2026-03-01T17:00:00+07:00', TEN],
  ['2026-03-01T17:00:00+0700', TEN],
  ['2026-03-01T04:30:00-05:30', TEN],
  ['2026-03-01T10:00:00.5Z', TEN + 500],
  ['2026-03-01T10:00:00.123456789Z', TEN + 123],
  ['2024-02-29T00:00:00Z', 1_709_164_800_000],
  ['1969-12-31T23:59:59.999Z', -1],
  ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  [TEN, TEN],
  [253_402_300_799_999, 253_402_300_799_999],
  [100_000_000_000, 100_000_000_000],
];

describe('reads', () => {
  for (const [value, ms] of MOMENTS) test(String(value), () => expect(parseTime(value)).toEqual({ ms }));
});

const NONE: [unknown, string][] = [
  ['2026-03-01T10:00:00', 'bad_format'],
  ['2026-03-01', 'bad_format'],
  ['2026-03-01 10:00:00Z', 'bad_format'],
  ['2026-03-01T10:00:00z', 'bad_format'],
  ['1772359200000', 'bad_format'],
  ['Sun, 01 Mar 2026 10:00:00 GMT', 'bad_format'],
  ['+12026-03-01T10:00:00Z', 'bad_format'],
  ['', 'bad_format'],
  [' 2026-03-01T10:00:00Z', 'bad_format'],
  ['2026-03-01T10:00:00Z\n', 'bad_format'],
  ['2026-02-29T10:00:00Z', 'invalid_time'],
  ['2026-02-30T10:00:00Z', 'invalid_time'],
  ['2026-04-31T10:00:00Z', 'invalid_time'],
  ['2026-13-01T10:00:00Z', 'invalid_time'],
  ['2026-03-00T10:00:00Z', 'invalid_time'],
  ['2026-03-01T25:00:00Z', 'invalid_time'],
  ['2026-03-01T10:60:00Z', 'invalid_time'],
  ['2026-03-01T10:00:00+25:00', 'invalid_time'],
  [TEN + 0.5, 'bad_format'],
  [Number.NaN, 'bad_format'],
  [Number.POSITIVE_INFINITY, 'bad_format'],
  [TEN / 1000, 'invalid_time'],
  [0, 'invalid_time'],
  [-TEN, 'invalid_time'],
  [253_402_300_800_000, 'invalid_time'],
  [null, 'wrong_type'],
  [undefined, 'wrong_type'],
  [true, 'wrong_type'],
  [[TEN], 'wrong_type'],
  [{ ms: TEN }, 'wrong_type'],
];

describe('reads no moment from', () => {
  for (const [value, reason] of NONE)
    test(JSON.stringify(value) ?? String(value), () => {
      expect(parseTime(value)).toMatchObject({ reason });
      expect(parseTime(value)).toHaveProperty('hint');
    });
});

test('seconds in place of milliseconds get a hint', () =>
  expect(parseTime(1_772_359_200)).toEqual({ reason: 'invalid_time', hint: 'seconds? send milliseconds' }));

test('the same text has the same answer, whatever was read between', () => {
  const texts = ['2026-03-01T10:00:00Z', 'no moment', '2026-02-30T10:00:00Z'];
  const answers = texts.map(parseTime);
  expect([...texts, ...texts].map(parseTime)).toEqual([...answers, ...answers]);
});

const moment = fc.integer({ min: 1e11, max: Date.UTC(9999, 11, 31) });

test('any moment is read from its ISO text in any offset', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, offset) => {
      const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
      const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
      const text = `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
      expect(parseTime(ms)).toEqual({ ms });
      // a local year of five digits is not in the format
      if (text.startsWith('+')) expect(parseTime(text)).toMatchObject({ reason: 'bad_format' });
      else expect(parseTime(text)).toEqual({ ms });
    }),
  );
});

const DAYS: [string, number, string][] = [
  ['2026-03-01T00:00:00.000Z', 0, '2026-03-01'],
  ['2026-02-28T23:59:59.999Z', 0, '2026-02-28'],
  ['2026-02-28T17:00:00.000Z', 7 * 60, '2026-03-01'],
  ['2026-02-28T16:59:59.999Z', 7 * 60, '2026-02-28'],
  ['2026-03-01T04:59:59.999Z', -5 * 60, '2026-02-28'],
  ['2026-02-28T18:15:00.000Z', 5 * 60 + 45, '2026-03-01'],
  ['1969-12-31T23:59:59.999Z', 0, '1969-12-31'],
];

describe('the day', () => {
  for (const [instant, offset, day] of DAYS)
    test(`of ${instant} is ${day} where the clock is ${offset} minutes ahead`, () =>
      expect(dateOf(Date.parse(instant), offset)).toBe(day));

  test('is that of the shifted clock, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, fc.integer({ min: -840, max: 840 })), { maxLength: 5 }), asked => {
        for (const [ms, offset] of asked)
          expect(dateOf(ms, offset)).toBe(new Date(ms + offset * 60_000).toISOString().split('T')[0]!.slice(-10));
      }),
    );
  });
});

test('the hour of a moment is its beginning, before 1970 too', () => {
  expect(hourOf(Date.parse('2026-03-01T10:59:59.999Z'))).toBe('2026-03-01T10:00:00.000Z');
  expect(hourOf(Date.parse('2026-03-01T11:00:00.000Z'))).toBe('2026-03-01T11:00:00.000Z');
  expect(hourOf(Date.parse('1969-12-31T23:59:59.999Z'))).toBe('1969-12-31T23:00:00.000Z');
  expect(hourOf(Date.parse('1969-12-31T23:00:00.000Z'))).toBe('1969-12-31T23:00:00.000Z');
});
