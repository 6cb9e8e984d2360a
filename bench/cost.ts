import { parseArgs } from 'node:util';
import type { EnvironmentName } from '../lib/environments.ts';
import { environments } from '../lib/environments.ts';
import { billOf } from './cost/bill.ts';
import { oneRegion, twoRegions } from './cost/deployments.ts';
import { choicesOf } from './cost/environment.ts';
import type { Choices } from './cost/load.ts';
import { costTable } from './cost/markdown.ts';
import { measureAll, REQUEST_SIZES } from './cost/measure.ts';
import { readMeasures } from './cost/measures.ts';
import { readPrices } from './cost/prices.ts';
import { printBill, printSavings, printScans, printSources } from './cost/print.ts';

const { values } = parseArgs({
  options: {
    /** Events a second, separated by commas. */
    rate: { type: 'string', default: '100,10000' },
    /** Events a request, of those that were measured. */
    'per-request': { type: 'string', default: REQUEST_SIZES.join(',') },
    /** Days of data the lake holds. */
    days: { type: 'string', default: '30' },
    /** An environment of lib/environments.ts; without it, one region as the README has it. */
    environment: { type: 'string' },
    regions: { type: 'string', default: '1' },
    /** The table of the README, and nothing else. */
    markdown: { type: 'boolean', default: false },
    /** Measures anew what the stored figures say of this machine. */
    measure: { type: 'boolean', default: false },
  },
});
const chosen = values.environment && environments[values.environment as EnvironmentName];
if (values.environment && !chosen)
  throw new Error(`there is no environment '${values.environment}': see lib/environments.ts`);
const choices = chosen ? choicesOf(chosen) : values.regions === '2' ? twoRegions : oneRegion;
const numbers = (text: string) => text.split(',').map(Number);

if (values.measure) await measureAll(new Date().toISOString().slice(0, 10));
const file = readMeasures();
const prices = readPrices();
const billsOf = (chosen: Choices) =>
  numbers(values.rate).flatMap(events_per_second =>
    numbers(values['per-request']).map(events_per_request => {
      const load = { events_per_second, events_per_request, history_days: Number(values.days), choices: chosen };
      return billOf(load, { measures: file.measures, prices });
    }),
  );
const bills = billsOf(choices);
if (values.markdown) console.log(costTable(bills, billsOf({ ...choices, models: false })));
else {
  for (const bill of bills) printBill(bill);
  for (const bill of bills) printSavings(bill, { measures: file.measures, prices });
  printScans(bills[0]!, file);
  printSources(file, prices);
}
