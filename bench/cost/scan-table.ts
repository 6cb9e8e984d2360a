/**
 * What a statement of refine reads: columns of a table, of so many days before today (`all` there are, or what the `run` brings),
 * `times` over, with `every` run or once a day.
 */
export type Scan = {
  step: string;
  table: string;
  columns: readonly string[];
  days: number | 'all' | 'run';
  times: number;
  every: 'run' | 'day';
};

const words = (text: string) => text.trim().split(/\s+/);
const POSITION = 'region shard sequence event_index';
const DIMENSIONS = 'platform country app_version';
const PLAYER = 'game player_key event_date';

const EVENTS = 'silver.events';
const SESSIONS = 'silver.sessions';
const DAYS = 'silver.player_days';
const PLAYERS = 'silver.players';

/** A model's rows are computed twice in its MERGE: as they are, and to find which of the table's are obsolete. */
const FRESH = 2;
/** In daily_metrics the days are read for each of four dimensions and in five places. */
const DIMENSION_READS = 4 * 5;

/**
 * The statements of a run by what their text reads: a relation that a WITH names is read wherever it is mentioned, as Trino does. `oldest`
 * is the age in days of the oldest day touched, `all` names a table's columns. Tables of the run itself are left out: each of their
 * statements costs the least charge.
 */
export function scansOfRun(oldest: number, all: (table: string) => readonly string[]): Scan[] {
  const scan = (
    step: string,
    table: string,
    columns: string | readonly string[],
    days: Scan['days'],
    times = 1,
  ): Scan => ({
    step,
    table,
    columns: typeof columns === 'string' ? words(columns) : columns,
    days,
    times,
    every: 'run',
  });
  return [
    scan('merge: what is contested', EVENTS, 'event_id event_date', oldest + 1),
    scan(
      'merge: ranked',
      EVENTS,
      `${PLAYER} event_id event_type received_at fingerprint transaction_id ${POSITION}`,
      oldest + 1,
    ),
    scan('merge: other reports of transactions', EVENTS, `${PLAYER} transaction_id`, 'all'),
    scan('merge: fates', 'silver.fates', POSITION, 'all'),
    scan('merge: what arrived', EVENTS, all(EVENTS), 'run', 1.5),
    scan('touched: players’ first days', PLAYERS, 'game player_key first_date', 'all', 4),
    scan(
      'sessions: events',
      EVENTS,
      `${PLAYER} session_id event_time environment ${DIMENSIONS}`,
      oldest + 3,
      2 * FRESH,
    ),
    scan('sessions: the table', SESSIONS, all(SESSIONS), oldest + 1, 2),
    scan(
      'player_days: events',
      EVENTS,
      `${PLAYER} event_time event_type transaction_id amount_usd sandbox acquisition_source environment ${DIMENSIONS} ${POSITION}`,
      oldest + 1,
      2 * FRESH,
    ),
    scan(
      'player_days: reports of transactions',
      EVENTS,
      `game event_type transaction_id event_time received_at environment sandbox ${POSITION}`,
      'all',
      FRESH,
    ),
    scan('player_days: sessions', SESSIONS, `${PLAYER} session_seconds`, oldest + 1, FRESH),
    scan('player_days: the table', DAYS, all(DAYS), oldest + 1, 2),
    scan('players: days', DAYS, all(DAYS), 'all', FRESH),
    scan('players: the table', PLAYERS, all(PLAYERS), 'all', 2),
    scan(
      'daily_metrics: days',
      DAYS,
      `${PLAYER} ${DIMENSIONS} events sessions playtime_seconds purchases purchase_usd ad_usd refund_usd revenue_usd`,
      oldest + 30,
      DIMENSION_READS * FRESH,
    ),
    scan('daily_metrics: players', PLAYERS, 'game player_key first_date', 'all', DIMENSION_READS * FRESH),
    scan('retention: days', DAYS, PLAYER, 'all', 2 * FRESH),
    scan('retention: players', PLAYERS, 'game player_key first_date last_date', 'all', 4 * FRESH),
    scan('checks: days', DAYS, `${PLAYER} events revenue_usd purchase_usd ad_usd refund_usd`, oldest + 1),
    scan('publish: accounting', EVENTS, 'game received_at', 'all'),
  ];
}
