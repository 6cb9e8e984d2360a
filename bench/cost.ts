import { parseArgs } from 'node:util';
import { assumptions } from './cost/assumptions.ts';
import { billOf } from './cost/bill.ts';
import { scanned } from './cost/lake-lines.ts';
import type { Choices } from './cost/load.ts';
import { readMeasures } from './cost/measures.ts';
import { readPrices } from './cost/prices.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '100,10000' },
    'per-request': { type: 'string', default: '100,10' },
    history: { type: 'string', default: '30' },
  },
});
const numbers = (text: string) => text.split(',').map(Number);
const choices: Choices = {
  stream: { mode: 'provisioned', retention_hours: 168 },
  windows: { transform: 60, live: 1 },
  parallelisation: 1,
  refine_minutes: 15,
  edge: true,
  firewall_rules: 3,
  audit: false,
  warm_instances: 0,
};
const { measures } = readMeasures();
const prices = readPrices();
for (const events_per_second of numbers(values.rate))
  for (const events_per_request of numbers(values['per-request'])) {
    const load = { events_per_second, events_per_request, history_days: Number(values.history), choices };
    const { lines, dollars, per_million } = billOf(load, { measures, prices });
    console.log(`\n${events_per_second} events/s, ${events_per_request} a request: $${dollars.toFixed(2)} a month, $${per_million.toFixed(3)} a million events`);
    console.table(lines.map(({ group, item, quantity, unit, dollars: cost }) => ({ group, item, quantity: Number(quantity.toPrecision(4)), unit, dollars: Number(cost.toFixed(2)) })));
  }
console.log('\nAssumptions');
console.table(assumptions);
void scanned;
