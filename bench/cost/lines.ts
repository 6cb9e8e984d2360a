import type { Load } from './load.ts';
import type { Measures } from './measures.ts';
import type { Prices } from './prices.ts';

/** A line of the bill: so much of something, for so many dollars a month. */
export type Line = { group: string; price: string; item: string; quantity: number; unit: string; dollars: number };

/** A load with what is needed to price it. */
export type Priced = {
  load: Load;
  measures: Measures;
  /** A measured figure of requests of this load's size. */
  at: (name: string) => number;
  line: (group: string, price: string, quantity: number) => Line;
  prices: Prices;
};
