import { Buffer } from 'node:buffer';

const START = Date.parse('2026-03-01T00:00:00Z');
const KINDS = [
  {
    event_type: 'match_end',
    properties: (n: number) => ({
      match_id: `m-${n >> 3}`,
      game_mode: 'ranked',
      result: n % 2 ? 'win' : 'loss',
      score: n % 5000,
      kills: n % 17,
      deaths: n % 11,
      duration_seconds: 60 + (n % 900),
    }),
  },
  {
    event_type: 'progression',
    properties: (n: number) => ({
      progression_status: n % 3 ? 'complete' : 'start',
      level: `world-${n % 9}/level-${n % 40}`,
      attempt: 1 + (n % 4),
    }),
  },
  {
    event_type: 'resource',
    properties: (n: number) => ({
      resource_flow: n % 2 ? 'source' : 'sink',
      resource_currency: 'gold',
      resource_amount: n % 700,
      item_id: `item-${n % 90}`,
    }),
  },
  {
    event_type: 'chat_message',
    properties: (n: number) => ({ body: `gg everyone, that was match number ${n % 1000} today`, channel: 'team' }),
  },
  { event_type: 'session_start', properties: (n: number) => ({ session_number: 1 + (n % 60) }) },
];

/** The n-th event of a studio of `players` players, as a client sends it: about 400 bytes of JSON. */
export function eventOf(n: number, players = 20_000): Record<string, unknown> {
  const kind = KINDS[n % KINDS.length]!;
  const player = (n * 7919) % players;
  return {
    event_id: `01a207be-${String(n).padStart(12, '0')}`,
    event_type: kind.event_type,
    player_id: `player-${player}`,
    client_time: new Date(START + n * 40).toISOString(),
    session_id: `s-${player}-${n >> 16}`,
    platform: player % 3 ? 'android' : 'ios',
    app_version: `1.${player % 5}.0`,
    country: ['ID', 'US', 'DE', 'JP'][player % 4],
    device_model: `model-${player % 50}`,
    properties: kind.properties(n),
  };
}

/** Bodies of requests of 100 events each. */
export function requestBodies(events: number, now = START + events * 40): Buffer[] {
  return Array.from({ length: Math.ceil(events / 100) }, (_, request) =>
    Buffer.from(
      JSON.stringify({
        sent_at: now,
        events: Array.from({ length: 100 }, (_, index) => ({
          ...eventOf(request * 100 + index),
          client_time: now - 1000,
        })),
      }),
    ),
  );
}
