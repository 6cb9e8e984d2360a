import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween, spansOf } from '../../core/days.ts';

test('the day of an instant is that of the game, not of the server', () => {
  expect(dayOf(Date.parse('2026-02-28T23:30:00Z'))).toBe('2026-02-28');
  expect(dayOf(Date.parse('2026-02-28T23:30:00Z'), 60)).toBe('2026-03-01');
  expect(dayOf(Date.parse('2026-03-01T00:30:00Z'), -60)).toBe('2026-02-28');
});

const STEPS: [string, number, string][] = [
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-01', 0, '2026-03-01'],
  ['2000-01-01', 9557, '2026-03-02'],
  ['1970-01-01', -1, '1969-12-31'],
];

describe('counting days', () => {
  for (const [from, days, to] of STEPS)
    test(`${from} and ${days} days are ${to}`, () => {
      expect(addDays(from, days)).toBe(to);
      expect(daysBetween(from, to)).toBe(days);
    });
});

const day = fc.integer({ min: 0, max: 1000 }).map(days => addDays('2024-01-01', days));

describe('spans', () => {
  test('of no days are none, of one day are that day', () => {
    expect(spansOf([])).toEqual([]);
    expect(spansOf(['2026-03-01'])).toEqual([{ from: '2026-03-01', to: '2026-03-01' }]);
  });

  test('join neighbours up to three days apart', () =>
    expect(spansOf(['2026-03-09', '2026-03-01', '2026-03-04', '2026-03-01', '2026-03-08'])).toEqual([
      { from: '2026-03-01', to: '2026-03-04' },
      { from: '2026-03-08', to: '2026-03-09' },
    ]));

  test('are at most 90 days long, both ends included', () => {
    const days = Array.from({ length: 91 }, (_, index) => addDays('2026-01-01', index));
    expect(spansOf(days)).toEqual([
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-01' },
    ]);
  });

  test('cover every day, in order, apart, none longer than allowed and none begun or ended without a day', () => {
    const options = fc.record({ gap: fc.integer({ min: 1, max: 10 }), longest: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 120 }), options, (days, { gap, longest }) => {
        const spans = spansOf(days, { gap, longest });
        for (const one of days) expect(spans.filter(({ from, to }) => from <= one && one <= to)).toHaveLength(1);
        for (const [index, { from, to }] of spans.entries()) {
          expect(daysBetween(from, to) + 1).toBeLessThanOrEqual(longest);
          expect(days).toContain(from);
          expect(days).toContain(to);
          if (index > 0) expect(from > spans[index - 1]!.to).toBe(true);
        }
      }),
    );
  });

  test('are few: two neighbours are never both short enough and near enough to be one', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 120 }), days => {
        const spans = spansOf(days);
        for (const [index, { from }] of spans.entries()) {
          const before = spans[index - 1];
          if (before) expect(daysBetween(before.to, from) > 3 || daysBetween(before.from, from) >= 90).toBe(true);
        }
      }),
    );
  });
});
