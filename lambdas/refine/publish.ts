import type { Span } from '../../core/days.ts';
import type { Item, KeyValue, QueryEngine, Row, Write } from '../../core/ports.ts';
import { date, timestamp } from '../../core/sql.ts';
import { HOUR } from '../../core/time.ts';
import { doubtful } from './models.ts';
import type { RefinePorts } from './ports.ts';
import type { Plan } from './run-store.ts';
import { runNotes } from './run-store.ts';

/** Writes that one transaction takes (DynamoDB's limit). */
const PER_WRITE = 100;

/** How rows of a mart become items: one partition per mart and game. */
type Mart = {
  /** Rows of these days, sorted by game. */
  select: (span: Span) => string;
  toItems: (rows: readonly Row[]) => Item[];
  /** Ranges of sort keys that the days cover in one game's partition. */
  ranges: (span: Span) => { from: string; to: string }[];
};

const DIMENSIONS = ['total', 'platform', 'country', 'app_version'];

const dailyMetrics: Mart = {
  select: span => `SELECT * FROM gold.daily_metrics WHERE event_date BETWEEN ${date(span.from)} AND ${date(span.to)}`,
  toItems: rows =>
    rows.map(row => ({
      partition: `mart#daily_metrics#${row.game}`,
      sort: `${row.dimension}#${row.event_date}#${row.dimension_value}`,
      value: row,
    })),
  ranges: span => DIMENSIONS.map(name => ({ from: `${name}#${span.from}#`, to: `${name}#${span.to}#\u{10ffff}` })),
};

const retention: Mart = {
  select: span =>
    `SELECT * FROM gold.retention WHERE cohort_date BETWEEN ${date(span.from)} AND ${date(span.to)} ORDER BY game, cohort_date, day_n`,
  toItems: rows =>
    [...Map.groupBy(rows, row => `${row.game} ${row.cohort_date}`).values()].map(cells => {
      const [{ game, cohort_date, cohort_size }] = cells as [Row];
      return {
        partition: `mart#retention#${game}`,
        sort: String(cohort_date),
        value: {
          cohort_date: cohort_date ?? null,
          size: cohort_size ?? null,
          cells: cells.map(cell => ({
            day: cell.day_n ?? null,
            players: cell.players ?? null,
            players_rolling: cell.players_rolling ?? null,
            players_bracket: cell.players_bracket ?? null,
          })),
        },
      };
    }),
  ranges: span => [{ from: span.from, to: span.to }],
};

/** Marts by the table they publish. */
export const MARTS: Record<string, Mart> = { 'gold.daily_metrics': dailyMetrics, 'gold.retention': retention };

/** Publishes what passed its checks; a mart with a failed check, its own or of what it is made from, keeps its last good state. */
export const publishStep = (ports: RefinePorts) =>
  async function publish({ run_id, plan }: { run_id: string; plan: Plan }): Promise<{ items: number }> {
    const { keyValue } = ports;
    const notes = runNotes(ports, run_id);
    const engine = ports.engine({ run: run_id, step: 'publish' });
    const models = await notes.models();
    const withheld = doubtful(models);
    const games = Object.keys(plan.today);
    let items = 0;
    for (const run of models)
      if (run.span && !withheld.has(run.model))
        items += await publishMart(run.model, run.span, { engine, keyValue, games });
    await publishAccounting({ engine, keyValue });
    await notes.put('published', { items });
    return { items };
  };

export type PublishOptions = { engine: QueryEngine; keyValue: KeyValue; games: readonly string[] };

/** Brings the published items of a table's days in line with its rows; answers how many items changed. */
export async function publishMart(
  table: string,
  span: Span,
  { engine, keyValue, games }: PublishOptions,
): Promise<number> {
  const mart = MARTS[table];
  if (!mart) return 0;
  const items = mart.toItems(await engine.run(mart.select(span)));
  const fresh = new Map(items.map(item => [`${item.partition} ${item.sort}`, item]));
  const writes: Write[] = [];
  for (const game of games)
    for (const range of mart.ranges(span))
      for (const old of await keyValue.query(`mart#${table.slice('gold.'.length)}#${game}`, range)) {
        const key = `${old.partition} ${old.sort}`;
        const item = fresh.get(key);
        if (!item) writes.push({ kind: 'delete', partition: old.partition, sort: old.sort });
        else if (JSON.stringify(item.value) === JSON.stringify(old.value)) fresh.delete(key);
      }
  writes.push(...[...fresh.values()].map(item => ({ kind: 'put' as const, ...item })));
  await writeAll(keyValue, writes);
  return writes.length;
}

/**
 * Counts the fates of every hour a run touched, each directly, and publishes them beside what was received. The hours are asked for
 * first: bounds that stand in the statement itself spare it every file of silver whose events arrived before or after them.
 */
export async function publishAccounting({ engine, keyValue }: Omit<PublishOptions, 'games'>): Promise<void> {
  const [hour] = await engine.run(
    'SELECT min(arrival_hour) AS first, max(arrival_hour) AS last FROM refine.touched_hours',
  );
  if (!hour?.first) return;
  const rows = await engine.run(`
WITH hours AS (SELECT DISTINCT game, arrival_hour FROM refine.touched_hours),
counted AS (
  SELECT e.game, date_trunc('hour', e.received_at) AS arrival_hour, 'silver' AS fate, count(*) AS events
  FROM silver.events e
  WHERE e.received_at >= ${timestamp(Date.parse(String(hour.first)))}
    AND e.received_at < ${timestamp(Date.parse(String(hour.last)) + HOUR)}
  GROUP BY 1, 2
  UNION ALL
  SELECT f.game, f.arrival_hour, f.fate, count(*) FROM silver.fates f
  JOIN hours h ON h.game = f.game AND h.arrival_hour = f.arrival_hour
  GROUP BY 1, 2, 3
)
SELECT h.game, h.arrival_hour, c.fate, coalesce(c.events, 0) AS events
FROM hours h
LEFT JOIN counted c ON c.game = h.game AND c.arrival_hour = h.arrival_hour`);
  const hours = Map.groupBy(rows, row => `${row.game}#${row.arrival_hour}`);
  const writes = [...hours.values()].map((fates): Write => {
    const [{ game, arrival_hour }] = fates as [Row];
    const counts = Object.fromEntries(fates.filter(row => row.fate).map(row => [String(row.fate), Number(row.events)]));
    return {
      kind: 'put',
      partition: `accounting#${game}`,
      sort: String(arrival_hour),
      value: { ...NOTHING, ...counts },
    };
  });
  await writeAll(keyValue, writes);
}

const NOTHING = { silver: 0, duplicate: 0, quarantined: 0, late: 0, failed: 0, erased: 0 };

async function writeAll(keyValue: KeyValue, writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += PER_WRITE)
    await keyValue.write(writes.slice(start, start + PER_WRITE));
}
