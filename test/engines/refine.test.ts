import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { runningTrino } from './open-trino.ts';
import { java, trino, withParts } from './parts.ts';
import { type Played, playedObjects } from './played.ts';
import { type Refining, refining } from './refining.ts';
import { makeTables } from './trino-tables.ts';

withParts('refine on Trino with Iceberg', { java: await java(), trino: await trino() }, parts => {
  let played: Played;
  let referee: Refining;
  let laptop: Refining;
  const closing: (() => Promise<unknown> | unknown)[] = [];

  beforeAll(async () => {
    const engine = await runningTrino(parts);
    closing.push(engine.close);
    played = await playedObjects(engine.lake);
    const duckdb = await openDuckDB({ path: ':memory:', object_path: played.objects.path });
    closing.push(duckdb.close);
    await ensureTables(duckdb);
    laptop = refining(duckdb, played.objects);
    await makeTables(engine);
    referee = refining(engine, played.objects);
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  for (const [index, name] of ['two days', 'what came late', 'what came twice and days apart', 'a new day'].entries())
    test(`${name}: every row of every table is as on the laptop`, async () => {
      const lot = played.lots[index]!;
      const expected = counts(await laptop.merge(lot));
      expect(counts(await referee.merge(lot))).toEqual(expected);
      const everything = await laptop.everything();
      expect(await referee.everything()).toEqual(everything);
    });
});

/** What a run says it did, but for its times. */
const counts = ({ entered, left, duplicate, objects, published, models }: Awaited<ReturnType<Refining['merge']>>) => ({
  entered,
  left,
  duplicate,
  objects,
  published,
  models: models.map(({ model, span, checks, passed }) => ({ model, span, checks, passed })),
});
