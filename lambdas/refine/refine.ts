import type { Day, Span } from '../../core/days.ts';
import { addDays, dayOf } from '../../core/days.ts';
import type { Clock, Item, KeyValue, ObjectStore, QueryEngine } from '../../core/ports.ts';
import { date, text } from '../../core/sql.ts';
import { batches, zoneOf } from './batches.ts';
import { mergeFailed, mergeSetAside } from './fates.ts';
import type { MergeCount } from './merge.ts';
import { mergeEvents } from './merge.ts';
import type { ModelRun } from './models.ts';
import { doubtful, runModels } from './models.ts';
import { publishAccounting, publishMart } from './publish.ts';
import type { RefineSettings } from './settings.ts';
import { refineDefaults } from './settings.ts';
import { sweepEvents, unsweptSince } from './sweep.ts';
import { ensureTables } from './tables.ts';

/** What a run did. Times are ISO 8601; counts are events, objects and published items. */
export type RunSummary = MergeCount & {
  run_id: string;
  started_at: string;
  ended_at: string;
  milliseconds: number;
  objects: number;
  models: ModelRun[];
  published: number;
};

export type RefinePorts = {
  keyValue: KeyValue;
  engine: QueryEngine;
  objects: ObjectStore;
  clock: Clock;
  games: () => Promise<{ id: string; reporting_offset_minutes: number }[]>;
};

/**
 * Merge → models → publish, one run at a time. Only objects not merged yet are read, and with nothing new no statement runs.
 * What a run touches is stored before it and cleared after it, so a stop anywhere is repaired by the next run.
 */
export const refine = (ports: RefinePorts, settings: RefineSettings = refineDefaults) => {
  let tablesReady: Promise<void> | undefined;
  return async function run(): Promise<RunSummary> {
    const started = ports.clock.now();
    const work = await findWork(ports);
    if (!work) return summary(started, ports.clock.now(), { objects: 0, ...NOTHING, models: [], published: 0 });
    tablesReady ??= ensureTables(ports.engine).catch(error => {
      tablesReady = undefined;
      throw error;
    });
    await tablesReady;
    await ports.keyValue.write([{ kind: 'put', ...RUNNING, value: { started_at: iso(started) } }]);
    await nameGames(ports.engine, work.today);
    const { merged, unswept_since } = await mergeObjects(work, ports, settings);
    const { engine, clock } = ports;
    const { longest_span_days } = settings;
    const models = await runModels({ engine, now: clock.now, longest_span_days, new_days: work.new_days });
    const published = await publish(models, ports, [...work.today.keys()]);
    await finish(ports, work, { unswept_since, passed: models.every(run => run.passed) });
    const done = summary(started, clock.now(), { objects: work.objects.length, ...merged, models, published });
    await ports.keyValue.write([
      { kind: 'put', partition: 'runs', sort: done.run_id, value: done, expires_at: started + KEEP_RUNS_MS },
    ]);
    return done;
  };
};

const RUNNING = { partition: 'refine', sort: 'running' };
const STATE = { partition: 'refine', sort: 'state' };
const DAY_MS = 86_400_000;
const KEEP_RUNS_MS = 30 * DAY_MS;
const NOTHING: MergeCount = { entered: 0, left: 0, duplicate: 0 };

/** In epoch milliseconds: when the last sweep began, and the earliest hour of arrival of all that was merged since. */
type State = { last_days: Record<string, Day>; swept_at: number | null; unswept_since?: number };
type Work = { objects: Item[]; today: Map<string, Day>; new_days: Span[]; sweeps: boolean; state: State };

/** What there is to do: objects registered and not merged, days that began since the last run, a run that did not end. */
async function findWork({ keyValue, clock, games }: RefinePorts): Promise<Work | undefined> {
  const now = clock.now();
  const state = ((await keyValue.get(STATE)) ?? { last_days: {}, swept_at: null }) as State;
  const today = new Map((await games()).map(game => [game.id, dayOf(now, game.reporting_offset_minutes)]));
  const new_days = [...today].flatMap(([game, day]) => {
    const last = state.last_days[game];
    return last && last < day ? [{ from: addDays(last, 1), to: day }] : [];
  });
  const objects = await keyValue.query('register#unmerged');
  const sweeps = state.swept_at !== null && dayOf(state.swept_at) < dayOf(now);
  const unfinished = (await keyValue.get(RUNNING)) !== undefined;
  if (objects.length === 0 && new_days.length === 0 && !sweeps && !unfinished) return undefined;
  return { objects, today, new_days, sweeps, state };
}

