import { flowOf } from './flow.ts';
import { edgeLines, functionLines, keyValueLines, streamLines } from './ingest-lines.ts';
import { bronzeBytes, lakeLines } from './lake-lines.ts';
import type { Line, Priced } from './lines.ts';
import type { Load } from './load.ts';
import { eventsOf, GB } from './load.ts';
import type { Measures } from './measures.ts';
import { measured } from './measures.ts';
import { operationsLines } from './operations-lines.ts';
import type { Prices } from './prices.ts';
import { dollarsOf, freeDollars } from './prices.ts';

/** What a month costs: its lines, their sum, what AWS gives every account for nothing of it, and the sum for a million events. */
export type Bill = { load: Load; lines: Line[]; dollars: number; free: number; per_million: number };

/** What the figures are taken from. */
export type Sources = { measures: Measures; prices: Prices };

/** The bill of a month of a load. Throws when a figure or a price is missing. */
export function billOf(load: Load, sources: Sources): Bill {
  const p = priced(load, sources);
  const here = [edgeLines, streamLines, functionLines, keyValueLines, lakeLines, operationsLines].flatMap(of => of(p));
  const lines = [...here, ...(load.choices.regions === 2 ? secondRegion(p) : [])];
  const dollars = lines.reduce((sum, line) => sum + line.dollars, 0);
  const free = here.reduce((sum, { price, quantity }) => sum + freeDollars(sources.prices, price, quantity), 0);
  return { load, lines, dollars, free, per_million: dollars / (eventsOf(load) / 1e6) };
}

const priced = (load: Load, { measures, prices }: Sources): Priced => ({
  load,
  measures,
  at: name => measured(measures, `${name}@${load.events_per_request}`),
  line: (group, price, quantity) => {
    const dollars = dollarsOf(prices, price, quantity);
    const { item, unit } = prices[price]!;
    return { group, price, item, quantity, unit, dollars };
  },
});

/** The same events, half of them received in each region: the second has the whole lake too, and objects travel between them. */
function secondRegion(p: Priced): Line[] {
  const { events, objects } = flowOf(p);
  const again = [...lakeLines(p), ...operationsLines(p), ...streamLines(p)];
  const carried = (bronzeBytes(p) * events) / GB;
  return [
    ...again.map(line => ({ ...line, group: 'second region' as const })),
    p.line('second region', 'transfer.between_regions', carried),
    p.line('second region', 's3.put', objects),
  ];
}
