import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parsePrometheus } from './prometheus.ts';
import type { RunningServer } from './running-server.ts';
import { createGame, lakeDirectory, send, startServer } from './running-server.ts';

let server: RunningServer;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await lakeDirectory();
  ({ remove } = made);
  server = await startServer(made.dir);
});
afterAll(async () => {
  await server?.stop();
  await remove?.();
});

const scrape = async () => {
  const answer = await fetch(`${server.url}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parsePrometheus(await answer.text());
};
const match = (event_id: string) => ({
  event_id,
  event_type: 'match_end',
  player_id: 'anna@example.com',
  client_time: new Date().toISOString(),
  properties: { score: 1 },
});
const body = (events: unknown[]) => JSON.stringify({ sent_at: new Date().toISOString(), events });

test('/metrics tells, without a token, exactly what was sent and what became of it', async () => {
  const key = await createGame(server, 'space');
  await send(server, key, body([match('1'), match('2'), match('2')]));
  await send(server, key, body([match('3'), { ...match('4'), event_type: 'nonsense' }]));
  await send(server, 'no-such-key-at-all', body([match('5')]));
  await send(server, key, '{"events": 7}');
  await server.api('POST', '/api/operations/refine');

  const metrics = await scrape();
  const value = (name: string, labels = '') => metrics.get(`playlake_${name}`)?.samples.get(labels);
  expect({
    accepted: value('events_accepted_total', 'game="space"'),
    rejected: value('events_rejected_total', 'game="space"'),
    received: value('events_received_total', 'game="space"'),
    bronze: value('events_written_total', 'zone="bronze"'),
    quarantine: value('events_written_total', 'zone="quarantine"'),
    merged: value('events_merged_total'),
    duplicate: value('events_duplicate_total'),
    unknown_key: value('requests_refused_total', 'code="unknown_key"'),
    access_refused: value('access_refused_total'),
    dead_letters: value('dead_letters_total'),
    difference: value('accounting_difference', 'game="space"'),
  }).toEqual({
    accepted: 4,
    rejected: 1,
    received: 5,
    bronze: 4,
    quarantine: 1,
    merged: 3,
    duplicate: 1,
    unknown_key: 1,
    access_refused: 1,
    dead_letters: 0,
    difference: 0,
  });
  const route = 'route="POST /v1/events"';
  expect(value('http_requests_total', route)).toBe(4);
  expect(value('http_client_errors_total', route)).toBe(2);
  expect(value('http_server_errors_total', route)).toBe(0);
  expect(value('http_duration_seconds', `_count ${route}`)).toBe(4);
  for (const consumer of ['transform', 'live']) {
    expect([consumer, value('consumer_lag', `function="${consumer}"`)]).toEqual([consumer, 0]);
    expect([consumer, value('consumer_age_seconds', `function="${consumer}"`)]).toEqual([consumer, 0]);
  }
  expect(value('refine_duration_seconds', '_count')).toBeGreaterThan(0);
  expect(value('refine_failures_total')).toBe(0);
  const tables = metrics.get('playlake_table_age_seconds')!.samples;
  expect([...tables.keys()].toSorted()).toEqual(
    [
      'gold.daily_metrics',
      'gold.retention',
      'silver.events',
      'silver.fates',
      'silver.player_days',
      'silver.players',
      'silver.sessions',
    ].map(table => `table="${table}"`),
  );
  for (const age of tables.values()) expect(age).toBeLessThan(60);
  expect(value('process_memory_bytes')).toBeGreaterThan(50_000_000);
});

test('counters only grow, and nothing of a player or a key is among the labels', async () => {
  const before = await scrape();
  const after = await scrape();
  const counters = [...before].filter(([, { type }]) => type === 'counter');
  expect(counters.length).toBeGreaterThan(10);
  for (const [name, { samples }] of counters)
    for (const [labels, value] of samples) {
      expect(after.get(name)!.samples.get(labels)).toBeGreaterThanOrEqual(value);
      expect(labels).toMatch(
        /^$|^(game="space"|code="[a-z_]+"|zone="[a-z]+"|function="[a-z]+"|route="[^"]+"|severity="[a-z]+")$/,
      );
    }
});

test('/metrics is only for reading', async () => {
  const answer = await fetch(`${server.url}/metrics`, { method: 'POST' });
  expect(answer.status).toBe(404);
});
