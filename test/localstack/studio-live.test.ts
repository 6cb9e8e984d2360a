import { describe, expect, test } from '@jest/globals';
import { type LiveOptions, live, liveMinute } from '../../localstack/studio/live.ts';
import { studio } from '../../localstack/studio/studio.ts';

const OPTIONS: LiveOptions = { seed: 3, players: 300, start: '2026-03-01', days: 20 };
const NOON = Date.UTC(2026, 2, 21, 12);
const MINUTE = 60_000;

type Event = { event_id?: string; player_id?: string };
const eventsOf = (requests: readonly { events: unknown[] }[]) => requests.flatMap(({ events }) => events as Event[]);
const minutes = (count: number, from = NOON) =>
  Array.from({ length: count }, (_, n) => liveMinute(OPTIONS, from + n * MINUTE));

describe('a live population', () => {
  test('plays the same minute again after a restart', () =>
    expect(liveMinute(OPTIONS, NOON)).toEqual(liveMinute(OPTIONS, NOON)));

  test('answers second by second with what the minute holds, each request once', () => {
    const trickle = live(OPTIONS);
    const asked = Array.from({ length: 181 }, (_, second) => trickle.nextRequests(NOON + second * 1000)).flat();
    const held = minutes(4)
      .flat()
      .filter(({ received_at }) => received_at <= NOON + 180_000);
    expect(asked).toEqual(held);
  });

  test('starts at the beginning of the minute, so that a restart makes duplicates and no gap', () => {
    const restarted = live(OPTIONS).nextRequests(NOON + 40_000);
    expect(restarted).toEqual(liveMinute(OPTIONS, NOON).filter(({ received_at }) => received_at <= NOON + 40_000));
  });

  test('catches up two minutes and no more after a long sleep', () => {
    const trickle = live(OPTIONS);
    trickle.nextRequests(NOON);
    const woken = trickle.nextRequests(NOON + 8 * 60 * MINUTE);
    expect(woken.length).toBeGreaterThan(0);
    expect(Math.min(...woken.map(({ received_at }) => received_at))).toBeGreaterThan(
      NOON + 8 * 60 * MINUTE - 2 * MINUTE,
    );
  });

  test('brings an event or more a second from 30 to 60 players', () => {
    const events = eventsOf(minutes(10).flat());
    expect(events.length / 600).toBeGreaterThan(1);
    expect(events.length / 600).toBeLessThan(10);
    const playing = new Set(eventsOf(minutes(3).flat()).map(({ player_id }) => player_id));
    expect(playing.size).toBeGreaterThan(30);
    expect(playing.size).toBeLessThan(80);
  });

  test("goes on with the month's players, and with events it has not sent before", () => {
    const past = eventsOf([...studio(OPTIONS).requests()]);
    const known = new Set(past.map(({ player_id }) => player_id));
    const sent = new Set(past.map(({ player_id, event_id }) => `${player_id} ${event_id}`));
    const now = eventsOf(minutes(20).flat()).filter(({ player_id }) => player_id !== undefined);
    const players = [...new Set(now.map(({ player_id }) => player_id))];
    expect(players.filter(player => known.has(player)).length / players.length).toBeGreaterThan(0.7);
    expect(players.some(player => !known.has(player))).toBe(true);
    expect(
      now.filter(({ player_id, event_id }) => sent.has(`${player_id} ${event_id}`) && event_id !== undefined),
    ).toEqual([]);
  });

  test('repeats no event id of a player but in duplicates', () => {
    const requests = minutes(60).flat();
    const events = eventsOf(requests).filter(({ player_id, event_id }) => player_id && event_id);
    const distinct = new Set(events.map(({ player_id, event_id }) => `${player_id} ${event_id}`));
    expect(distinct.size / events.length).toBeGreaterThan(0.95);
  });
});
