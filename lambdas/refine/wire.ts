import { openAthena } from '../adapters/athena.ts';
import { ensureAthenaTables } from '../adapters/athena-tables.ts';
import type { SettingOf } from '../functions.ts';
import type { Tools } from '../lambda.ts';
import { recently, sweep } from '../register/register.ts';
import { gamesIn } from '../registry.ts';
import { bucketOf, lateWindow, openKeyValue, openObjects } from '../wiring.ts';
import type { RefinePorts } from './ports.ts';
import { athenaSettings } from './settings.ts';
import { refineSteps } from './steps.ts';
import { workflowStep } from './workflow-step.ts';

/** refine over AWS, as the environment says. */
export function wireRefine(env: Record<SettingOf<'refine'>, string>, { clock, measure }: Tools) {
  const keyValue = openKeyValue(env, clock);
  const objects = openObjects(env);
  const buckets = bucketOf(env);
  const athena = { workgroup: env.WORKGROUP, buckets, clock };
  const ports: RefinePorts = {
    keyValue,
    objects,
    clock,
    engine: scope => openAthena({ ...athena, ...scope }),
    games: () => gamesIn(keyValue),
    tables: () => ensureAthenaTables({ engine: openAthena(athena), keyValue, buckets }),
    sweep: sweep({ keyValue, objects, clock, measure }, recently(clock)),
  };
  return workflowStep(refineSteps(ports, athenaSettings(lateWindow(env))), ports, measure);
}
