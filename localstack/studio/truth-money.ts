import type { Money, MoneyBook } from './money-book.ts';

/** Converts money to millionths of a dollar at the rate of its day; undefined while there is no rate. */
export type ToUsd = (money: Money) => number | undefined;

/** A day's money: transactions counted once on the day of their earliest report; `_micros` in millionths of a dollar. */
export type DayMoney = {
  purchases: number;
  payers: number;
  refunds: number;
  purchase_usd_micros: number;
  refund_usd_micros: number;
  ad_impressions: number;
  ad_usd_micros: number;
  revenue_usd_micros: number;
};

/** Sums by currency: purchases and refunds in minor units, ads in millionths of the currency. */
export type Totals = Record<'purchases' | 'refunds' | 'ads', Record<string, number>>;

/** Answers with the money of a day. */
export function moneyByDay({ purchases, refunds, ads }: MoneyBook, toUsd: ToUsd): (date: string) => DayMoney {
  const bought = Map.groupBy(purchases.values(), ({ date }) => date);
  const returned = Map.groupBy(refunds.values(), ({ date }) => date);
  const shown = Map.groupBy(ads.values(), ({ date }) => date);
  const usd = (money: Money) => toUsd(money) ?? 0;
  return date => {
    const buys = bought.get(date) ?? [];
    const backs = returned.get(date) ?? [];
    const views = shown.get(date) ?? [];
    const purchase_usd_micros = sum(buys, usd);
    const refund_usd_micros = sum(backs, usd);
    const ad_usd_micros = sum(views, view => view.impressions * usd(view));
    return {
      purchases: buys.length,
      payers: new Set(buys.map(({ player }) => player)).size,
      refunds: backs.length,
      purchase_usd_micros,
      refund_usd_micros,
      ad_impressions: sum(views, ({ impressions }) => impressions),
      ad_usd_micros,
      revenue_usd_micros: purchase_usd_micros + ad_usd_micros - refund_usd_micros,
    };
  };
}

const sum = <T>(list: readonly T[], number: (item: T) => number): number =>
  list.reduce((total, item) => total + number(item), 0);

/** All money of the span, by currency. */
export function totalsOf({ purchases, refunds, ads }: MoneyBook): Totals {
  const totals: Totals = { purchases: {}, refunds: {}, ads: {} };
  const add = (kind: keyof Totals, currency: string, amount: number) => {
    totals[kind][currency] = (totals[kind][currency] ?? 0) + amount;
  };
  for (const { currency, amount } of purchases.values()) add('purchases', currency, amount);
  for (const { currency, amount } of refunds.values()) add('refunds', currency, amount);
  for (const { currency, amount, impressions } of ads.values()) add('ads', currency, amount * impressions);
  return totals;
}
