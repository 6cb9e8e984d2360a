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

const carried = (held: boolean, filename: string) =>
  `${CARRIED.map(column).join(', ')}, coalesce(c.player_key, '') AS player, ${held} AS held, ${filename} AS filename`;

// a table made from a query has timestamps of microseconds on Athena, and of no other precision
const column = (name: string) =>
  name === 'received_at' ? 'CAST(c.received_at AS timestamp(6)) AS received_at' : `c.${name}`;

/** What a merge needs to know of each arriving event; `source` has the columns of silver.events and `filename`. */
export const arriving = (source: string): string => `SELECT ${carried(false, 'c.filename')} FROM ${source} c`;

/**
 * The ids that arrive more than once, and those that silver holds on some day between `from` and `to`, with that day: the few events
 * that have to be ranked. An id alone decides here, which is cheap and finds all that share the whole key.
 */
export const contested = ({ from, to }: { from: string; to: string }): string => `
SELECT event_id, CAST(NULL AS date) AS held_on
FROM work.arriving
GROUP BY event_id
HAVING count(*) > 1
UNION ALL
SELECT DISTINCT c.event_id, c.event_date
FROM silver.events c
WHERE c.event_date BETWEEN ${from} AND ${to} AND c.event_id IN (SELECT event_id FROM work.arriving)`;

/** Where silver is searched for the same event: on `held_on`, the days that hold contested ids, `reach_days` either side of its day. */
export type Reach = { reach_days: number; held_on: readonly string[] };

/**
 * Ranks contested events with what silver holds of them: of one key the smallest (received_at, position) wins.
 * Columns: the key, the position, `enters` (new in silver), `leaves` (silver holds it, an earlier copy beats it),
 * `duplicate` (either way not in silver), `conflict` (other content than the winner).
 * A position that came in two objects appears once as a winner.
 */
export const ranked = ({ reach_days, held_on }: Reach): string => `
WITH arrivals AS (
  SELECT a.* FROM work.arriving a WHERE a.event_id IN (SELECT event_id FROM work.contested)
),
held AS (
  SELECT ${carried(true, "''")}
  FROM silver.events c
  WHERE ${held_on.length > 0 ? `c.event_date IN (${held_on.join(', ')})` : 'false'}
    AND c.event_id IN (SELECT event_id FROM work.contested)
    AND EXISTS (
      SELECT 1 FROM arrivals a
      WHERE a.game = c.game AND a.event_id = c.event_id AND a.player = coalesce(c.player_key, '')
        AND c.event_date BETWEEN date_add('day', -${reach_days}, a.event_date) AND date_add('day', ${reach_days}, a.event_date)
    )
),
ordered AS (
  SELECT
    c.*,
    row_number() OVER best AS nth,
    first_value(c.fingerprint) OVER best AS winning_fingerprint,
    ${POSITION.map(name => `first_value(c.${name}) OVER best AS winning_${name}`).join(',\n    ')}
  FROM (SELECT * FROM held UNION ALL SELECT * FROM arrivals) c
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
FROM ordered
WHERE nth = 1 OR NOT (${POSITION.map(name => `${name} = winning_${name}`).join(' AND ')})`;

/** The rows of `source` that enter silver: those nobody contests, and the winners of those somebody does. */
export const entering = (source: string, columns: readonly string[]): string => `
SELECT ${columnsOf(columns, 'c')}
FROM ${source} c
WHERE NOT EXISTS (SELECT 1 FROM work.contested k WHERE k.event_id = c.event_id)
UNION ALL
SELECT ${columnsOf(columns, 'c')}
FROM ${source} c
JOIN work.ranked r ON ${agree(POSITION, 'r', 'c')} AND r.filename = c.filename
WHERE r.enters`;

/** Matches two relations by position. */
export const samePosition = (left: string, right: string): string => agree(POSITION, left, right);
