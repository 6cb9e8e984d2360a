import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ModelRun } from '../../lambdas/refine/models.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { compared, goldenCases, MODELLED } from '../models/golden.ts';
import { buildAll, givenEvents, givenGames, rowsOf } from '../models/lake.ts';
import { queryEngineSuite } from '../ports/query-engine.suite.ts';
import { type RunningTrino, runningTrino } from './open-trino.ts';
import { java, trino, withParts } from './parts.ts';
import { makeTables } from './trino-tables.ts';

withParts('Trino 476', { java: await java(), trino: await trino() }, parts => {
  const cases = MODELLED.flatMap(goldenCases).map((golden, index) => ({ ...golden, game: `case-${index}` }));
  let engine: RunningTrino;
  let runs: ModelRun[];

  beforeAll(async () => {
    engine = await runningTrino(parts);
    await makeTables(engine);
    await ensureTables(engine);
    // all cases in one lake, each a game: five models for all of them instead of for each
    for (const { game, given } of cases) await givenGames(engine, { [game]: given.games?.g ?? '2026-12-31' });
    await givenEvents(
      engine,
      cases.flatMap(({ game, given }) => given.events.map(event => ({ ...event, game }))),
    );
    runs = await buildAll(engine);
  });
  afterAll(() => engine?.close());

  queryEngineSuite('Trino', async () => ({ run: sql => engine.run(sql), objects: engine.objects, close: () => {} }));

  test('every check of every model can be asked, and finds nothing', () => {
    expect(new Set(runs.map(run => run.model))).toEqual(new Set(MODELLED));
    expect(runs.flatMap(run => run.checks)).toEqual([]);
  });

  for (const golden of cases)
    test(`${golden.table}: ${golden.name}`, async () => {
      const where = `game = '${golden.game}' AND (${golden.expected.where ?? 'true'})`;
      expect(compared(await rowsOf(engine, golden.table, where), golden)).toEqual(golden.expected.rows);
    });
});
