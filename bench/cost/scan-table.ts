import { timeBounds } from '../../core/limits.ts';
import { athenaSettings } from '../../lambdas/refine/settings.ts';

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

/** How many days either side other reports of a transaction are looked for. */
const REPORTS_APART = 31;
/** Copies of an event mostly arrive on its day or the next: the days that hold a contested id. */
const HELD = 1;
const { recent_days } = athenaSettings(timeBounds.late_window);

/**
 * The statements of a run by what their text reads: a relation that a WITH names is read wherever it is mentioned, as Trino does. `oldest`
 * is the age in days of the oldest day touched, `all` names a table's columns. Models cover the recent days in every run, and all days
 * touched once a day. Tables of the run itself are left out: each of their statements costs the least charge.
 */
export function scansOfRun(oldest: number, all: Columns): Scan[] {
  const recent = Math.min(oldest, recent_days);
  return [
    ...merging(oldest, all).map(scan => ({ ...scan, every: 'run' as const })),
    ...models(recent, all).map(scan => ({ ...scan, every: 'run' as const })),
    ...publishing.map(scan => ({ ...scan, every: 'run' as const })),
    ...sweeping.map(scan => ({ ...scan, every: 'day' as const })),
    ...models(oldest, all).map(scan => ({ ...scan, step: `${scan.step}, older days`, every: 'day' as const })),
  ];
}

type Columns = (table: string) => readonly string[];
type Read = Omit<Scan, 'every'>;

function read(step: string, table: string, columns: string | readonly string[], days: Scan['days'], times = 1): Read {
  return { step, table, columns: typeof columns === 'string' ? words(columns) : columns, days, times };
}

const merging = (oldest: number, all: Columns): Read[] => [
  read('merge: what is contested', EVENTS, 'event_id event_date', oldest + 1),
  read(
    'merge: ranked',
    EVENTS,
    `${PLAYER} event_id event_type received_at fingerprint transaction_id ${POSITION}`,
    HELD,
  ),
  read('merge: other reports of transactions', EVENTS, `${PLAYER} event_type transaction_id`, oldest + REPORTS_APART),
  // of duplicates, of what is quarantined and of what is late
  read('merge: fates', 'silver.fates', POSITION, 'all', 3),
  read('merge: what arrived', EVENTS, all(EVENTS), 'run', 1.5),
  // kept before the models, and asked for by both marts
  read('touched: players’ first days', PLAYERS, 'game player_key first_date', 'all', 3),
];

/** Models of days back to so many before today, each reaching one day further; a MERGE reads its table's keys, then its rows. */
function models(oldest: number, all: Columns): Read[] {
  const first = oldest + 1;
  return [
    read('sessions: events', EVENTS, `${PLAYER} session_id event_time environment ${DIMENSIONS}`, first + 2),
    read('sessions: the table', SESSIONS, all(SESSIONS), first, 2),
    read('sessions: checks', SESSIONS, 'event_date started_at ended_at events session_seconds', first),
    read(
      'player_days: events',
      EVENTS,
      `${PLAYER} event_time event_type transaction_id amount_usd sandbox acquisition_source environment ${DIMENSIONS} ${POSITION}`,
      first,
    ),
    read('player_days: transactions', EVENTS, `${PLAYER} event_type transaction_id environment`, first),
    read(
      'player_days: reports of transactions',
      EVENTS,
      `game event_date event_type transaction_id event_time received_at environment sandbox ${POSITION}`,
      first + REPORTS_APART,
    ),
    read('player_days: sessions', SESSIONS, `${PLAYER} session_seconds`, first),
    read('player_days: the table', DAYS, all(DAYS), first, 2),
    read('player_days: checks', DAYS, `${PLAYER} events revenue_usd purchase_usd ad_usd refund_usd`, first),
    read('players: days', DAYS, all(DAYS), 'all'),
    read('players: the table', PLAYERS, all(PLAYERS), 'all', 2),
    read('players: checks', PLAYERS, 'first_date last_date', 'all'),
    // its windows and its spine look back 29 days
    read('daily_metrics: days of windows and spine', DAYS, `${PLAYER} ${DIMENSIONS}`, first + 29, 2),
    read(
      'daily_metrics: days',
      DAYS,
      `${PLAYER} ${DIMENSIONS} sessions playtime_seconds purchases purchase_usd ad_usd refund_usd revenue_usd`,
      first,
    ),
    read('daily_metrics: players', PLAYERS, 'game player_key first_date', 'all', 3),
    read('daily_metrics: checks', DAYS, 'game event_date', first),
    read('retention: days', DAYS, PLAYER, 'all', 2),
    read('retention: players', PLAYERS, 'game player_key first_date last_date', 'all', 4),
  ];
}

const publishing: Read[] = [read('publish: accounting', EVENTS, 'game received_at', HELD)];

/** Once a day. */
const sweeping: Read[] = [
  read('sweep: what arrived', EVENTS, 'event_date received_at', 'all'),
  read('sweep: keys held twice', EVENTS, `${PLAYER} event_id received_at`, 'all'),
];
