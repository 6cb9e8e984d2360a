import type { Step } from '../draft.ts';
import type { Rates } from '../money.ts';
import { microsToUsd, minorUnitsToUsd } from '../money.ts';
import { ok } from '../result.ts';

/** Puts `amount` (minor units), or what an ad earned (millionths), into US dollars at the rate of the event's day; null while no rate is known. */
export const convertMoney = ({ rates }: { rates: Rates }): Step =>
  function convertMoney(draft) {
    const { row } = draft;
    const { amount, ad_revenue_micros, currency, event_date } = row;
    if (typeof currency !== 'string') return ok(draft);
    const money = { currency, date: event_date as string, rates };
    if (typeof amount === 'number') row.amount_usd = minorUnitsToUsd(amount, money);
    else if (typeof ad_revenue_micros === 'number') row.amount_usd = microsToUsd(ad_revenue_micros, money);
    return ok(draft);
  };
