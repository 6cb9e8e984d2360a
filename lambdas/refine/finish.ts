import type { Day } from '../../core/days.ts';
import type { Json, Write } from '../../core/ports.ts';
import { date } from '../../core/sql.ts';
import { DAY } from '../../core/time.ts';
import type { MergeCount } from './merge.ts';
import { RUNNING, STATE } from './plan.ts';
import type { RefinePorts } from './ports.ts';
import type { Plan, RunSummary, State } from './run-store.ts';
import { leaveLease, runNotes } from './run-store.ts';

const KEEP_RUNS = 30 * DAY;

/** What a run without work did. */
export const NOTHING_DONE = { objects: 0, entered: 0, left: 0, duplicate: 0, models: [], published: 0 };

/**
 * Forgets what was touched; after a failed check the next run does it again, since its numbers are not published. In this order,
 * so that a stop in between forgets no hour that has to be swept.
 */
export const finishStep = ({ keyValue, clock, engine }: RefinePorts) =>
  async function finish({ run_id, plan }: { run_id: string; plan: Plan }): Promise<RunSummary> {
    const notes = runNotes({ keyValue, clock }, run_id);
    const models = await notes.models();
    const progress = await notes.get('progress');
    const { entered = 0, left = 0, duplicate = 0, unswept_since } = progress ?? {};
    const passed = models.every(run => run.passed);
    const state = stateAfter(plan, { passed, unswept_since, now: clock.now() });
    await keyValue.write([{ kind: 'put', ...STATE, value: state }]);
    const statements = engine({ run: run_id, step: 'finish' });
    const forgotten = passed ? touchedUntil(progress?.waits_before) : [];
    for (const rows of ['touched_hours', ...forgotten]) await statements.run(`DELETE FROM refine.${rows}`);
    const published = (await notes.get('published'))?.items ?? 0;
    const { started_at: started, objects } = plan;
    const counts = { objects, entered, left, duplicate, models, published };
    const summary = summaryOf({ run_id, started, ended: clock.now(), ...counts });
    await keyValue.write([...endOf(summary, started + KEEP_RUNS), { kind: 'delete', ...RUNNING }, leaveLease]);
    return summary;
  };

/** What models have looked at: all that was touched, unless days before this one wait. First days are then remembered with them. */
const touchedUntil = (waits_before: Day | undefined): string[] =>
  waits_before === undefined ? ['touched', 'first_days'] : [`touched WHERE event_date >= ${date(waits_before)}`];

type Outcome = { passed: boolean; unswept_since: number | undefined; now: number };

const stateAfter = ({ today, sweeps, state }: Plan, { passed, unswept_since, now }: Outcome): State => ({
  last_days: passed ? today : state.last_days,
  swept_at: sweeps || state.swept_at === null ? now : state.swept_at,
  ...(unswept_since !== undefined && { unswept_since }),
});

const ENDED = (run_id: string) => ({ partition: `refine#${run_id}`, sort: 'ended' });

const endOf = (summary: RunSummary, expires_at: number): Write[] =>
  [{ partition: 'runs', sort: summary.started_at }, ENDED(summary.run_id)].map(key => ({
    kind: 'put',
    ...key,
    value: summary as Json,
    expires_at,
  }));

/** What a run did that has ended; undefined while it has not. */
export const endedRun = async ({ keyValue }: Pick<RefinePorts, 'keyValue'>, run_id: string) =>
  (await keyValue.get(ENDED(run_id))) as RunSummary | undefined;

type Done = MergeCount & Pick<RunSummary, 'run_id' | 'objects' | 'models' | 'published'>;

/** A run's summary; `started` and `ended` in epoch milliseconds. */
export const summaryOf = ({ started, ended, ...done }: Done & { started: number; ended: number }): RunSummary => ({
  ...done,
  started_at: new Date(started).toISOString(),
  ended_at: new Date(ended).toISOString(),
  milliseconds: ended - started,
});
