import { describe, expect, test } from '@jest/globals';
import type { EventRow } from '../../../core/event-table.ts';
import { parseRates } from '../../../core/money.ts';
import { convertMoney } from '../../../core/steps/convert-money.ts';
import { draft } from '../sample.ts';

const rates = parseRates(
  'date,currency,usd_per_unit\n2026-01-01,EUR,1.08\n2026-03-02,EUR,1.20\n2026-01-01,JPY,0.0064\n',
);

function converted(row: EventRow): EventRow {
  const result = convertMoney({ rates })(draft({}, { event_date: '2026-03-01', ...row }));
  if (result.fate !== 'ok') throw new Error(result.reason);
  return result.value.row;
}

const SUMS: [string, EventRow, string | null][] = [
  ['dollars are cents by a hundred', { amount: 499, currency: 'USD' }, '4.990000'],
  ['euros are taken at the rate of the day', { amount: 1000, currency: 'EUR' }, '10.800000'],
  ['of the event, not of a later one', { amount: 1000, currency: 'EUR', event_date: '2026-03-02' }, '12.000000'],
  ['yen have no minor unit', { amount: 500, currency: 'JPY' }, '3.200000'],
  ['nothing is nothing', { amount: 0, currency: 'EUR' }, '0.000000'],
  ['what an ad earned is millionths of the unit', { ad_revenue_micros: 12_500, currency: 'USD' }, '0.012500'],
  ['a currency without a rate is null', { amount: 499, currency: 'XAU' }, null],
  ['so is a day before the first rate', { amount: 499, currency: 'EUR', event_date: '2025-12-31' }, null],
];

describe('money in dollars:', () => {
  for (const [what, row, usd] of SUMS) test(what, () => expect(converted(row).amount_usd).toBe(usd));

  test('the amount itself stays as it was sent', () =>
    expect(converted({ amount: 499, currency: 'EUR' })).toMatchObject({ amount: 499, currency: 'EUR' }));

  test('an event without money gets none', () => {
    for (const row of [{}, { currency: 'USD' }, { amount: 5 }, { amount: 5, currency: null }])
      expect(converted(row)).not.toHaveProperty('amount_usd');
  });
});
