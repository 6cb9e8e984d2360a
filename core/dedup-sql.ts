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
 * `duplicate` (either way not in silver), `conflict` (other content than the winner). Only keys with more than one copy are
 * ranked: most events are the only one of their kind. A position that came in two objects appears once as a winner.
 * `source` is a relation with the columns of silver.events and `filename`; silver is searched `reach_days` either side of each
 * event's day, between `from` and `to` at most.
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
candidates AS (
  SELECT * FROM held UNION ALL SELECT * FROM arriving
),
contested AS (
  SELECT ${columnsOf(KEY)} FROM candidates GROUP BY ${columnsOf(KEY)} HAVING count(*) > 1
),
ranked AS (
  SELECT
    c.*,
    row_number() OVER best AS nth,
    first_value(c.fingerprint) OVER best AS winning_fingerprint,
    ${POSITION.map(name => `first_value(c.${name}) OVER best AS winning_${name}`).join(',\n    ')}
  FROM candidates c
  JOIN contested k ON ${agree(KEY, 'k', 'c')}
  WINDOW best AS (
    PARTITION BY ${columnsOf(KEY, 'c')}
    ORDER BY c.received_at, ${columnsOf(POSITION, 'c')}, c.held DESC, c.filename
  )
)
SELECT
  ${columnsOf(CARRIED)}, player, filename,
  nth = 1 AND NOT held AS enters,
  nth > 1 AND held AS leaves,
  nth > 1 AS duplicate,
  fingerprint <> winning_fingerprint AS conflict
FROM ranked
WHERE nth = 1 OR NOT (${POSITION.map(name => `${name} = winning_${name}`).join(' AND ')})
UNION ALL
SELECT ${columnsOf(CARRIED, 'a')}, a.player, a.filename, true, false, false, false
FROM arriving a
WHERE NOT EXISTS (SELECT 1 FROM contested k WHERE ${agree(KEY, 'k', 'a')})`;

export type RankOptions = { source: string; reach_days: number; from: string; to: string };

/** Matches two relations by position. */
export const samePosition = (left: string, right: string): string => agree(POSITION, left, right);
