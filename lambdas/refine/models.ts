import type { Day, Span } from '../../core/days.ts';
import { addDays, spansOf } from '../../core/days.ts';
import { bindSpan, mergeModel } from '../../core/model-sql.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { tables } from '../../glue/rendered/columns.ts';
import type { Model } from '../../glue/rendered/models.ts';
import { models } from '../../glue/rendered/models.ts';
import { sqlType } from './tables.ts';

/** What one model did over one span; `passed` is false when a `fail` check found rows: then neither it nor what reads it is published. */
export type ModelRun = {
  model: string;
  span?: Span;
  milliseconds: number;
  checks: { name: string; severity: 'fail' | 'warn'; rows: number }[];
  passed: boolean;
};

/** Days whose numbers may have changed, and cohorts of the players touched. */
export type Touched = { days: ReadonlySet<Day>; first_days: ReadonlySet<Day>; cohorts: ReadonlySet<Day> };

export type ModelOptions = {
  engine: QueryEngine;
  now: () => number;
  longest_span_days: number;
  /** Games' own calendars moved on: cells of these days matured. */
  new_days: readonly Span[];
};

/** Recomputes every model for exactly what the merge touched, in the order their inputs demand. */
export async function runModels(options: ModelOptions): Promise<ModelRun[]> {
  await keepFirstDays(options.engine);
  const runs: ModelRun[] = [];
  for (const model of inOrder(models)) {
    const spans = spansFor(model, await touchedDays(options.engine), options);
    for (const span of spans) runs.push(await runModel(model, span, options));
  }
  return runs;
}

/** Models such that each comes after those it reads. */
export function inOrder(all: readonly Model[]): Model[] {
  const done: Model[] = [];
  const left = [...all];
  while (left.length > 0) {
    const next = left.findIndex(model => !left.some(other => model.inputs.includes(other.table)));
    if (next < 0) throw new Error(`models read each other in a circle: ${left.map(model => model.table).join(', ')}`);
    done.push(...left.splice(next, 1));
  }
  return done;
}

/** Tables whose checks failed, and those made from them. */
export function doubtful(runs: readonly ModelRun[]): Set<string> {
  const tables = new Set(runs.filter(run => !run.passed).map(run => run.model));
  for (const { table, inputs } of inOrder(models)) if (inputs.some(input => tables.has(input))) tables.add(table);
  return tables;
}

async function runModel(model: Model, span: Span | undefined, { engine, now }: ModelOptions): Promise<ModelRun> {
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
  const checks: ModelRun['checks'] = [];
  for (const check of model.checks) {
    const rows = await engine.run(bindSpan(check.sql, span ?? { from: '0001-01-01', to: '9999-12-31' }));
    if (rows.length > 0) checks.push({ name: check.name, severity: check.severity, rows: rows.length });
  }
  const passed = !checks.some(check => check.severity === 'fail');
  return { model: model.table, ...(span && { span }), milliseconds: now() - started, checks, passed };
}

const dayColumn = (model: Model) => (model.reach.by === 'cohort' ? 'cohort_date' : 'event_date');

/** The spans of days a model has to recompute; one undefined span when it works by player. */
export function spansFor(
  { reach }: Model,
  touched: Touched,
  { longest_span_days, new_days }: Pick<ModelOptions, 'longest_span_days' | 'new_days'>,
) {
  if (reach.by === 'player') return touched.days.size > 0 ? [undefined] : [];
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
const keepFirstDays = (engine: QueryEngine) =>
  engine.run(`
INSERT INTO refine.first_days
SELECT p.game, p.player_key, p.first_date
FROM silver.players p
WHERE EXISTS (SELECT 1 FROM refine.touched t WHERE t.game = p.game AND t.player_key = p.player_key)
  AND NOT EXISTS (SELECT 1 FROM refine.first_days f WHERE f.game = p.game AND f.player_key = p.player_key)`);

async function touchedDays(engine: QueryEngine): Promise<Touched> {
  const days = await daysIn(engine, 'SELECT DISTINCT event_date AS day FROM refine.touched');
  const before = 'SELECT game, player_key, first_date FROM refine.first_days';
  const after = `SELECT p.game, p.player_key, p.first_date FROM silver.players p
WHERE EXISTS (SELECT 1 FROM refine.touched t WHERE t.game = p.game AND t.player_key = p.player_key)`;
  const cohorts = await daysIn(engine, `SELECT DISTINCT first_date AS day FROM (${before} UNION ${after}) c`);
  const moved = await daysIn(
    engine,
    `SELECT DISTINCT first_date AS day FROM ((${before} EXCEPT ${after}) UNION (${after} EXCEPT ${before})) c`,
  );
  return { days, first_days: moved, cohorts };
}

const daysIn = async (engine: QueryEngine, sql: string): Promise<Set<Day>> =>
  new Set((await engine.run(sql)).map(row => String(row.day)));