async function nameGames(engine: QueryEngine, today: ReadonlyMap<string, Day>): Promise<void> {
  await engine.run('DELETE FROM refine.games');
  const rows = [...today].map(([game, day]) => `(${text(game)}, ${date(day)})`);
  if (rows.length > 0) await engine.run(`INSERT INTO refine.games VALUES ${rows.join(', ')}`);
}

/** Merges the objects zone by zone, marking each batch as merged; once a day, events are compared over the whole late window. */
async function mergeObjects(work: Work, ports: RefinePorts, settings: RefineSettings) {
  const { engine, objects, keyValue } = ports;
  const total = { ...NOTHING };
  const add = (count: MergeCount) => {
    for (const name of ['entered', 'left', 'duplicate'] as const) total[name] += count[name];
  };
  for (const batch of batches(work.objects, settings)) {
    const zone = zoneOf(batch[0]!.sort);
    const keys = batch.map(item => item.sort);
    if (zone === 'bronze')
      add(await mergeEvents({ engine, source: engine.objects('bronze', keys), reach_days: settings.dedup_reach_days }));
    else if (zone === 'failed') await mergeFailed({ engine, objects }, keys);
    else await mergeSetAside(engine, zone, keys);
    await markMerged(keyValue, batch);
  }
  const unswept_since = await unsweptSince(engine, work.state.unswept_since);
  if (!work.sweeps) return { merged: total, unswept_since };
  if (unswept_since !== undefined)
    add(await sweepEvents({ engine, since: unswept_since, reach_days: settings.sweep_reach_days }));
  return { merged: total, unswept_since: undefined };
}

async function markMerged(keyValue: KeyValue, batch: readonly Item[]): Promise<void> {
  for (let start = 0; start < batch.length; start += 50)
    await keyValue.write(
      batch.slice(start, start + 50).flatMap(item => [
        { kind: 'delete' as const, partition: item.partition, sort: item.sort },
        { kind: 'put' as const, ...item, partition: 'register#merged' },
      ]),
    );
}

/** Publishes what passed its checks; a mart with a failed check, its own or of what it is made from, keeps its last good state. */
async function publish(
  models: readonly ModelRun[],
  { engine, keyValue }: RefinePorts,
  games: readonly string[],
): Promise<number> {
  const withheld = doubtful(models);
  let items = 0;
  for (const run of models)
    if (run.span && !withheld.has(run.model))
      items += await publishMart(run.model, run.span, { engine, keyValue, games });
  await publishAccounting({ engine, keyValue });
  return items;
}

type Outcome = { unswept_since: number | undefined; passed: boolean };

/**
 * Forgets what was touched; after a failed check the next run does it again, since its numbers are not published. In this order,
 * so that a stop in between forgets no hour that has to be swept.
 */
async function finish({ engine, keyValue, clock }: RefinePorts, work: Work, { unswept_since, passed }: Outcome) {
  const { today, sweeps, state } = work;
  const next: State = {
    last_days: passed ? Object.fromEntries(today) : state.last_days,
    swept_at: sweeps || state.swept_at === null ? clock.now() : state.swept_at,
    ...(unswept_since !== undefined && { unswept_since }),
  };
  await keyValue.write([{ kind: 'put', ...STATE, value: next }]);
  for (const table of ['touched_hours', ...(passed ? ['touched', 'first_days'] : [])])
    await engine.run(`DELETE FROM refine.${table}`);
  await keyValue.write([{ kind: 'delete', ...RUNNING }]);
}

const iso = (instant: number) => new Date(instant).toISOString();

const summary = (
  started: number,
  ended: number,
  rest: Omit<RunSummary, 'run_id' | 'started_at' | 'ended_at' | 'milliseconds'>,
): RunSummary => ({
  run_id: iso(started),
  started_at: iso(started),
  ended_at: iso(ended),
  milliseconds: ended - started,
  ...rest,
});
