import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ModelRun } from '../../lambdas/refine/models.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { namedQueries } from '../../lib/named-queries.ts';
import { compared, goldenCases, MODELLED } from '../models/golden.ts';
import { buildAll, givenEvents, givenGames, rowsOf } from '../models/lake.ts';
import { queryEngineSuite } from '../ports/query-engine.suite.ts';
import { type RunningTrino, runningTrino } from './open-trino.ts';
import { java, trino } from './parts.ts';
import { makeTables } from './trino-tables.ts';
import { withParts } from './with-parts.ts';

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

  test('three statements that change one row at once all have their effect', async () => {
    await engine.run('CREATE TABLE work.counter AS SELECT 1 AS id, 0 AS n');
    const add = `MERGE INTO work.counter t USING (VALUES 1) AS s (id) ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = t.n + 1`;
    await Promise.all([1, 2, 3].map(() => engine.run(add)));
    expect(await engine.run('SELECT n FROM work.counter')).toEqual([{ n: 3 }]);
  });

  test('every check of every model can be asked: none fails, and those warn that the cases give reason to', () => {
    expect(new Set(runs.map(run => run.model))).toEqual(new Set(MODELLED));
    expect(runs.filter(run => !run.passed)).toEqual([]);
    expect(new Set(runs.flatMap(run => run.checks.map(check => check.name)))).toEqual(
      new Set(['hardly any session lasts a whole day', 'more was refunded than earned']),
    );
  });

  for (const { name, sql } of namedQueries)
    test(`analysts can ask: ${name}`, async () =>
      expect(await engine.run(`EXPLAIN (TYPE VALIDATE) ${sql}`)).toEqual([{ Valid: true }]));

  for (const golden of cases)
    test(`${golden.table}: ${golden.name}`, async () => {
      const where = `game = '${golden.game}' AND (${golden.expected.where ?? 'true'})`;
      expect(compared(await rowsOf(engine, golden.table, where), golden)).toEqual(golden.expected.rows);
    });
});
