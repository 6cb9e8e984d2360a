import type { Day } from '../../core/days.ts';
import { addDays } from '../../core/days.ts';
import { arriving, contested, entering, POSITION, ranked, samePosition } from '../../core/dedup-sql.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { columnsOf, date } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { mergeFates } from './fates.ts';

const SILVER = tables['silver.events'].columns.map(column => column.name);

/** What one merge did: events that entered silver, that left it for an earlier copy, and arrivals that were duplicates. */
export type MergeCount = { entered: number; left: number; duplicate: number };

export type MergeOptions = {
  engine: QueryEngine;
  source: string;
  reach_days: number;
  /** Days of silver one statement writes to, at most; infinite when absent. */
  days_per_merge?: number;
};

/**
 * Merges events into silver, each once. `source` is a relation with the columns of silver.events and `filename`.
 * In this order, so that a stop anywhere is repaired by running it again: what it will touch is stored, the fates of
 * duplicates are written, then silver changes: in one statement, or so many days at a time.
 */
export async function mergeEvents({ engine, source, reach_days, days_per_merge }: MergeOptions): Promise<MergeCount> {
  await workTable(engine, 'arriving', arriving(source));
  const days = await daysIn(engine, 'SELECT DISTINCT event_date AS day FROM work.arriving');
  if (days.length === 0) return { entered: 0, left: 0, duplicate: 0 };
  await workTable(engine, 'contested', contested(around(days, reach_days)));
  const held_on = await daysIn(engine, 'SELECT DISTINCT held_on AS day FROM work.contested WHERE held_on IS NOT NULL');
  await workTable(engine, 'ranked', ranked({ reach_days, held_on: held_on.map(date) }));
  const { transactions, ...count } = await countArrivals(engine);
  await storeTouched(engine, transactions > 0 ? around(days, REPORTS_APART_DAYS) : undefined);
  if (count.left + count.duplicate > 0) await engine.run(mergeFates(DUPLICATES));
  if (count.left + count.entered > 0)
    for (const part of partsOf(days, days_per_merge))
      await engine.run(count.left > 0 ? replaceEvents(source, part) : insertEvents(source, part));
  return count;
}

/** A table of this merge alone, in a schema that need not survive it. */
async function workTable(engine: QueryEngine, name: string, sql: string): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS work.${name}`);
  await engine.run(`CREATE TABLE work.${name} AS ${sql}`);
}

async function daysIn(engine: QueryEngine, sql: string): Promise<Day[]> {
  const rows = await engine.run(sql);
  return rows.map(row => String(row.day)).sort();
}

/** From so many days before the first of these days to as many after the last, in SQL. */
const around = (days: readonly Day[], apart: number): SqlSpan => ({
  from: date(addDays(days[0]!, -apart)),
  to: date(addDays(days.at(-1)!, apart)),
});
type SqlSpan = { from: string; to: string };

/** Conditions on the column event_date that together hold for every day, and each for so many of these days at most. */
export function partsOf(days: readonly Day[], most = Number.POSITIVE_INFINITY): string[] {
  const starts = days.filter((_, index) => index > 0 && index % most === 0);
  return [undefined, ...starts].map((from, index) => {
    const before = starts[index];
    const bounds = [from && `event_date >= ${date(from)}`, before && `event_date < ${date(before)}`];
    return bounds.filter(Boolean).join(' AND ') || 'true';
  });
}

async function countArrivals(engine: QueryEngine): Promise<MergeCount & { transactions: number }> {
  const [row] = await engine.run(`
SELECT
  (SELECT count(*) FROM work.arriving a WHERE ${UNCONTESTED}) AS free,
  (SELECT count(transaction_id) FROM work.arriving) + count(transaction_id) AS transactions,
  count_if(enters) AS won,
  count_if(leaves) AS gone,
  count_if(duplicate AND NOT leaves) AS duplicate
FROM work.ranked`);
  return {
    entered: Number(row?.free) + Number(row?.won),
    left: Number(row?.gone),
    duplicate: Number(row?.duplicate),
    transactions: Number(row?.transactions),
  };
}

const UNCONTESTED = 'NOT EXISTS (SELECT 1 FROM work.contested k WHERE k.event_id = a.event_id)';

/** How many days apart two reports of one transaction may be: so far player_days looks for them. */
const REPORTS_APART_DAYS = 31;

/**
 * Stores the hours whose accounting changes, and the players and days whose events change: with those of every other report of
 * a transaction that came or went, which are looked for in `reports` when there are any.
 */
async function storeTouched(engine: QueryEngine, reports: SqlSpan | undefined): Promise<void> {
  await engine.run(`
INSERT INTO refine.touched_hours
SELECT game, date_trunc('hour', received_at) FROM work.arriving
UNION
SELECT game, date_trunc('hour', received_at) FROM work.ranked`);
  await engine.run(`
INSERT INTO refine.touched
WITH changed AS (
  SELECT game, player, event_date, transaction_id FROM work.arriving a WHERE ${UNCONTESTED}
  UNION
  SELECT game, player, event_date, transaction_id FROM work.ranked WHERE enters OR leaves
)
SELECT game, player, event_date FROM changed WHERE player <> ''
${reports ? otherReports(reports) : ''}`);
}

const otherReports = ({ from, to }: SqlSpan) => `
UNION
SELECT e.game, e.player_key, e.event_date
FROM silver.events e
JOIN changed c ON c.game = e.game AND c.transaction_id = e.transaction_id
WHERE e.event_date BETWEEN ${from} AND ${to} AND e.event_type IN ('purchase', 'refund') AND e.player_key IS NOT NULL`;

const DUPLICATES = `
SELECT DISTINCT
  game, region, shard, sequence, event_index, date_trunc('hour', received_at) AS arrival_hour, received_at,
  'duplicate' AS fate, CASE WHEN conflict THEN 'conflict' ELSE 'repeated' END AS reason, event_type, event_id,
  nullif(player, '') AS player_key, event_date, conflict
FROM work.ranked
WHERE duplicate`;

const insertEvents = (source: string, part: string): string =>
  `INSERT INTO silver.events (${columnsOf(SILVER)}) SELECT * FROM (${entering(source, SILVER)}) e WHERE ${part}`;

/** Beaten events leave and winners enter in one statement. */
function replaceEvents(source: string, part: string): string {
  const gone = SILVER.map(name => (isPosition(name) || name === 'event_date' ? `r.${name}` : `NULL AS ${name}`));
  return `
MERGE INTO silver.events AS t
USING (
SELECT e.*, false AS beaten FROM (${entering(source, SILVER)}) e WHERE ${part}
UNION ALL
SELECT ${gone.join(', ')}, true AS beaten FROM work.ranked r WHERE r.leaves AND ${part}
) AS s
ON ${samePosition('t', 's')}
WHEN MATCHED AND s.beaten THEN DELETE
WHEN NOT MATCHED AND NOT s.beaten THEN INSERT (${columnsOf(SILVER)}) VALUES (${columnsOf(SILVER, 's')})`;
}

const isPosition = (name: string) => (POSITION as readonly string[]).includes(name);
