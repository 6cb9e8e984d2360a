import fc from 'fast-check';

/** An arrival of a random history: what bronze would hold, in few enough values that ids, days and transactions collide. */
export type Arrival = {
  received: number;
  batch: number;
  player: string | null;
  id: string;
  minute: number;
  type: 'custom' | 'purchase' | 'refund' | 'ad_impression';
  session: string | null;
  transaction: string | null;
  content: number;
  platform: string | null;
  test: boolean;
};

const DAYS = 24;

/** Up to 40 arrivals over 24 days, in up to 4 batches that may be merged in any order. */
export const arrivals = fc.array(
  fc.record({
    received: fc.integer({ min: 0, max: 60 }),
    batch: fc.integer({ min: 0, max: 3 }),
    player: fc.constantFrom('ann', 'bob', 'cem', null),
    id: fc.integer({ min: 0, max: 14 }).map(String),
    minute: fc.oneof(
      fc.integer({ min: 0, max: DAYS * 1440 - 1 }),
      fc
        .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 1410, max: 1470 }))
        .map(([day, minute]) => day * 1440 + minute),
    ),
    type: fc.constantFrom('custom', 'custom', 'purchase', 'refund', 'ad_impression'),
    session: fc.constantFrom(null, null, 's1', 's2'),
    transaction: fc.constantFrom('t1', 't2', 't3'),
    content: fc.integer({ min: 1, max: 3 }),
    platform: fc.constantFrom(null, 'ios', 'android'),
    test: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  }),
  { minLength: 1, maxLength: 40 },
) as fc.Arbitrary<Arrival[]>;

/** The arrival's row of bronze; its position follows from its place in the history. */
export function bronzeRow(arrival: Arrival, index: number): Record<string, unknown> {
  const time = at(arrival.minute);
  const money = arrival.type === 'custom' ? null : arrival.content;
  return {
    game: 'g',
    event_id: arrival.id,
    event_type: arrival.type,
    player_key: arrival.player,
    client_time: time,
    received_at: at(DAYS * 1440 + arrival.received),
    event_time: time,
    event_date: time.slice(0, 10),
    session_id: arrival.session,
    platform: arrival.platform,
    environment: arrival.test ? 'test' : 'production',
    fingerprint: arrival.content,
    transaction_id: arrival.type === 'purchase' || arrival.type === 'refund' ? arrival.transaction : null,
    amount_usd: money,
    region: 'local',
    shard: '0',
    sequence: String(index).padStart(20, '0'),
    event_index: 0,
  };
}

const START = Date.parse('2026-03-01T00:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000).toISOString().replace('T', ' ').replace('Z', '');
