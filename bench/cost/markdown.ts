import type { Bill } from './bill.ts';
import { guidance } from './deployments.ts';
import { groupsOf, titleOf, usd } from './print.ts';

/** The bills side by side as a table of Markdown, a line for each part, with what the guidance publishes at the end. */
export function costTable(bills: readonly Bill[], published: Bill): string {
  const parts = groupsOf(published).map(({ group }) => group);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const part = (bill: Bill, name: string) => usd(groupsOf(bill).find(({ group }) => group === name)?.dollars ?? 0);
  return [
    row(['a month', ...bills.map(titleOf)]),
    row(['---', ...bills.map(() => '---:')]),
    ...parts.map(name => row([name, ...bills.map(bill => part(bill, name))])),
    row(['**all**', ...bills.map(bill => `**${usd(bill.dollars)}**`)]),
    row(['a million events', ...bills.map(bill => usd(bill.per_million))]),
    row([
      'AWS guidance: Iceberg lake, and real time',
      ...bills.map(bill => (bill === published ? `${usd(guidance.lake)} + ${usd(guidance.real_time)}` : '')),
    ]),
  ].join('\n');
}
