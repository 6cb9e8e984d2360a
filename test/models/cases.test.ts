import { describe, expect, test } from '@jest/globals';
import { compared, type GoldenCase, goldenCases, MODELLED } from './golden.ts';
import { buildAll, emptyLake, givenEvents, givenGames, rowsOf } from './lake.ts';

for (const table of MODELLED)
  describe(table, () => {
    const cases = goldenCases(table);
    test('has golden cases', () => expect(cases.length).toBeGreaterThan(0));
    for (const golden of cases) test(golden.name, () => check(golden));
  });

async function check(golden: GoldenCase): Promise<void> {
  const { table, given, expected } = golden;
  expect(given.reasoning.length).toBeGreaterThan(40);
  expect(given.events.length).toBeLessThanOrEqual(30);
  const engine = await emptyLake();
  try {
    await givenGames(engine, given.games ?? { g: '2026-12-31' });
    await givenEvents(engine, given.events);
    await buildAll(engine);
    expect(compared(await rowsOf(engine, table, expected.where), golden)).toEqual(expected.rows);
  } finally {
    await engine.close();
  }
}
