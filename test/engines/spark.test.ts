import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tables } from '../../glue/rendered/columns.ts';
import { type DuckDB, openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { spark } from './parts.ts';
import { playedObjects } from './played.ts';
import { refining, sorted } from './refining.ts';
import { runSpark, type Step, sparkTables } from './spark.ts';
import { withParts } from './with-parts.ts';

withParts('the job that rebuilds silver, on Spark 4.0 with Iceberg', { spark: await spark() }, parts => {
  let dir: string;
  let laptop: DuckDB;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'playlake-spark-'));
    const played = await playedObjects(`${dir}/lake`);
    laptop = await openDuckDB({ path: ':memory:', object_path: played.objects.path });
    const { merge } = refining(laptop, played.objects);
    for (const lot of played.lots) await merge(lot);
    const options = ['--bronze', `${dir}/lake/bronze/events`, '--warehouse', `${dir}/warehouse`, '--catalog', 'hadoop'];
    const rebuild = (from: string, to: string) => ({ rebuild: ['--from', from, '--to', to, ...options] });
    const keep = (name: string): Step[] =>
      Object.entries(KEPT).map(([what, query]) => ({ export: query, to: `${dir}/${name}/${what}` }));
    await runSpark({ ...parts, dir, session: ['--from', '2026-03-01', '--to', '2026-03-01', ...options] }, [
      ...sparkTables(),
      rebuild('2026-02-01', '2026-04-30'),
      ...keep('whole'),
      ...FORGET_TOUCHED,
      rebuild('2026-02-01', '2026-04-30'),
      ...keep('again'),
      { ...rebuild('2026-03-05', '2026-03-05'), meanwhile: MERGED_MEANWHILE },
      ...keep('disturbed'),
      { sql: "UPDATE silver.events SET platform = 'spoiled'" },
      { sql: "DELETE FROM silver.fates WHERE fate = 'duplicate'" },
      { sql: "DELETE FROM silver.events WHERE event_type = 'chat_message'" },
      rebuild('2026-03-03', '2026-03-04'),
      ...keep('middle'),
    ]);
  });
  afterAll(async () => {
    await laptop?.close();
    await rm(dir, { recursive: true, force: true });
  });

  const rows = async (name: string, what: keyof typeof KEPT, where = 'true') =>
    sorted(await laptop.run(`SELECT * FROM read_parquet('${dir}/${name}/${what}/*.parquet') WHERE ${where}`));
  const laptopEvents = async (where = 'true') => sorted(await laptop.run(`SELECT * FROM silver.events WHERE ${where}`));
  const laptopDuplicates = async (where = 'true') =>
    sorted(await laptop.run(`SELECT * FROM silver.fates WHERE fate = 'duplicate' AND ${where}`));

  test('has every row and column of silver that the laptop has after its sweeps', async () => {
    const expected = await laptopEvents();
    expect(expected.length).toBeGreaterThan(1500);
    expect(await rows('whole', 'events')).toEqual(expected);
  });

  test('has the fates of all duplicates, conflicts among them', async () => {
    const expected = await laptopDuplicates();
    expect(expected.length).toBeGreaterThan(20);
    expect(await rows('whole', 'fates')).toEqual(expected);
    expect(await rows('whole', 'fates', 'conflict')).not.toEqual([]);
  });

  test('stores the players and days that changed, and changes nothing when it runs again', async () => {
    expect(await rows('whole', 'touched')).toEqual(
      sorted(
        await laptop.run(
          'SELECT DISTINCT game, player_key, event_date FROM silver.events WHERE player_key IS NOT NULL',
        ),
      ),
    );
    expect(await rows('again', 'events')).toEqual(await rows('whole', 'events'));
    expect(await rows('again', 'fates')).toEqual(await rows('whole', 'fates'));
    expect(await rows('again', 'touched')).toEqual([]);
  });

  test('fails when events were merged since it began to read, and leaves them', async () => {
    expect(await rows('disturbed', 'events')).toEqual(
      [...(await rows('whole', 'events')), ...(await rows('disturbed', 'events', "event_id = 'meanwhile'"))].sort(),
    );
    expect(await rows('disturbed', 'events', "event_id = 'meanwhile'")).toHaveLength(1);
  });

  const MIDDLE = "event_date BETWEEN DATE '2026-03-03' AND DATE '2026-03-04'";

  test('rebuilds the days of a span and leaves all others as they were', async () => {
    expect(await rows('middle', 'events', MIDDLE)).toEqual(await laptopEvents(MIDDLE));
    expect(await rows('middle', 'fates')).toEqual(await laptopDuplicates(MIDDLE));
    const others = await rows('middle', 'events', `NOT ${MIDDLE}`);
    expect(others.length).toBeGreaterThan(500);
    expect(others.filter(row => !row.includes('"platform":"spoiled"'))).toEqual([]);
  });
});

const KEPT = {
  events: 'SELECT * FROM silver.events',
  fates: "SELECT * FROM silver.fates WHERE fate = 'duplicate'",
  touched: 'SELECT * FROM refine.touched',
};

const EVENTS = tables['silver.events'].columns.map(({ name }) => name).join(', ');
const MERGED_MEANWHILE = `INSERT INTO silver.events SELECT ${EVENTS.replace('event_id', "'meanwhile'")} FROM silver.events
WHERE event_date = DATE '2026-03-05' LIMIT 1`;
const FORGET_TOUCHED: Step[] = [{ sql: 'DELETE FROM refine.touched' }, { sql: 'DELETE FROM refine.touched_hours' }];
