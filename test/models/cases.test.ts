import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { tables } from '../../glue/rendered/columns.ts';
import type { GivenEvent } from './lake.ts';
import { buildAll, emptyLake, givenEvents, givenGames, rowsOf } from './lake.ts';

type Given = { reasoning: string; games?: Record<string, string>; events: GivenEvent[] };
type Expected = { where?: string; rows: Record<string, unknown>[] };

const root = 'glue/models';

for (const zone of ['silver', 'gold'])
  for (const model of readdirSync(join(root, zone)))
    describe(`${zone}.${model}`, () => {
      const cases = join(root, zone, model, 'cases');
      test('has golden cases', () => expect(existsSync(cases) && readdirSync(cases).length).toBeTruthy());
      if (existsSync(cases))
        for (const name of readdirSync(cases))
          test(name.replaceAll('-', ' '), () => check(join(cases, name), `${zone}.${model}` as keyof typeof tables));
    });

async function check(folder: string, table: keyof typeof tables): Promise<void> {
  const given = parse(readFileSync(join(folder, 'given.yaml'), 'utf8')) as Given;
  const expected = parse(readFileSync(join(folder, 'expect.yaml'), 'utf8')) as Expected;
  expect(given.reasoning.length).toBeGreaterThan(40);
  expect(given.events.length).toBeLessThanOrEqual(30);
  const engine = await emptyLake();
  try {
    await givenGames(engine, given.games ?? { g: '2026-12-31' });
    await givenEvents(engine, given.events);
    await buildAll(engine);
    const rows = await rowsOf(engine, table, expected.where);
    const wanted = Object.keys(expected.rows[0] ?? {});
    expect(rows.map(row => Object.fromEntries(wanted.map(name => [name, row[name]])))).toEqual(expected.rows);
  } finally {
    await engine.close();
  }
}
