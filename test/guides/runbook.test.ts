import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { budgets } from '../../lambdas/objectives.ts';
import { alarmsFor } from '../../lib/alarms/catalogue.ts';
import { burnRunbook } from '../../lib/constructs/burn-alarms.ts';
import { prometheusName } from '../../localstack/metrics/exposition.ts';
import { BACK_METRICS, FRONT_METRICS } from '../../localstack/metrics/names.ts';

const [, ...parts] = readFileSync('docs/runbook.md', 'utf8').split(/^## /m);
const sections = new Map(
  parts.map(part => [`#${part.slice(0, part.indexOf('\n'))}`, part.slice(part.indexOf('\n'))] as const),
);

const anchors = new Set<string>([
  ...Object.values(alarmsFor({ tables: ['t'] })).map(({ runbook }) => runbook),
  ...Object.keys(budgets).map(burnRunbook),
  // the one alarm that CloudWatch does not ring
  '#budget',
]);

test('every alarm has its section, and every section belongs to an alarm', () =>
  expect([...sections.keys()].toSorted()).toEqual([...anchors].toSorted()));

test('every section says what the alarm means, how to investigate and what to do, in this order', () => {
  for (const [anchor, text] of sections) {
    const told =
      /\*\*Meaning\.\*\* ([\s\S]{60,})\n\n\*\*Investigation\.\*\* ([\s\S]{60,})\n\n\*\*Remedy\.\*\* ([\s\S]{60,})$/.exec(
        text.trim(),
      );
    expect([anchor, told !== null]).toEqual([anchor, true]);
    const [, , investigation = ''] = told!;
    expect([anchor, investigation.includes('```bash')]).toEqual([anchor, true]);
    expect([anchor, /laptop/i.test(investigation)]).toEqual([anchor, true]);
  }
});

test('links between sections lead somewhere', () => {
  const links = [...sections.values()].flatMap(text => [...text.matchAll(/\]\((#[^)]+)\)/g)].map(([, to]) => to!));
  expect(links.filter(link => !sections.has(link as `#${string}`))).toEqual([]);
});

test('metrics of the laptop that it names are there', () => {
  const names = new Set([...FRONT_METRICS, ...BACK_METRICS].map(prometheusName));
  const text = [...sections.values()].join('');
  const named = [...text.matchAll(/`(playlake_[a-z_]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(name => !names.has(name))).toEqual([]);
});
