import type { Bill } from './bill.ts';
import { published } from './deployments.ts';
import { GROUPS } from './lines.ts';
import { groupsOf, titleOf, usd } from './print.ts';

/** The bills side by side as a table of Markdown, a line for each part; the same up to silver alone; and what others publish for the same loads. */
export function costTable(bills: readonly Bill[], toSilver: readonly Bill[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = bills.map(bill => new Map(groupsOf(bill).map(({ group, dollars }) => [group, usd(dollars)])));
  const groups = GROUPS.filter(group => parts.some(part => part.has(group)));
  return [
    row(['dollars a month', ...bills.map(titleOf)]),
    row(['---', ...bills.map(() => '---:')]),
    ...groups.map(group => row([group, ...parts.map(part => part.get(group) ?? '')])),
    row(['**all**', ...bills.map(({ dollars }) => `**${usd(dollars)}**`)]),
    row(['less what AWS gives every account', ...bills.map(({ dollars, free }) => usd(dollars - free))]),
    row(['up to silver, without models and marts', ...toSilver.map(({ dollars }) => usd(dollars))]),
    row(['a million events', ...bills.map(({ per_million }) => usd(per_million))]),
    ...published.map(({ name, costs }) =>
      row([name, ...bills.map(({ load }) => costs[`${load.events_per_second}/${load.events_per_request}`] ?? '')]),
    ),
  ].join('\n');
}
