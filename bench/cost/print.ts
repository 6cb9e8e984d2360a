import { assumptions } from './assumptions.ts';
import type { Bill, Sources } from './bill.ts';
import { billOf } from './bill.ts';
import { savings } from './deployments.ts';
import type { Group } from './lines.ts';
import { GROUPS } from './lines.ts';
import type { Choices } from './load.ts';
import type { MeasuresFile } from './measures.ts';
import type { Prices } from './prices.ts';
import { scansOf } from './scans.ts';

/** Dollars as a bill has them. */
export const usd = (dollars: number): string =>
  `$${dollars.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** What a bill is for. */
export const titleOf = ({ load }: Pick<Bill, 'load'>): string =>
  `${load.events_per_second.toLocaleString('en')} events/s, ${load.events_per_request} a request`;

/** Dollars of each part of a bill, in the order of the flow; parts it does not have are left out. */
export function groupsOf({ lines }: Pick<Bill, 'lines'>): { group: Group; dollars: number }[] {
  return GROUPS.flatMap(group => {
    const own = lines.filter(line => line.group === group);
    return own.length > 0 ? [{ group, dollars: own.reduce((sum, line) => sum + line.dollars, 0) }] : [];
  });
}

/** A bill, line by line. */
export function printBill(bill: Bill): void {
  console.log(`\n${titleOf(bill)}: ${usd(bill.dollars)} a month, ${usd(bill.per_million)} a million events`);
  console.table(
    bill.lines.map(({ group, item, quantity, unit, dollars }) => ({
      group,
      item,
      quantity: short(quantity),
      unit,
      usd: cents(dollars),
    })),
  );
  console.log(`Of this, AWS gives every account ${usd(bill.free)} for nothing each month; it is not deducted.`);
}

/** What refine scans, statement by statement. */
export function printScans({ load }: Bill, { measures }: MeasuresFile): void {
  const { scans } = scansOf({ load, measures });
  console.log(`\nWhat refine scans in a month, at ${titleOf({ load })}`);
  console.table(scans.map(({ step, bytes, every }) => ({ step, every, gigabytes: short(bytes / 1e9) })));
}

/** What each choice of a studio would save, by itself and with all the others. */
export function printSavings({ load, dollars }: Bill, sources: Sources): void {
  const saved = (changed: Partial<Choices>) => {
    const bill = billOf({ ...load, choices: { ...load.choices, ...changed } }, sources);
    return cents(dollars - bill.dollars);
  };
  console.log(`\nWhat could be saved, dollars a month at ${titleOf({ load })}`);
  console.table({
    ...Object.fromEntries(Object.entries(savings).map(([what, changed]) => [what, { usd: saved(changed) }])),
    'all of these': { usd: saved(Object.assign({}, ...Object.values(savings)) as Partial<Choices>) },
  });
}

/** Everything the bills are made from. */
export function printSources({ date, machine, measures }: MeasuresFile, prices: Prices): void {
  console.log('\nAssumed');
  console.table(assumptions);
  console.log(`\nMeasured on ${date}, ${machine}`);
  console.table(measures);
  console.log('\nList prices, us-east-1');
  console.table(
    Object.fromEntries(
      Object.entries(prices).map(([name, { price, tiers, unit, date: known, confirmed }]) => [
        name,
        {
          usd: price ?? tiers?.map(tier => tier.price).join(', '),
          per: unit,
          known,
          confirmed: confirmed ? 'yes' : 'no',
        },
      ]),
    ),
  );
  console.log(
    'Left out: support plans, tax, GuardDuty and other optional services, statements of analysts, transfer to other clouds.',
  );
}

const short = (quantity: number) => Number(quantity.toPrecision(4));
const cents = (dollars: number) => Number(dollars.toFixed(2));
