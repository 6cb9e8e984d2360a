import { DAY } from './time.ts';

/** Rates of one currency, oldest first: the day from which each holds, and US dollars per unit as `mantissa / 10^scale`. */
type DatedRate = { day: number; mantissa: bigint; scale: number };

/** Dated rates to US dollars, by currency. */
export type Rates = ReadonlyMap<string, readonly DatedRate[]>;

/** A rate that nobody renewed for longer than this is no rate. */
const VALID_DAYS = 400;
const HEADER = 'date,currency,usd_per_unit';
const LINE = /^(\d{4}-\d\d-\d\d),([A-Z]{3}),(\d{1,12})(?:\.(\d{1,12}))?$/;

/**
 * Reads a rate table: CSV with the header `date,currency,usd_per_unit`; lines that begin with # are remarks. A rate holds from its day
 * until the next one of its currency, for at most 400 days. USD needs no line.
 * @throws Error that names the line which is wrong
 */
export function parseRates(csv: string): Rates {
  const rates = new Map<string, DatedRate[]>([['USD', [{ day: Number.NEGATIVE_INFINITY, mantissa: 1n, scale: 0 }]]]);
  const lines = csv.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const [header, ...data] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (header?.line !== HEADER) throw new Error(`rates: the first line must be ${HEADER}`);
  for (const { line, number } of data) {
    const parts = LINE.exec(line);
    const time = Date.parse(parts?.[1] ?? '');
    if (!parts || Number.isNaN(time))
      throw new Error(`rates, line ${number}: write date,currency,usd_per_unit as in 2026-01-01,EUR,1.08`);
    const [, , currency, whole, fraction = ''] = parts;
    const mantissa = BigInt(whole! + fraction);
    if (mantissa === 0n)
      throw new Error(`rates, line ${number}: a rate of 0 would make money worthless, leave the line out`);
    const dated = rates.get(currency!) ?? [];
    if (currency === 'USD') throw new Error(`rates, line ${number}: USD is 1, leave the line out`);
    rates.set(currency!, [...dated, { day: time / DAY, mantissa, scale: fraction.length }]);
  }
  for (const dated of rates.values()) dated.sort((a, b) => a.day - b.day);
  return rates;
}

/** Digits after the point of a currency's unit (ISO 4217), where it is not two. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** How many digits the currency has after the point: 2 for USD, 0 for JPY, 3 for KWD. */
export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2;

/** A sum's currency and day, and the rates to use. */
export type Money = { currency: string; date: string; rates: Rates };

/** Minor units in US dollars, as decimal text with six digits after the point; null where no rate is known for the day. */
export const minorUnitsToUsd = (amount: number, money: Money): string | null =>
  toUsd({ amount: BigInt(amount), scale: exponentOf(money.currency), ...money });

/** Millionths of a currency in US dollars, as `minorUnitsToUsd`. */
export const microsToUsd = (micros: number, money: Money): string | null =>
  toUsd({ amount: BigInt(micros), scale: 6, ...money });

function toUsd({ amount, scale, currency, date, rates }: Money & { amount: bigint; scale: number }): string | null {
  const rate = rateOn(rates.get(currency), Date.parse(date) / DAY);
  if (!rate) return null;
  const divisor = 10n ** BigInt(scale + rate.scale);
  // half a millionth rounds up, as amounts have no sign
  const micros = (2n * amount * rate.mantissa * 1_000_000n + divisor) / (2n * divisor);
  const digits = micros.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function rateOn(dated: readonly DatedRate[] | undefined, day: number): DatedRate | undefined {
  const latest = dated?.findLast(rate => rate.day <= day);
  if (!latest || (latest.day + VALID_DAYS < day && Number.isFinite(latest.day))) return undefined;
  return latest;
}
