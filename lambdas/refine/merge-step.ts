import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../core/days.ts';
import { addDays } from '../../core/days.ts';
import type { KeyValue, QueryEngine } from '../../core/ports.ts';
import { date, text } from '../../core/sql.ts';
import { zoneOf } from './batches.ts';
import { mergeFailed, mergeSetAside } from './fates.ts';
import type { MergeCount } from './merge.ts';
import { mergeEvents } from './merge.ts';
import { keepFirstDays, touchedDays } from './models.ts';
import type { RefinePorts } from './ports.ts';
import type { Batch, Plan, Progress } from './run-store.ts';
import { batchNote, runNotes } from './run-store.ts';
import type { RefineSettings } from './settings.ts';
import { sweepEvents, unsweptSince } from './sweep.ts';

/** Merges the plan's batches one after another, marking each as merged, until its time is used up; then it wants to be called again. */
export const mergeStep = (ports: RefinePorts, settings: RefineSettings) =>
  async function merge({ run_id, plan }: { run_id: string; plan: Plan }): Promise<{ done: boolean }> {
    const notes = runNotes(ports, run_id);
    const until = ports.clock.now() + settings.step_ms;
    let progress = (await notes.get('progress')) ?? { units: 0, ...NOTHING, days: [] };
    while (progress.units <= plan.batches) {
      const engine = ports.engine({ run: run_id, step: `merge-${progress.units}` });
      if (progress.units === 0) await nameGames(engine, plan);
      const batch = await notes.get(batchNote(progress.units));
      progress = batch
        ? added(progress, await mergeBatch(batch.objects, engine, { ...ports, ...settings }))
        : await close(progress, engine, { plan, settings });
      await notes.put('progress', progress);
      if (ports.clock.now() >= until) break;
    }
    return { done: progress.units > plan.batches };
  };

const NOTHING: MergeCount = { entered: 0, left: 0, duplicate: 0 };

const added = (progress: Progress, count: MergeCount): Progress => ({
  ...progress,
  units: progress.units + 1,
  entered: progress.entered + count.entered,
  left: progress.left + count.left,
  duplicate: progress.duplicate + count.duplicate,
});

/** Names the games with their own today, unless the last run did with the same days. */
async function nameGames(engine: QueryEngine, { today, state }: Plan): Promise<void> {
  if (isDeepStrictEqual(today, state.last_days)) return;
  await engine.run('DELETE FROM refine.games');
  const rows = Object.entries<Day>(today).map(([game, day]) => `(${text(game)}, ${date(day)})`);
  if (rows.length > 0) await engine.run(`INSERT INTO refine.games VALUES ${rows.join(', ')}`);
}

async function mergeBatch(
  batch: Batch,
  engine: QueryEngine,
  { keyValue, objects, dedup_reach_days, days_per_merge }: RefinePorts & RefineSettings,
): Promise<MergeCount> {
  const zone = zoneOf(batch[0]!.key);
  const keys = batch.map(({ key }) => key);
  let count = NOTHING;
  if (zone === 'bronze')
    count = await mergeEvents({
      engine,
      source: engine.objects('bronze', keys),
      reach_days: dedup_reach_days,
      days_per_merge,
    });
  else if (zone === 'failed') await mergeFailed({ engine, objects }, keys);
  else await mergeSetAside(engine, zone, keys);
  await markMerged(keyValue, batch);
  return count;
}

async function markMerged(keyValue: KeyValue, batch: Batch): Promise<void> {
  for (let start = 0; start < batch.length; start += 50)
    await keyValue.write(
      batch.slice(start, start + 50).flatMap(({ key, value }) => [
        { kind: 'delete' as const, partition: 'register#unmerged', sort: key },
        { kind: 'put' as const, partition: 'register#merged', sort: key, value },
      ]),
    );
}

type Closing = { plan: Plan; settings: RefineSettings };

/** Once a day events are compared over the whole late window; then what the models need to know is noted. */
async function close(progress: Progress, engine: QueryEngine, { plan, settings }: Closing): Promise<Progress> {
  const since = await unsweptSince(engine, plan.state.unswept_since);
  const { sweep_reach_days, days_per_merge } = settings;
  const swept =
    plan.sweeps && since !== undefined
      ? await sweepEvents({ engine, since, reach_days: sweep_reach_days, days_per_merge })
      : NOTHING;
  await keepFirstDays(engine);
  const touched = await touchedDays(engine);
  const recent = plan.sweeps ? undefined : firstRecentDay(plan, settings);
  const days = touched.filter(day => recent === undefined || day >= recent);
  return {
    ...added(progress, swept),
    days,
    ...(recent !== undefined && days.length < touched.length && { waits_before: recent }),
    ...(!plan.sweeps && since !== undefined && { unswept_since: since }),
  };
}

/** The first day whose numbers every run recomputes: in the game where today began last. */
function firstRecentDay({ today }: Plan, { recent_days }: RefineSettings): Day | undefined {
  const earliest = Object.values(today).sort()[0];
  return earliest && Number.isFinite(recent_days) ? addDays(earliest, -recent_days) : undefined;
}
