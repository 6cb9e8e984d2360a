import { readFileSync } from 'node:fs';
import { z } from 'zod';

const tierSchema = z.strictObject({ up_to: z.number().optional(), price: z.number() });
const priceSchema = z.strictObject({
  item: z.string(),
  unit: z.string(),
  price: z.number().optional(),
  tiers: z.array(tierSchema).optional(),
  /** What every account has for nothing each month; never deducted, only reported. */
  always_free: z.number().optional(),
  source: z.string(),
  date: z.string(),
  confirmed: z.union([z.string(), z.literal(false)]),
});
const fileSchema = z.strictObject({
  region: z.string(),
  currency: z.string(),
  note: z.string(),
  prices: z.record(z.string(), priceSchema),
});

export type Price = z.infer<typeof priceSchema>;
export type Prices = Readonly<Record<string, Price>>;

/** The list prices. Throws when the file is not of their form. */
export const readPrices = (path = 'bench/prices.json'): Prices =>
  fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).prices;

/** Dollars of a quantity in the price's unit: each tier's part at the tier's price. Throws when nobody listed the price. */
export function dollarsOf(prices: Prices, name: string, quantity: number): number {
  const found = prices[name];
  if (!found) throw new Error(`there is no price '${name}': add it to bench/prices.json`);
  let dollars = 0;
  let from = 0;
  for (const { up_to = Number.POSITIVE_INFINITY, price } of found.tiers ?? [{ price: found.price! }]) {
    dollars += Math.max(0, Math.min(quantity, up_to) - from) * price;
    from = up_to;
  }
  return dollars;
}

/** Dollars of what every account has for nothing each month of such a quantity. */
export function freeDollars(prices: Prices, name: string, quantity: number): number {
  const given = Math.min(quantity, prices[name]?.always_free ?? 0);
  return dollarsOf(prices, name, given);
}
