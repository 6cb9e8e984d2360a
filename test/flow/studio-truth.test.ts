import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { timeBounds } from '../../core/limits.ts';
import { microsToUsd, minorUnitsToUsd, parseRates } from '../../core/money.ts';
import type { Row } from '../../core/ports.ts';
import { ingest } from '../../lambdas/collect/ingest.ts';
import { live } from '../../lambdas/live/live.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { register } from '../../lambdas/register/register.ts';
import { registry } from '../../lambdas/registry.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import type { Money } from '../../localstack/studio/money-book.ts';
import { studio } from '../../localstack/studio/studio.ts';
import { memoryClock, memoryKeyValue, memorySecrets, memoryStream } from '../memory-ports.ts';
import { lakeDirectory } from './running-server.ts';

const DAY = 86_400_000;
const START = '2026-03-01';
const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));
const world = studio({ seed: 'truth', players: 2000, start: START, days: 30, game: 'g' });

let lake: Awaited<ReturnType<typeof playMonth>>;
beforeAll(async () => {
  lake = await playMonth();
}, 120_000);
afterAll(() => lake?.close());

describe('one seeded month of 2,000 players: the lake equals the truth, to the unit', () => {
  const truth = () => world.truth(toUsd);

  test('every received event has the fate it should', async () => {
    const [silver] = await lake.rows('SELECT count(*) AS n FROM silver.events');
    const fates = await lake.rows(
      'SELECT fate, count(*) AS n, count_if(conflict) AS conflicts FROM silver.fates GROUP BY 1',
    );
    const count = (fate: string) => Number(fates.find(row => row.fate === fate)?.n ?? 0);
    const { received, silver: distinct, duplicate, late, conflicts, quarantined } = truth();
    expect({
      silver: silver?.n,
      duplicate: count('duplicate'),
      late: count('late'),
      quarantined: count('quarantined'),
    }).toEqual({
      silver: distinct,
      duplicate,
      late,
      quarantined: Object.values(quarantined).reduce((sum, n) => sum + n, 0),
    });
    expect(Number(fates.find(row => row.fate === 'duplicate')?.conflicts)).toBe(conflicts);
    expect(await lake.received()).toBe(received);
  });

  test('quarantine has the reasons it should', async () => {
    const rows = await lake.rows(
      "SELECT reason, count(*) AS n FROM silver.fates WHERE fate = 'quarantined' GROUP BY 1",
    );
    expect(Object.fromEntries(rows.map(row => [row.reason, row.n]))).toEqual(truth().quarantined);
  });

  test('every day has its players, sessions and money', async () => {
    const rows = await lake.rows("SELECT * FROM gold.daily_metrics WHERE dimension = 'total' ORDER BY event_date");
    const found = new Map(rows.map(row => [row.event_date, row]));
    for (const day of truth().days) {
      const row = found.get(day.date);
      expect({ date: day.date, ...numbersOf(row) }).toEqual({
        date: day.date,
        dau: day.dau,
        wau: day.wau,
        mau: day.mau,
        new_players: day.new_players,
        returning_players: day.returning_players,
        sessions: day.sessions,
        playtime_ms: day.playtime_ms,
        purchases: day.purchases,
        payers: day.payers,
        revenue_micros: day.revenue_usd_micros,
        refund_micros: day.refund_usd_micros,
      });
    }
  });

  test('every dimension has its players', async () => {
    const rows = await lake.rows("SELECT * FROM gold.daily_metrics WHERE dimension <> 'total' AND dau > 0");
    const expected = Object.entries(truth().dau_by).flatMap(([dimension, days]) =>
      Object.entries(days).flatMap(([date, values]) =>
        Object.entries(values).map(([value, dau]) => `${dimension} ${date} ${value} ${dau}`),
      ),
    );
    expect(rows.map(row => `${row.dimension} ${row.event_date} ${row.dimension_value} ${row.dau}`).sort()).toEqual(
      expected.sort(),
    );
  });

  test('every cohort comes back as it should', async () => {
    const rows = await lake.rows('SELECT * FROM gold.retention WHERE players IS NOT NULL ORDER BY cohort_date, day_n');
    const cells = new Map(rows.map(row => [`${row.cohort_date} ${row.day_n}`, row]));
    for (const { cohort_date, size, players } of truth().cohorts)
      players.forEach((n, day) => {
        const cell = cells.get(`${cohort_date} ${day}`);
        expect([cohort_date, day, cell?.cohort_size, cell?.players]).toEqual([cohort_date, day, size, n]);
      });
  });
});

const numbersOf = (row: Row | undefined) => ({
  dau: row?.dau,
  wau: row?.wau,
  mau: row?.mau,
  new_players: row?.new_players,
  returning_players: row?.returning_players,
  sessions: row?.sessions,
  playtime_ms: Math.round(Number(row?.playtime_seconds) * 1000),
  purchases: row?.purchases,
  payers: row?.payers,
  revenue_micros: Math.round(Number(row?.revenue_usd) * 1e6),
  refund_micros: Math.round(Number(row?.refund_usd) * 1e6),
});

function toUsd({ unit, amount, ...money }: Money): number | undefined {
  const usd = (unit === 'minor' ? minorUnitsToUsd : microsToUsd)(amount, { ...money, rates });
  return usd === null ? undefined : Math.round(Number(usd) * 1e6);
}

/** Plays the month through collect's ingest on a clock that follows the requests, then merges and builds everything. */
async function playMonth() {
  const { dir, remove } = await lakeDirectory();
  const clock = memoryClock();
  const keyValue = memoryKeyValue(clock);
  const note = register({ keyValue, clock });
  const objects = await openFiles({ root: dir, onPut: object => note([object]) });
  const engine = await openDuckDB({ path: ':memory:', object_path: objects.path });
  const games = registry({ keyValue, secrets: memorySecrets(), clock });
  await games.createGame({ id: 'g', name: 'g' });
  const stream = memoryStream(clock);
  let next = 0;
  const send = ingest(
    { stream, registry: games, clock, newId: () => `d${next++}` },
    { region: 'local', rates, ...timeBounds },
  );
  for (const { received_at, ...request } of world.requests()) {
    clock.set(received_at);
    await send({ game: 'g', protocol: 'native', ...request });
  }
  for (const consumer of [transform({ objects }), live({ keyValue, clock })])
    for (let at = 0; at < stream.records.length; at += 2000) await consumer(stream.records.slice(at, at + 2000));
  clock.set(Date.parse(START) + 45 * DAY);
  await ensureTables(engine);
  await refine({ engine: () => engine, keyValue, objects, clock, games: games.games, tables: async () => undefined })();
  return {
    rows: (sql: string) => engine.run(sql),
    received: async () =>
      (await keyValue.query('received#g')).reduce((sum, item) => sum + (item.value as { events: number }).events, 0),
    close: async () => {
      await engine.close();
      await remove();
    },
  };
}
