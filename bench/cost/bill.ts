import { edgeLines, functionLines, keyValueLines, streamLines } from './ingest-lines.ts';
import { lakeLines } from './lake-lines.ts';
import type { Line, Priced } from './lines.ts';
import type { Load } from './load.ts';
import type { Measures } from './measures.ts';
import { measured } from './measures.ts';
import { operationsLines } from './operations-lines.ts';
import type { Prices } from './prices.ts';
import { dollarsOf } from './prices.ts';

export type Bill = { lines: Line[]; dollars: number; per_million: number };

/** What a month of a load costs. */
export function billOf(load: Load, { measures, prices }: { measures: Measures; prices: Prices }): Bill {
  const priced: Priced = {
    load,
    measures,
    prices,
    at: name => measured(measures, `${name}@${load.events_per_request}`),
    line: (group, price, quantity) => {
      const dollars = dollarsOf(prices, price, quantity);
      const { item, unit } = prices[price]!;
      return { group, price, item, quantity, unit, dollars };
    },
  };
  const lines = [edgeLines, streamLines, functionLines, keyValueLines, lakeLines, operationsLines].flatMap(of => of(priced));
  const dollars = lines.reduce((sum, line) => sum + line.dollars, 0);
  return { lines, dollars, per_million: dollars / ((load.events_per_second * 30 * 86_400) / 1e6) };
}
