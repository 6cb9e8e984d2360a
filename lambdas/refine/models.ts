import type { Day, Span } from '../../core/days.ts';
import { addDays, spansOf } from '../../core/days.ts';
import { bindSpan, mergeModel } from '../../core/model-sql.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { text } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import type { Model } from '../../glue/rendered/models.ts';
import { models } from '../../glue/rendered/models.ts';
import { sqlType } from './tables.ts';
import { inWaves } from './waves.ts';

/** What one model did over one span; `passed` is false when a `fail` check found rows: then neither it nor what reads it is published. */
export type ModelRun = {
  model: string;
  span?: Span;
  milliseconds: number;
  checks: { name: string; severity: 'fail' | 'warn'; rows: number }[];
  passed: boolean;
};

/** Days whose numbers may have changed, and first days of the players touched: all of them, and those that moved. */
export type Touched = { days: readonly Day[]; first_days: readonly Day[]; cohorts: readonly Day[] };

export type ModelOptions = {
  engine: QueryEngine;
  now: () => number;
  longest_span_days: number;
  /** Games' own calendars moved on: cells of these days matured. */
  new_days: readonly Span[];
  /** What `touchedDays` found. */
  days: readonly Day[];
};

/** Recomputes a model for exactly what the merge touched; what it reads comes before it. */
export async function runModel(model: Model, options: ModelOptions): Promise<ModelRun[]> {
  const asks = model.reach.by === 'cohort' || (model.reach.by === 'day' && model.reach.first_days);
  const first = asks ? await touchedFirstDays(options.engine) : { first_days: [], cohorts: [] };
  const runs: ModelRun[] = [];
  for (const span of spansFor(model, { days: options.days, ...first }, options))
    runs.push(await runSpan(model, span, options));
  return runs;
}

/** Tables whose checks failed, and those made from them. */
export function doubtful(runs: readonly ModelRun[]): Set<string> {
  const tables = new Set(runs.filter(run => !run.passed).map(run => run.model));
  for (const { table, inputs } of inWaves(models).flat())
    if (inputs.some(input => tables.has(input))) tables.add(table);
  return tables;
}

async function runSpan(model: Model, span: Span | undefined, { engine, now }: ModelOptions): Promise<ModelRun> {
  const started = now();
  const table = tables[model.table as keyof typeof tables];
  await engine.run(
    mergeModel({
      model: {
        table: model.table,
        grain: table.grain,
        columns: table.columns.map(column => ({ name: column.name, type: sqlType(column) })),
        ...(span && { day_column: dayColumn(model) }),
        by_player: model.scope === 'players',
      },
      sql: model.sql,
      ...(span && { span }),
    }),
  );
  const checks = await failedChecks(model, span, engine);
  const passed = !checks.some(check => check.severity === 'fail');
  return { model: model.table, ...(span && { span }), milliseconds: now() - started, checks, passed };
}

/** Every check in one statement, which counts the rows each finds. */
async function failedChecks(
  { checks }: Model,
  span: Span | undefined,
  engine: QueryEngine,
): Promise<ModelRun['checks']> {
  if (checks.length === 0) return [];
  const all = span ?? { from: '0001-01-01', to: '9999-12-31' };
  const counts = checks.map(
    ({ name, sql }) => `SELECT ${text(name)} AS name, count(*) AS found FROM (${bindSpan(sql, all)}) c`,
  );
  const rows = await engine.run(counts.join('\nUNION ALL\n'));
  const found = new Map(rows.map(row => [row.name, Number(row.found)]));
  return checks.flatMap(({ name, severity }) => (found.get(name) ? [{ name, severity, rows: found.get(name)! }] : []));
}

const dayColumn = (model: Model) => (model.reach.by === 'cohort' ? 'cohort_date' : 'event_date');

/** The spans of days a model has to recompute; one undefined span when it works by player. */
export function spansFor(
  { reach }: Model,
  touched: Touched,
  { longest_span_days, new_days }: Pick<ModelOptions, 'longest_span_days' | 'new_days'>,
) {
  if (reach.by === 'player') return touched.days.length > 0 ? [undefined] : [];
  const days = new Set<Day>();
  const add = (from: Day, to: Day) => {
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  };
  if (reach.by === 'cohort') {
    for (const day of touched.cohorts) days.add(day);
    for (const span of new_days) add(addDays(span.from, -reach.horizon - 1), span.to);
  } else {
    for (const day of touched.days) add(addDays(day, -reach.before), addDays(day, reach.after));
    if (reach.first_days) for (const day of touched.first_days) days.add(day);
    if (reach.new_days) for (const span of new_days) add(span.from, span.to);
  }
  return spansOf(days, { longest: longest_span_days });
}

/** Remembers each touched player's first day as it was before this run, through restarts: an earlier note is kept. */
export const keepFirstDays = (engine: QueryEngine) =>
  engine.run(`
INSERT INTO refine.first_days
${FIRST_DAYS}
  AND NOT EXISTS (SELECT 1 FROM refine.first_days f WHERE f.game = p.game AND f.player_key = p.player_key)`);

const FIRST_DAYS = `
SELECT p.game, p.player_key, p.first_date
FROM silver.players p
WHERE EXISTS (SELECT 1 FROM refine.touched t WHERE t.game = p.game AND t.player_key = p.player_key)`;

/** The days whose events changed. */
export const touchedDays = async (engine: QueryEngine): Promise<Day[]> =>
  (await engine.run('SELECT DISTINCT event_date AS day FROM refine.touched')).map(row => String(row.day));

/** First days of touched players, before this run or now; they moved where one player had them only then or only now. */
async function touchedFirstDays(engine: QueryEngine): Promise<Omit<Touched, 'days'>> {
  const rows = await engine.run(`
WITH both_times AS (
  SELECT game, player_key, first_date, 'before' AS side FROM refine.first_days
  UNION ALL
  SELECT n.*, 'now' AS side FROM (${FIRST_DAYS}) n
)
SELECT first_date AS day, max(moved) AS moved
FROM (
  SELECT first_date, CASE WHEN count(DISTINCT side) = 1 THEN 1 ELSE 0 END AS moved
  FROM both_times
  GROUP BY game, player_key, first_date
) d
GROUP BY first_date`);
  const days = (wanted: typeof rows) => wanted.map(row => String(row.day));
  return { cohorts: days(rows), first_days: days(rows.filter(row => row.moved === 1)) };
}
