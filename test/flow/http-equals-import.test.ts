import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { contentEventId } from '../../core/event-id.ts';
import { studio } from '../../localstack/studio/studio.ts';
import type { NativeEvent } from './both-ways.ts';
import { bothWays } from './both-ways.ts';
import { dataset, describeDataset } from './datasets.ts';
import { PLAY_LOG, readPlays } from './play-log.ts';
import { lakeDirectory } from './running-server.ts';

const ALIKE = {
  'silver.sessions': 0,
  'silver.player_days': 0,
  'silver.players': 0,
  'gold.daily_metrics': 0,
  'gold.retention': 0,
  'silver.events': 0,
};

test('a studio of every kind of event, the refused among them, is the same by import and by HTTP', async () => {
  const { dir, remove } = await lakeDirectory();
  const [file, sql] = [join(dir, 'events.ndjson'), join(dir, 'mapping.sql')];
  const events = studioEvents();
  await writeFile(file, events.map(event => JSON.stringify(event)).join('\n'));
  await writeFile(sql, 'SELECT * FROM input');
  const { compared, quarantined, total } = await bothWays({ events, file, sql });
  await remove();
  expect(differing(compared)).toEqual(ALIKE);
  expect(total).toMatchObject({ received: 2 * events.length, difference: 0 });
  expect(compared['silver.events']!.rows).toBeGreaterThan(1000);
  expect(compared['silver.events']!.rows + quarantined.sent.length).toBe(events.length);
  expect(quarantined.sent.length).toBeGreaterThan(REFUSED.length);
  expect(quarantined.sent).toEqual(quarantined.imported);
});

describeDataset(PLAY_LOG, 'the play log of a real game', () => {
  test('sent by HTTP gives the same silver and the same gold as its import, row for row', async () => {
    const { compared, quarantined, total } = await bothWays({
      events: readPlays().map(eventOf),
      file: dataset(PLAY_LOG),
      sql: 'docs/guides/import/game1-playlog.sql',
    });
    expect(differing(compared)).toEqual(ALIKE);
    expect(total).toMatchObject({
      received: 175_634,
      silver: 87_727,
      duplicate: 87_889,
      quarantined: 18,
      difference: 0,
    });
    expect(compared).toMatchObject({ 'silver.events': { rows: 87_727 }, 'gold.daily_metrics': { rows: 916 } });
    expect(quarantined.sent).toHaveLength(9);
    expect(quarantined.sent).toEqual(quarantined.imported);
  }, 240_000);
});

/** How many rows have no equal in the other lake, by table. */
const differing = (compared: Awaited<ReturnType<typeof bothWays>>['compared']) =>
  Object.fromEntries(Object.entries(compared).map(([table, { differing }]) => [table, differing]));

/** A play as a client would send it that makes ids by the importer's recipe. */
function eventOf({ player, score, time }: ReturnType<typeof readPlays>[number]): NativeEvent {
  const event = { event_type: 'match_end', client_time: time * 1000, properties: { score } };
  return { ...event, ...(player !== '' && { player_id: player }), event_id: contentEventId(event) };
}

const TIME = '2026-03-02T10:00:00Z';
const REFUSED: readonly NativeEvent[] = [
  { event_id: 'r1', player_id: 'player-1', event_type: 'level_upp', client_time: TIME },
  { event_id: 'r2', event_type: 'match_end', client_time: TIME },
  { event_id: 'r3', player_id: 'player-1', event_type: 'match_end', client_time: 'yesterday' },
  { event_id: 'r4', player_id: 'player-1', event_type: 'match_end', client_time: '2199-01-01T00:00:00Z' },
  { event_id: 'r5', player_id: 'player-1', event_type: 'match_end', client_time: '1970-01-01T00:00:00Z' },
  { event_id: 'r6', player_id: 'player-1', event_type: 'match_end', client_time: TIME, properties: { score: 'a lot' } },
  { event_id: 'r7', player_id: 'player-1', event_type: 'match_end', client_time: TIME, properties: { kills: -1 } },
  {
    event_id: 'r8',
    player_id: 'anna@example.com',
    event_type: 'custom',
    client_time: TIME,
    properties: { custom_value: 1 },
  },
];

/** What a small studio sends in four days; of events that share an id the first, since which arrives first is chance. */
function studioEvents(): NativeEvent[] {
  const world = studio({ seed: 'mixed', players: 60, start: '2026-03-01', days: 4, game: 'g' });
  const all = [...world.requests()].flatMap(request => request.events as NativeEvent[]);
  return [...new Map([...all].reverse().map(event => [event.event_id, event])).values(), ...REFUSED];
}
