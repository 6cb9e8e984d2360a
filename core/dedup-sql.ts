import { agree, columnsOf } from './sql.ts';

/** Where the stream holds an event: identifies a received event for ever. */
export const POSITION = ['region', 'shard', 'sequence', 'event_index'] as const;

/** What makes an event one event. A player's key is empty for events of no player. */
const KEY = ['game', 'player', 'event_id'] as const;

const CARRIED = [
  'game',
  'event_id',
  'event_type',
  'event_date',
  'received_at',
  'fingerprint',
  'transaction_id',
  ...POSITION,
] as const;

const candidate = (held: boolean, filename: string) =>
  `${columnsOf(CARRIED, 'c')}, coalesce(c.player_key, '') AS player, ${held} AS held, ${filename} AS filename`;

/**
 * Ranks arriving events with what silver already holds of them: of one key the smallest (received_at, position) wins.
 * Columns: the key, the position, `enters` (new in silver), `leaves` (silver holds it, an earlier copy beats it),
 * `duplicate` (either way not in silver), `conflict` (other content than the winner).
 * A position that came in two objects appears once; `source` is a relation with the columns of silver.events and `filename`.
 * Silver is searched `reach_days` either side of each event's day, between `from` and `to` at most.
 */
export const rankArrivals = ({ source, reach_days, from, to }: RankOptions): string => `
WITH arriving AS (
  SELECT ${candidate(false, 'c.filename')} FROM ${source} c
),
held AS (
  SELECT DISTINCT ${candidate(true, "''")}
  FROM silver.events c
  JOIN arriving a
    ON a.game = c.game AND a.event_id = c.event_id AND a.player = coalesce(c.player_key, '')
    AND c.event_date BETWEEN date_add('day', -${reach_days}, a.event_date) AND date_add('day', ${reach_days}, a.event_date)
  WHERE c.event_date BETWEEN ${from} AND ${to}
),
ranked AS (
  SELECT
    c.*,
    row_number() OVER best AS nth,
    first_value(fingerprint) OVER best AS winning_fingerprint,
    ${POSITION.map(name => `first_value(${name}) OVER best AS winning_${name}`).join(',\n    ')}
  FROM (SELECT * FROM held UNION ALL SELECT * FROM arriving) c
  WINDOW best AS (
    PARTITION BY ${columnsOf(KEY)}
    ORDER BY received_at, ${columnsOf(POSITION)}, held DESC, filename
  )
)
SELECT
  ${columnsOf(CARRIED)}, player, filename,
  nth = 1 AND NOT held AS enters,
  nth > 1 AND held AS leaves,
  nth > 1 AS duplicate,
  fingerprint <> winning_fingerprint AS conflict
FROM ranked
WHERE nth = 1 OR NOT (${POSITION.map(name => `${name} = winning_${name}`).join(' AND ')})`;

export type RankOptions = { source: string; reach_days: number; from: string; to: string };

/** Matches a relation with the ranked arrivals by position. */
export const samePosition = (left: string, right: string): string => agree(POSITION, left, right);
