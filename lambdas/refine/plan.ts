import type { Span } from '../../core/days.ts';
import { addDays, dayOf } from '../../core/days.ts';
import type { Item, KeyValue } from '../../core/ports.ts';
import { HOUR } from '../../core/time.ts';
import { batches } from './batches.ts';
import type { RefinePorts } from './ports.ts';
import type { Plan, State } from './run-store.ts';
import { batchNote, holdLease, leaveLease, runNotes } from './run-store.ts';
import type { RefineSettings } from './settings.ts';

/** Whether there is anything to do. `busy`: another run is under way, or died a short while ago; `unfinished`: one has not ended well. */
export type Planned = { run_id: string; work: boolean; busy: boolean; unfinished: boolean };

const NO_WORK = { work: false, busy: false, unfinished: false };

export const RUNNING = { partition: 'refine', sort: 'running' };
export const STATE = { partition: 'refine', sort: 'state' };
const LISTED = { partition: 'refine', sort: 'listed' };

/** Fixes what a run does, so that a step that is repeated does the same. With nothing to do, no statement runs. */
export function planStep(ports: RefinePorts, settings: RefineSettings) {
  let ready: Promise<void> | undefined;
  /** Makes the tables once; when that fails, the next run tries again. */
  const tablesReady = () => {
    ready ??= ports.tables().catch(error => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
  return async function plan({ run_id }: { run_id: string }): Promise<Planned> {
    if (!(await holdLease(ports, { run_id, ...settings }))) return { ...NO_WORK, run_id, busy: true };
    const notes = runNotes(ports, run_id);
    if (await notes.get('plan')) return { ...NO_WORK, run_id, work: true };
    await listHourly(ports);
    const work = await findWork(ports);
    if (!work) {
      await ports.keyValue.write([leaveLease]);
      return { ...NO_WORK, run_id };
    }
    await tablesReady();
    const { objects, unfinished, ...rest } = work;
    const cut = [...batches(objects, settings)];
    for (const [index, batch] of cut.entries())
      await notes.put(batchNote(index), { objects: batch.map(({ sort, value }) => ({ key: sort, value })) });
    const plan: Plan = { started_at: ports.clock.now(), objects: objects.length, batches: cut.length, ...rest };
    await ports.keyValue.write([{ kind: 'put', ...RUNNING, value: { run_id } }]);
    await notes.put('plan', plan);
    return { run_id, work: true, busy: false, unfinished };
  };
}

type Work = { objects: Item[]; unfinished: boolean } & Pick<Plan, 'today' | 'new_days' | 'sweeps' | 'state'>;

/** What there is to do: objects registered and not merged, days that began since the last run, a run that did not end. */
async function findWork({ keyValue, clock, games }: RefinePorts): Promise<Work | undefined> {
  const now = clock.now();
  const state = ((await keyValue.get(STATE)) ?? { last_days: {}, swept_at: null }) as State;
  const today = Object.fromEntries((await games()).map(game => [game.id, dayOf(now, game.reporting_offset_minutes)]));
  const new_days = Object.entries(today).flatMap(([game, day]): Span[] => {
    const last = state.last_days[game];
    return last && last < day ? [{ from: addDays(last, 1), to: day }] : [];
  });
  const objects = await keyValue.query('register#unmerged');
  const sweeps = state.swept_at !== null && dayOf(state.swept_at) < dayOf(now);
  const unfinished = (await keyValue.get(RUNNING)) !== undefined;
  if (objects.length === 0 && new_days.length === 0 && !sweeps && !unfinished) return undefined;
  return { objects, unfinished, today, new_days, sweeps, state };
}

/** Looks for objects that nobody registered, once an hour. */
async function listHourly({ keyValue, clock, sweep }: RefinePorts): Promise<void> {
  if (!sweep || (await listedWithin(keyValue, clock.now() - HOUR))) return;
  await sweep();
  await keyValue.write([{ kind: 'put', ...LISTED, value: { at: clock.now() } }]);
}

async function listedWithin(keyValue: KeyValue, since: number): Promise<boolean> {
  const listed = (await keyValue.get(LISTED)) as { at: number } | undefined;
  return listed !== undefined && listed.at > since;
}
