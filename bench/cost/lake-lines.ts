import { assumptions as a } from './assumptions.ts';
import { flowOf } from './flow.ts';
import type { Line, Priced } from './lines.ts';
import { GB, MB, MONTH_DAYS, runsOf, TB } from './load.ts';
import { measured } from './measures.ts';
import { rowBytes, rowsPerEvent, scansOf } from './scans.ts';

/** Events a batch that bronze was measured with. */
export const BATCHES = [1000, 6000, 60_000] as const;
const TABLES = ['silver.events', 'silver.fates', 'silver.sessions', 'silver.player_days', 'silver.players'];

/** Bytes of an event in bronze, in objects no larger than a batch of transform makes them. */
export function bronzeBytes(p: Priced): number {
  const { events, transforms } = flowOf(p);
  const batch = BATCHES.findLast(size => size <= events / transforms) ?? BATCHES[0];
  return measured(p.measures, `bronze_bytes@${p.load.events_per_request}/${batch}`);
}

/** S3 and what reads it: storage, requests, Athena, the optimizers, the workflow; the trail of accesses where there is one. */
export function lakeLines(p: Priced): Line[] {
  const { events, objects } = flowOf(p);
  const runs = runsOf(p.load);
  const silver = TABLES.reduce((sum, table) => sum + rowBytes(p.measures, table) * rowsPerEvent(p, table), 0);
  const { scans, least } = scansOf(p);
  const scanned = scans.reduce((sum, { bytes }) => sum + bytes, least);
  const gets = (scanned / MB) * a.gets_per_mb.value;
  const puts = objects + runs * a.puts_per_run.value;
  const months = p.load.history_days / MONTH_DAYS;
  const stored = months * events * (bronzeBytes(p) + silver * a.written_twice.value);
  const logged = (gets + puts) * a.object_log_bytes.value;
  return [
    p.line('storage', 's3.storage', (stored + logged) / GB),
    p.line('storage', 's3.put', puts),
    p.line('storage', 's3.get', gets),
    p.line('refine', 'athena.scanned', scanned / TB),
    p.line('refine', 'glue.optimizer', ((events * silver) / GB) * a.compaction.value + a.maintenance.value),
    p.line('refine', 'glue.request', runs * a.statements.value * a.catalog_requests.value),
    p.line('refine', 'stepfunctions.transition', runs * a.transitions.value),
    p.line('refine', 'eventbridge.event', objects),
    ...(p.load.choices.audit
      ? [
          p.line('audit', 'cloudtrail.data_event', gets + puts),
          p.line('audit', 'cloudwatch.logs_in', ((gets + puts) * a.trail_log_bytes.value) / GB),
        ]
      : []),
  ];
}
