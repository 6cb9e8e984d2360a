import { assumptions as a } from './assumptions.ts';
import type { Priced } from './lines.ts';
import { MB, MONTH_DAYS, runsOf } from './load.ts';
import type { Measures } from './measures.ts';
import { measured } from './measures.ts';
import type { Scan } from './scan-table.ts';
import { scansOfRun } from './scan-table.ts';

/** What Athena bills for a statement at least. */
const LEAST = 10 * MB;
/** Today is half over on average. */
const TODAY = 0.5;
/** Tables with rows for each player, day or session rather than for each event. */
const BY_PLAYER: readonly string[] = ['silver.sessions', 'silver.player_days', 'silver.players'];

/** Columns of a table that were measured. */
export const columnsIn = (measures: Measures, table: string): string[] =>
  Object.keys(measures)
    .flatMap(name => (name.startsWith(`${table}.`) ? name.slice(table.length + 1) : []))
    .filter(name => name !== 'rows');

/** Bytes of so many columns of a row. */
export const rowBytes = (measures: Measures, table: string, columns = columnsIn(measures, table)): number =>
  columns.reduce((sum, column) => sum + measured(measures, `${table}.${column}`), 0);

/**
 * Rows of a table for each event. The sample's sessions have some ten events; where a request, which is of one session, holds more,
 * sessions do too, and players with them.
 */
export function rowsPerEvent({ measures, load }: Pick<Priced, 'measures' | 'load'>, table: string): number {
  const rows = measured(measures, `${table}.rows`);
  if (!BY_PLAYER.includes(table)) return rows;
  const events_a_session = 1 / measured(measures, 'silver.sessions.rows');
  return rows * Math.min(1, events_a_session / load.events_per_request);
}

/** Age in days of the oldest day that some event of a run belongs to, as far as the sample tells. */
export function oldestDay(measures: Measures, events: number): number {
  const ages = Object.entries(measures).flatMap(([name, { value }]) => {
    const age = /^arrived_after_(\d+)$/.exec(name)?.[1];
    return age !== undefined && value * events >= 1 ? [Number(age)] : [];
  });
  return Math.max(0, ...ages);
}

/** Bytes that one scan reads once. */
export function scanBytes(p: Pick<Priced, 'measures' | 'load'>, { table, columns, days, times }: Scan): number {
  const { events_per_second, history_days, choices } = p.load;
  const seconds =
    days === 'run'
      ? choices.refine_minutes * 60
      : Math.min(days === 'all' ? history_days : days + TODAY, history_days) * 86_400;
  return events_per_second * seconds * rowsPerEvent(p, table) * rowBytes(p.measures, table, [...columns]) * times;
}

/** The lake in which a real Trino counted the bytes of a run: so many days, none of its events older than yesterday. */
const REFEREE = { history_days: 3.75, oldest: 1, events_per_day: 1e6 };

/**
 * What a real Trino read of what the scans' text makes us expect, for each million events that a day holds; 1 where nobody has counted
 * (`bench/measures-athena.json`).
 */
export function readShare({ measures, load }: Pick<Priced, 'measures' | 'load'>): number {
  const read = measures.run_bytes_per_million_events_a_day?.value;
  if (read === undefined) return 1;
  const { history_days, oldest, events_per_day } = REFEREE;
  const same = { ...load, history_days, events_per_second: events_per_day / 86_400, events_per_request: 1 };
  const scans = scansOfRun(oldest, table => columnsIn(measures, table)).filter(({ every }) => every === 'run');
  return read / scans.reduce((sum, scan) => sum + scanBytes({ measures, load: same }, scan), 0);
}

/** Bytes that Athena bills for refine in a month: by statement, and those of statements that cost the least charge. */
export function scansOf(p: Pick<Priced, 'measures' | 'load'>): { scans: (Scan & { bytes: number })[]; least: number } {
  const runs = runsOf(p.load);
  const share = readShare(p);
  const oldest = oldestDay(p.measures, p.load.events_per_second * p.load.choices.refine_minutes * 60);
  const all = scansOfRun(oldest, table => columnsIn(p.measures, table));
  const wanted = p.load.choices.models ? all : all.filter(({ step }) => /^(merge|sweep):/.test(step));
  const scans = wanted.map(scan => ({
    ...scan,
    bytes: (scan.every === 'run' ? runs : MONTH_DAYS) * Math.max(scanBytes(p, scan) * share, LEAST),
  }));
  const statements = p.measures.run_statements?.value ?? a.statements.value;
  const named = all.filter(({ every }) => every === 'run').length;
  return { scans, least: runs * Math.max(0, statements - named) * LEAST };
}
