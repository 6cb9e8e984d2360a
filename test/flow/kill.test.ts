import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { accounting, createGame, lakeDirectory, send, startServer } from './running-server.ts';

const KILLS = 20;
const CLIENTS = 4;
const PER_REQUEST = 50;

test(`${KILLS} kills under load: every acknowledged event is in silver exactly once and the accounting is even`, async () => {
  const { dir, remove } = await lakeDirectory();
  let server = await startServer(dir);
  const key = await createGame(server, 'g');
  const acknowledged = new Set<string>();
  let sent = 0;
  let loading = true;

  async function client(): Promise<void> {
    while (loading) {
      const ids = Array.from({ length: PER_REQUEST }, () => `e${sent++}`);
      for (let kept = false; !kept && loading; ) {
        const answer = await send(server, key, requestOf(ids)).catch(() => undefined);
        kept = answer?.status === 201;
        if (!kept) await sleep(20);
      }
      if (loading) for (const id of ids) acknowledged.add(id);
    }
  }

  const clients = Array.from({ length: CLIENTS }, client);
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(100 + Math.random() * 900);
    await server.kill();
    server = await startServer(dir);
  }
  loading = false;
  await Promise.all(clients);
  await server.api('POST', '/api/operations/refine', {});
  const total = await accounting(server, 'g');
  expect(await server.stop()).toBe(0);
  const counts = await copiesById(dir);
  await remove();

  expect(acknowledged.size).toBeGreaterThan(1000);
  expect([...acknowledged].filter(id => counts.get(id) !== 1)).toEqual([]);
  expect([...counts.values()].filter(n => n !== 1)).toEqual([]);
  expect(total.difference).toBe(0);
  expect(total.silver).toBe(counts.size);
}, 240_000);

/** How often silver holds each event id; read from the files of a stopped lake. */
async function copiesById(dir: string): Promise<Map<string, number>> {
  const engine = await openDuckDB({ path: join(dir, 'lake.duckdb'), object_path: key => key });
  const rows = await engine.all("SELECT event_id, count(*) AS n FROM silver.events WHERE game = 'g' GROUP BY 1");
  await engine.close();
  return new Map(rows.map(row => [String(row.event_id), Number(row.n)]));
}

function requestOf(ids: readonly string[]): string {
  const now = new Date().toISOString();
  const events = ids.map(event_id => ({
    event_id,
    event_type: 'match_end',
    player_id: `player-${event_id.length}`,
    client_time: now,
    properties: { score: 1 },
  }));
  return JSON.stringify({ sent_at: now, events });
}
