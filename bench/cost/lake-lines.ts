import { assumptions as a } from './assumptions.ts';
import { flowOf, objectsOf } from './ingest-lines.ts';
import type { Line, Priced } from './lines.ts';
import { GB, LEAST_SCAN, MONTH_DAYS, MONTH_SECONDS, TB } from './load.ts';
import { measured } from './measures.ts';
import type { Scan } from './scans.ts';
import { bytesOf, oldestTouched, rowsPerEvent, scansOfRun } from './scans.ts';

/** Bytes a row of a table in Parquet. */
function rowBytes({ measures }: Priced, table: string): number {
  const columns = Object.entries(measures).filter(([name]) => name.startsWith(`${table}.`) && !name.endsWith('.rows'));
  return columns.reduce((sum, [, { value }]) => sum + value, 0);
}

/** Bytes of an event in an object of as many events as a batch of transform has, between those that were measured. */
export function bronzeBytes(p: Priced): number {
  const { events, transforms } = flowOf(p);
  const sizes = [1000, 6000, 60_000];
  const batch = events / transforms;
  const found = sizes.findLast(size => size <= batch) ?? sizes[0]!;
  return measured(p.measures, `bronze_bytes@${p.load.events_per_request}/${found}`);
}

/** Bytes that refine scans in a month, statement by statement. */
export function scanned(p: Priced): { scan: Scan; bytes: number }[] {
  const { events_per_second, history_days, choices } = p.load;
  const events_per_run = events_per_second * choices.refine_minutes * 60;
  const runs = MONTH_SECONDS / (choices.refine_minutes * 60);
  const context = { measures: p.measures, events_per_day: events_per_second * 86_400, events_per_run, history_days, events_per_request: p.load.events_per_request };
  return scansOfRun(p.measures, { oldest: oldestTouched(p.measures, events_per_run) }).map(scan => ({
    scan,
    bytes: runs * Math.max(bytesOf(scan, context), LEAST_SCAN),
  }));
}

/** Storage, requests to it, Athena, the optimizers. */
export function lakeLines(p: Priced): Line[] {
  const { events } = flowOf(p);
  const objects = objectsOf(p);
  const runs = MONTH_SECONDS / (p.load.choices.refine_minutes * 60);
  const months = p.load.history_days / MONTH_DAYS;
  const tables = ['silver.events', 'silver.sessions', 'silver.player_days', 'silver.players', 'silver.fates'];
  const silver = tables.reduce((sum, table) => sum + rowBytes(p, table) * rowsPerEvent({ measures: p.measures, events_per_request: p.load.events_per_request }, table), 0);
  const scans = scanned(p).reduce((sum, { bytes }) => sum + bytes, 0);
  const least = runs * (a.statements.value - 20) * LEAST_SCAN;
  const written = runs * 8 * 6; // data, manifests and metadata of the tables a run commits to
  const gets = (scans / 1e6) * a.gets_per_scan_mb.value + runs * a.statements.value * 20;
  return [
    p.line('storage', 's3.storage', (months * events * (bronzeBytes(p) + silver * 1.2)) / GB),
    p.line('storage', 's3.put', objects + written + a.scheduled_listings.value * 720),
    p.line('storage', 's3.get', gets),
    p.line('refine', 'athena.scanned', (scans + least) / TB),
    p.line('refine', 'glue.optimizer', ((events * silver) / GB) * a.optimizer_dpu_hours_per_gb.value + a.optimizer_runs.value),
    p.line('refine', 'glue.request', runs * a.statements.value * 15),
    p.line('refine', 'stepfunctions.transition', runs * a.transitions.value),
    p.line('refine', 'eventbridge.event', objects),
    ...(p.load.choices.audit ? [p.line('audit', 'cloudtrail.data_event', gets + objects + written)] : []),
  ];
}
