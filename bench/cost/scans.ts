import type { Measures } from './measures.ts';
import { measured } from './measures.ts';

/** What a statement of refine reads: columns of so many days (or of all there is) of a table, so often. */
export type Scan = { step: string; table: string; columns: readonly string[]; days: number | 'all' | 'run'; times: number };

export type ScanContext = {
  measures: Measures;
  events_per_day: number;
  events_per_run: number;
  /** Days of data the lake holds. */
  history_days: number;
  events_per_request: number;
};

/** Rows of a table for each event. A request is of one session, so where requests hold more events than a session of the sample, sessions do too. */
export function rowsPerEvent({ measures, events_per_request }: Pick<ScanContext, 'measures' | 'events_per_request'>, table: string): number {
  const sample = measured(measures, `${table}.rows`);
  const by_player = ['silver.sessions', 'silver.player_days', 'silver.players'].includes(table);
  return by_player ? sample * Math.min(1, 1 / measured(measures, 'silver.sessions.rows') / events_per_request) : sample;
}

/** Bytes that one scan reads. */
export function bytesOf(scan: Scan, context: ScanContext): number {
  const { measures, events_per_day, events_per_run, history_days } = context;
  const events =
    scan.days === 'run'
      ? events_per_run
      : events_per_day * Math.min(scan.days === 'all' ? history_days : scan.days, history_days);
  const row = scan.columns.reduce((sum, column) => sum + measured(measures, `${scan.table}.${column}`), 0);
  const rows = events * rowsPerEvent(context, scan.table);
  return row * rows * scan.times;
}

/** The oldest day that some event of a run belongs to, as far as the sample shows. */
export function oldestTouched(measures: Measures, events_per_run: number): number {
  const ages = Object.entries(measures).flatMap(([name, { value }]) => {
    const age = /^arrived_after_(\d+)$/.exec(name)?.[1];
    return age !== undefined && value * events_per_run >= 1 ? [Number(age)] : [];
  });
  return Math.max(0, ...ages);
}
const POSITION = ['region', 'shard', 'sequence', 'event_index'];
const CARRIED = ['game', 'event_id', 'event_type', 'event_date', 'received_at', 'fingerprint', 'transaction_id', 'player_key', ...POSITION];
const EVENTS = 'silver.events';
const DAYS = 'silver.player_days';
const PLAYERS = 'silver.players';
const SESSIONS = 'silver.sessions';
const DAY_VALUES = ['game', 'player_key', 'event_date', 'events', 'sessions', 'playtime_seconds', 'purchases', 'purchase_usd', 'refunds', 'refund_usd', 'ad_impressions', 'ad_usd', 'revenue_usd', 'platform', 'country', 'app_version'];

/**
 * What a run reads, from the text of its statements: a relation that a WITH names is read each time it is mentioned, as Trino does.
 * `oldest` is the age in days of the oldest day touched; today is half a day on average. Tables of a run's own, a few megabytes, count
 * as one least charge each.
 */
export function scansOfRun(measures: Measures, { oldest }: { oldest: number }): Scan[] {
  const all = (table: string) => Object.keys(measures).filter(name => name.startsWith(`${table}.`) && !name.endsWith('.rows')).map(name => name.slice(table.length + 1));
  const until_now = (days: number) => days + 0.5;
  const fresh = 2;
  return [
    { step: 'merge: contested', table: EVENTS, columns: ['event_id', 'event_date'], days: until_now(oldest + 1), times: 1 },
    { step: 'merge: ranked', table: EVENTS, columns: CARRIED, days: until_now(oldest + 1), times: 1 },
    { step: 'merge: other reports of transactions', table: EVENTS, columns: ['game', 'player_key', 'event_date', 'transaction_id'], days: 'all', times: 1 },
    { step: 'merge: fates', table: 'silver.fates', columns: POSITION, days: 'all', times: 1 },
    { step: 'merge: arriving and insert', table: EVENTS, columns: all(EVENTS), days: 'run', times: 1.5 },
    { step: 'merge: first days, touched days', table: PLAYERS, columns: ['game', 'player_key', 'first_date'], days: 'all', times: 4 },
    { step: 'sessions', table: EVENTS, columns: ['game', 'player_key', 'session_id', 'event_time', 'event_date', 'platform', 'country', 'app_version', 'environment'], days: until_now(oldest + 3), times: 2 * fresh },
    { step: 'sessions: target', table: SESSIONS, columns: all(SESSIONS), days: until_now(oldest + 1), times: 2 },
    { step: 'player_days', table: EVENTS, columns: ['game', 'player_key', 'event_time', 'event_date', 'event_type', 'transaction_id', 'amount_usd', 'sandbox', 'platform', 'country', 'app_version', 'acquisition_source', 'environment', ...POSITION], days: until_now(oldest + 1), times: 2 * fresh },
    { step: 'player_days: reports of transactions', table: EVENTS, columns: ['game', 'event_type', 'transaction_id', 'event_time', 'received_at', 'environment', 'sandbox', ...POSITION], days: 'all', times: fresh },
    { step: 'player_days: sessions', table: SESSIONS, columns: ['game', 'player_key', 'event_date', 'session_seconds'], days: until_now(oldest + 1), times: fresh },
    { step: 'player_days: target', table: DAYS, columns: all(DAYS), days: until_now(oldest + 1), times: 2 },
    { step: 'players', table: DAYS, columns: all(DAYS), days: 'all', times: fresh },
    { step: 'players: target', table: PLAYERS, columns: all(PLAYERS), days: 'all', times: 2 },
    { step: 'daily_metrics', table: DAYS, columns: DAY_VALUES, days: until_now(oldest + 30), times: 20 * fresh },
    { step: 'daily_metrics: players', table: PLAYERS, columns: ['game', 'player_key', 'first_date'], days: 'all', times: 20 * fresh },
    { step: 'retention', table: DAYS, columns: ['game', 'player_key', 'event_date'], days: 'all', times: 2 * fresh },
    { step: 'retention: players', table: PLAYERS, columns: ['game', 'player_key', 'first_date', 'last_date'], days: 'all', times: 4 * fresh },
    { step: 'checks', table: DAYS, columns: ['game', 'player_key', 'event_date', 'events', 'revenue_usd', 'purchase_usd', 'ad_usd', 'refund_usd'], days: until_now(oldest + 1), times: 1 },
    { step: 'accounting', table: EVENTS, columns: ['game', 'received_at'], days: 'all', times: 1 },
  ];
}
