import type { Span } from '../../core/days.ts';
import { addDays } from '../../core/days.ts';
import { POSITION, rankArrivals, samePosition } from '../../core/dedup-sql.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { columnsOf, date } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { mergeFates } from './fates.ts';

const SILVER = tables['silver.events'].columns.map(column => column.name);

/** What one merge did: events that entered silver, that left it for an earlier copy, and arrivals that were duplicates. */
export type MergeCount = { entered: number; left: number; duplicate: number };

export type MergeOptions = { engine: QueryEngine; source: string; reach_days: number };

/**
 * Merges events into silver, each once. `source` is a relation with the columns of silver.events and `filename`.
 * In this order, so that a stop anywhere is repaired by running it again: what it will touch is stored, the fates of
 * duplicates are written, then silver changes in one statement.
 */
export async function mergeEvents({ engine, source, reach_days }: MergeOptions): Promise<MergeCount> {
  const span = await daysOf(engine, source);
  if (!span) return { entered: 0, left: 0, duplicate: 0 };
  const bounds = { from: date(addDays(span.from, -reach_days)), to: date(addDays(span.to, reach_days)) };
  await engine.run('DROP TABLE IF EXISTS refine.arrivals');
  await engine.run(`CREATE TABLE refine.arrivals AS ${rankArrivals({ source, reach_days, ...bounds })}`);
  const count = await countArrivals(engine);
  await storeTouched(engine);
  if (count.left + count.duplicate > 0) await engine.run(mergeFates(DUPLICATES));
  if (count.entered + count.left > 0) await engine.run(replaceEvents(source));
  return count;
}

async function daysOf(engine: QueryEngine, source: string): Promise<Span | undefined> {
  const [row] = await engine.run(`SELECT min(event_date) AS first, max(event_date) AS last FROM ${source} c`);
  return row?.first ? { from: String(row.first), to: String(row.last) } : undefined;
}

async function countArrivals(engine: QueryEngine): Promise<MergeCount> {
  const [row] = await engine.run(`
SELECT count_if(enters) AS entered, count_if(leaves) AS gone, count_if(duplicate AND NOT leaves) AS duplicate
FROM refine.arrivals`);
  return { entered: Number(row?.entered), left: Number(row?.gone), duplicate: Number(row?.duplicate) };
}

/** Stores the hours whose accounting changes, and the players and days whose events change: with those of every other report of a transaction that came or went. */
async function storeTouched(engine: QueryEngine): Promise<void> {
  await engine.run(`
INSERT INTO refine.touched_hours
SELECT DISTINCT game, date_trunc('hour', received_at) FROM refine.arrivals`);
  await engine.run(`
INSERT INTO refine.touched
SELECT game, player, event_date FROM refine.arrivals WHERE (enters OR leaves) AND player <> ''
UNION
SELECT e.game, e.player_key, e.event_date
FROM silver.events e
JOIN refine.arrivals a ON a.game = e.game AND a.transaction_id = e.transaction_id
WHERE (a.enters OR a.leaves) AND e.transaction_id IS NOT NULL AND e.player_key IS NOT NULL`);
}

const DUPLICATES = `
SELECT DISTINCT
  game, region, shard, sequence, event_index, date_trunc('hour', received_at) AS arrival_hour, received_at,
  'duplicate' AS fate, CASE WHEN conflict THEN 'conflict' ELSE 'repeated' END AS reason, event_type, event_id,
  nullif(player, '') AS player_key, event_date, conflict
FROM refine.arrivals
WHERE duplicate`;

/** Beaten events leave and winners enter in one statement. */
function replaceEvents(source: string): string {
  const gone = SILVER.map(name => (isPosition(name) ? `a.${name}` : `NULL AS ${name}`)).join(', ');
  return `
MERGE INTO silver.events AS t
USING (
SELECT ${columnsOf(SILVER, 'c')}, false AS beaten
FROM ${source} c
JOIN refine.arrivals a ON ${samePosition('a', 'c')} AND a.filename = c.filename
WHERE a.enters
UNION ALL
SELECT ${gone}, true AS beaten FROM refine.arrivals a WHERE a.leaves
) AS s
ON ${samePosition('t', 's')}
WHEN MATCHED AND s.beaten THEN DELETE
WHEN NOT MATCHED AND NOT s.beaten THEN INSERT (${columnsOf(SILVER)}) VALUES (${columnsOf(SILVER, 's')})`;
}

const isPosition = (name: string) => (POSITION as readonly string[]).includes(name);
