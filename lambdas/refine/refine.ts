import { randomUUID } from 'node:crypto';
import { NOTHING_DONE, summaryOf } from './finish.ts';
import type { RefinePorts } from './ports.ts';
import type { RunSummary } from './run-store.ts';
import type { RefineSettings } from './settings.ts';
import { refineDefaults } from './settings.ts';
import { refineSteps } from './steps.ts';
import { modelWaves } from './waves.ts';

/** A whole run, its steps one after another. Only objects not merged yet are read, and with nothing new no statement runs. */
export const refine = (ports: RefinePorts, settings: RefineSettings = refineDefaults) => {
  const steps = refineSteps(ports, settings);
  const models = modelWaves().flat();
  return async function run(): Promise<RunSummary> {
    const started = ports.clock.now();
    const run_id = randomUUID();
    const { work } = await steps.plan({ run_id });
    if (!work) return summaryOf({ run_id, started, ended: ports.clock.now(), ...NOTHING_DONE });
    while (!(await steps.merge({ run_id })).done);
    for (const model of models) await steps.model({ run_id, model });
    await steps.publish({ run_id });
    return steps.finish({ run_id });
  };
};
