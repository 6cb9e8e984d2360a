import type { Accepted } from './made.ts';

/** Money as it was reported. `unit`: minor units of the currency, or millionths of it. */
export type Money = { amount: number; currency: string; unit: 'minor' | 'micros'; date: string };

/** The report that counts for a transaction. */
export type Counted = Money & { player: string; time: number; received_at: number };

/** All money of the studio: purchases and refunds by transaction, ads by day and amount. */
export type MoneyBook = {
  note: (accepted: Accepted) => void;
  purchases: Map<string, Counted>;
  refunds: Map<string, Counted>;
  /** How many impressions earned this. */
  ads: Map<string, Money & { impressions: number }>;
};

/** Keeps the earliest report of each transaction, wherever it stood among the requests; sandboxes count nowhere. */
export function moneyBook(): MoneyBook {
  const book = {
    purchases: new Map<string, Counted>(),
    refunds: new Map<string, Counted>(),
    ads: new Map<string, Money & { impressions: number }>(),
  };
  const note = (accepted: Accepted) => {
    const { event } = accepted.made;
    if (event.event_type === 'ad_impression') noteAd(book.ads, accepted);
    if (event.event_type === 'purchase') noteReport(book.purchases, accepted);
    if (event.event_type === 'refund') noteReport(book.refunds, accepted);
  };
  return { ...book, note };
}

type Reported = { transaction_id: string; amount: number; currency: string; sandbox?: boolean };

function noteReport(counted: Map<string, Counted>, { made: { event }, time, received_at, date }: Accepted): void {
  const { transaction_id, amount, currency, sandbox } = event.properties as Reported;
  const known = counted.get(transaction_id);
  const earlier = !known || time < known.time || (time === known.time && received_at < known.received_at);
  if (sandbox || !earlier) return;
  counted.set(transaction_id, {
    amount,
    currency,
    unit: 'minor',
    date,
    player: String(event.player_id),
    time,
    received_at,
  });
}

function noteAd(ads: MoneyBook['ads'], { made: { event }, date }: Accepted): void {
  const { ad_revenue_micros: amount, currency } = event.properties as { ad_revenue_micros: number; currency: string };
  const key = `${date} ${currency} ${amount}`;
  const known = ads.get(key);
  if (known) known.impressions += 1;
  else ads.set(key, { amount, currency, unit: 'micros', date, impressions: 1 });
}
