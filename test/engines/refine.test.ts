import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { timeBounds } from '../../core/limits.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { athenaSettings, refineDefaults } from '../../lambdas/refine/settings.ts';
import { type DuckDB, openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { type RunningTrino, runningTrino } from './open-trino.ts';
import { java, trino } from './parts.ts';
import { type Played, playedObjects } from './played.ts';
import { REFINED, type Refining, refining, sorted } from './refining.ts';
import { makeTables } from './trino-tables.ts';
import { withParts } from './with-parts.ts';

withParts('refine on Trino with Iceberg', { java: await java(), trino: await trino() }, parts => {
  let played: Played;
  let engines: { trino: RunningTrino; duckdb: DuckDB };
  let lakes: { trino: Refining; duckdb: Refining };

  beforeAll(async () => {
    const trino = await runningTrino(parts);
    played = await playedObjects(trino.lake);
    const duckdb = await openDuckDB({ path: ':memory:', object_path: played.objects.path });
    engines = { trino, duckdb };
    await makeTables(trino);
    lakes = {
      trino: refining(trino, played.objects, { settings: AS_ON_AWS }),
      duckdb: refining(duckdb, played.objects, { settings: { ...refineDefaults, recent_days: AS_ON_AWS.recent_days } }),
    };
  });
  afterAll(async () => {
    await engines?.duckdb.close();
    await engines?.trino.close();
  });

  test('a relation over objects has their rows and no others', async () => {
    const keys = played.lots[1]!.objects.map(({ key }) => key).filter(key => key.startsWith('bronze/'));
    const some = keys.filter((_, index) => index % 2 === 0);
    const all = (engine: QueryEngine) =>
      engine.run(`SELECT event_id, received_at FROM ${engine.objects('bronze', some)}`);
    const rows = sorted(await all(engines.trino));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows).toEqual(sorted(await all(engines.duckdb)));
  });

  // `left`: what silver held until an earlier copy came, by the merge, and by the nightly sweep
  for (const [index, { name, left }] of [
    { name: 'two days', left: 0 },
    { name: 'days after them, and what came late', left: 1 },
    { name: 'positions that came twice, copies days apart, a sweep', left: 1 },
    { name: 'a dead letter and a new day', left: 0 },
  ].entries())
    test(`${name}: every row of every table is as on the laptop`, async () => {
      const run = counts(await lakes.duckdb.merge(played.lots[index]!));
      expect(run.left).toBe(left);
      expect(counts(await lakes.trino.merge(played.lots[index]!))).toEqual(run);
      const everything = await lakes.duckdb.everything();
      for (const { name } of REFINED) expect(everything[name]!.length).toBeGreaterThan(0);
      expect(await lakes.trino.everything()).toEqual(everything);
    });
});

/** The settings on AWS, but that a merge has to go by days, and a run may begin at once. */
const AS_ON_AWS = { ...athenaSettings(timeBounds.late_window), days_per_merge: 2, lease_ms: 0 };

/** What a run says it did, but for its times. */
const counts = ({ entered, left, duplicate, objects, published, models }: Awaited<ReturnType<Refining['merge']>>) => ({
  entered,
  left,
  duplicate,
  objects,
  published,
  models: models.map(({ model, span, checks, passed }) => ({ model, span, checks, passed })),
});
