import { models } from '../../glue/rendered/models.ts';
import { endedRun, finishStep } from './finish.ts';
import { mergeStep } from './merge-step.ts';
import type { ModelRun } from './models.ts';
import { runModel } from './models.ts';
import type { Planned } from './plan.ts';
import { planStep } from './plan.ts';
import type { RefinePorts } from './ports.ts';
import { publishStep } from './publish.ts';
import type { Plan, RunSummary } from './run-store.ts';
import { holdLease, runNotes } from './run-store.ts';
import type { RefineSettings } from './settings.ts';

/**
 * The steps of a run, each of which may have an invocation of its own and be repeated: plan → merge until done → every model, in
 * waves → publish → finish. What a run touches is stored before it and cleared after it, so a stop anywhere is repaired by the
 * same step, or by the next run.
 */
export type RefineSteps = {
  plan: (run: { run_id: string }) => Promise<Planned>;
  merge: (run: { run_id: string }) => Promise<{ done: boolean }>;
  /** Recomputes one model, named by its table, for what the merge touched. */
  model: (run: { run_id: string; model: string }) => Promise<{ spans: number }>;
  publish: (run: { run_id: string }) => Promise<{ items: number }>;
  finish: (run: { run_id: string }) => Promise<RunSummary>;
};

export function refineSteps(ports: RefinePorts, settings: RefineSettings): RefineSteps {
  const merge = mergeStep(ports, settings);
  const publish = publishStep(ports);
  const finish = finishStep(ports);

  /** What the run has set out to do, as long as no other run has begun. */
  async function planOf(run_id: string): Promise<Plan> {
    if (!(await holdLease(ports, { run_id, ...settings })))
      throw new Error(`run ${run_id} was silent for so long that another run has begun: it does nothing more`);
    const plan = await runNotes(ports, run_id).get('plan');
    if (!plan) throw new Error(`run ${run_id} has no plan: begin with the step plan`);
    return plan;
  }

  return {
    plan: planStep(ports, settings),
    merge: async ({ run_id }) => merge({ run_id, plan: await planOf(run_id) }),
    async model({ run_id, model: table }) {
      const { new_days } = await planOf(run_id);
      const model = models.find(each => each.table === table);
      if (!model) throw new Error(`there is no model ${table}: see glue/models`);
      const notes = runNotes(ports, run_id);
      const days = (await notes.get('progress'))?.days ?? [];
      const engine = ports.engine({ run: run_id, step: `model-${table}` });
      const { longest_span_days } = settings;
      const runs: ModelRun[] = await runModel(model, {
        engine,
        now: ports.clock.now,
        longest_span_days,
        new_days,
        days,
      });
      await notes.put(`model#${table}`, { runs });
      return { spans: runs.length };
    },
    publish: async ({ run_id }) => publish({ run_id, plan: await planOf(run_id) }),
    finish: async ({ run_id }) => (await endedRun(ports, run_id)) ?? finish({ run_id, plan: await planOf(run_id) }),
  };
}
