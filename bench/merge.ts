import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tables } from '../glue/rendered/columns.ts';
import { mergeEvents } from '../lambdas/refine/merge.ts';
import { ensureTables } from '../lambdas/refine/tables.ts';
import { openDuckDB } from '../localstack/embedded/duckdb.ts';
import { requestBodies } from './events.ts';
import type { Ratio } from './floor.ts';
import { floorSeconds } from './floor.ts';

/** Merges new events into a silver eight times as large, over the two newest of its twenty days. */
export async function mergeBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const arriving = quick ? 50_000 : 500_000;
  const held = arriving * 8;
  const dir = await mkdtemp(join(tmpdir(), 'playlake-bench-'));
  const engine = await openDuckDB({
    path: join(dir, 'lake.duckdb'),
    object_path: key => join(dir, key),
    threads: 2,
    memory_limit: '320MB',
  });
  try {
    await ensureTables(engine);
    await engine.run(`INSERT INTO silver.events ${rows('silver.events', { from: 0, to: held, day: 0, days: 20 })}`);
    const keys = Array.from({ length: 50 }, (_, index) => `${index}.parquet`);
    for (const [index, key] of keys.entries()) {
      const from = held + (index * arriving) / 50;
      const span = { from, to: from + arriving / 50, day: 18, days: 2 };
      await engine.run(
        `COPY (${rows('bronze.events', span)}) TO '${join(dir, key)}' (FORMAT parquet, COMPRESSION zstd)`,
      );
    }
    const started = performance.now();
    const count = await mergeEvents({ engine, source: engine.objects('bronze', keys), reach_days: 1 });
    const seconds = (performance.now() - started) / 1000;
    if (count.entered !== arriving) throw new Error(`merged ${count.entered} of ${arriving} events`);
    const ratio = seconds / floorSeconds(requestBodies(arriving));
    const note = `${arriving} new into ${held}: ${seconds.toFixed(2)} s`;
    return [{ name: 'merge into silver', ratio, bound: '≤ 4 × floor time', holds: ratio <= 4, note }];
  } finally {
    await engine.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Generated rows of an event table, spread evenly over `days` days from the `day`-th of March 2026. */
function rows(
  table: 'silver.events' | 'bronze.events',
  { from, to, day, days }: { from: number; to: number; day: number; days: number },
): string {
  const time = `TIMESTAMP '2026-03-01' + to_seconds(${day} * 86400 + (i * 7919) % (86400 * ${days}))`;
  const values: Record<string, string> = {
    game: "'g'",
    event_id: "md5('e' || i)",
    event_type: "CASE WHEN i % 10 < 6 THEN 'match_end' ELSE 'resource' END",
    player_key: "sha256('p' || (hash(i) % 50000))",
    client_time: time,
    received_at: time,
    event_time: time,
    event_date: `CAST(${time} AS date)`,
    session_id: "'s' || (i // 20)",
    platform: "'android'",
    app_version: "'1.2.3'",
    country: "'ID'",
    environment: "'production'",
    fingerprint: "hash('f' || i) >> 11",
    region: "'local'",
    shard: "'0'",
    sequence: "lpad(CAST(i // 100 AS varchar), 20, '0')",
    event_index: 'i % 100',
    score: 'i % 1000',
    duration_seconds: 'i % 300',
  };
  const types: Record<string, string> = {
    string: 'varchar',
    json: 'varchar',
    long: 'bigint',
    int: 'integer',
    decimal: 'decimal(18, 6)',
  };
  const columns = tables[table].columns.map(
    ({ name, type }) => `CAST(${values[name] ?? 'NULL'} AS ${types[type] ?? type}) AS ${name}`,
  );
  return `SELECT ${columns.join(', ')} FROM range(${from}, ${to}) t (i)`;
}
