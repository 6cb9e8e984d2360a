import type { Measure } from '../metrics.ts';
import { measureLake, measureRun, noteFreshness } from './freshness.ts';
import type { Planned } from './plan.ts';
import type { RefinePorts } from './ports.ts';
import type { RunSummary } from './run-store.ts';
import type { RefineSteps } from './steps.ts';

/** What the workflow says when it calls: one step of the run that is named after its execution; `model` is a table. */
export type StepEvent = { run_id: string } & (
  | { step: 'plan' | 'merge' | 'publish' | 'finish' }
  | { step: 'model'; model: string }
);

/** Does the step an event names, and records what the lake and the run look like. */
export function workflowStep(steps: RefineSteps, ports: RefinePorts, measure: Measure) {
  const { keyValue, clock, games } = ports;

  async function plan(run: { run_id: string }): Promise<Planned> {
    const began = clock.now();
    await measureLake({ keyValue, games: await games(), measure }, began);
    const planned = await steps.plan(run);
    if (planned.unfinished) measure('refine_failures', 1);
    if (!planned.work && !planned.busy) await noteFreshness(keyValue, { began, models: [] });
    return planned;
  }

  async function finish(run: { run_id: string }): Promise<RunSummary> {
    const summary = await steps.finish(run);
    measureRun(summary, measure);
    await noteFreshness(keyValue, { began: Date.parse(summary.started_at), models: summary.models });
    return summary;
  }

  return async function doStep(event: StepEvent): Promise<object> {
    const { run_id } = event;
    if (event.step === 'plan') return plan({ run_id });
    if (event.step === 'merge') return steps.merge({ run_id });
    if (event.step === 'model') return steps.model({ run_id, model: event.model });
    if (event.step === 'publish') return steps.publish({ run_id });
    if (event.step === 'finish') return finish({ run_id });
    throw new Error(`refine has no step '${(event as { step?: unknown }).step}': see lambdas/refine/steps.ts`);
  };
}
