import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { microsToUsd, minorUnitsToUsd, parseRates } from '../../core/money.ts';
import { localClient } from '../../localstack/cli/local-client.ts';
import { systemClock } from '../../localstack/embedded/clock.ts';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';
import type { Money } from '../../localstack/studio/money-book.ts';
import type { StudioOptions } from '../../localstack/studio/studio.ts';
import { studio } from '../../localstack/studio/studio.ts';
import type { RunningServer } from './running-server.ts';
import { accounting, lakeDirectory, startServer } from './running-server.ts';

const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));

test('a demo that is killed while it loads begins again and ends with the numbers of its studio', async () => {
  const { dir, remove } = await lakeDirectory();
  for (const killed_at of [1000, 5000]) {
    const server = await startServer(dir, []);
    await received(server, killed_at);
    await server.kill();
  }
  expect((await demoOf(dir)).loaded).toBe(false);
  const server = await startServer(dir, []);
  while (!(await demoOf(dir)).loaded) await sleep(200);
  const options = (await demoOf(dir)).studio;
  expect(await server.stop()).toBe(0);

  const lake = await localClient(dir);
  await lake.call('POST', '/api/operations/refine', {});
  const query = async (sql: string) => (await lake.call('POST', '/api/sql', { sql })).rows;
  const truth = studio(options).truth(toUsd);
  // live play goes on from `until`, on the last day
  const until = `TIMESTAMP '${new Date(options.until!).toISOString().slice(0, -1)}'`;
  const held = await query(`SELECT count(*) AS silver FROM silver.events WHERE received_at < ${until}`);
  expect(held).toEqual([{ silver: truth.silver }]);
  const last = truth.days.at(-1)!.date;
  const days = await query(
    `SELECT event_date AS date, dau, wau, mau, new_players, sessions, purchases FROM gold.daily_metrics WHERE dimension = 'total' AND event_date < DATE '${last}' ORDER BY 1`,
  );
  expect(days).toEqual(
    truth.days.slice(0, -1).map(({ date, dau, wau, mau, new_players, sessions, purchases }) => ({
      date,
      dau,
      wau,
      mau,
      new_players,
      sessions,
      purchases,
    })),
  );
  const { total } = await lake.call('GET', '/api/streaming/status?game=demo');
  expect(total).toMatchObject({ difference: 0, failed: 0 });
  expect((total as { received: number }).received).toBeGreaterThan(truth.received + 5000);
  await lake.close();
  await remove();
}, 240_000);

/** Waits until so many events have been received. */
async function received(server: RunningServer, events: number): Promise<void> {
  while (((await accounting(server, 'demo')).received ?? 0) < events) await sleep(50);
}

/** What the lake knows of its demo. */
async function demoOf(dir: string): Promise<{ studio: StudioOptions; loaded: boolean }> {
  const store = openSqlite({ path: join(dir, 'state.sqlite'), clock: systemClock });
  const state = await store.get({ partition: 'laptop', sort: 'demo' });
  store.close();
  return state as unknown as { studio: StudioOptions; loaded: boolean };
}

function toUsd({ unit, amount, ...money }: Money): number | undefined {
  const usd = (unit === 'minor' ? minorUnitsToUsd : microsToUsd)(amount, { ...money, rates });
  return usd === null ? undefined : Math.round(Number(usd) * 1e6);
}
