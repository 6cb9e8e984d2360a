import { afterEach, expect, test } from '@jest/globals';
import { unmeasured } from '../../lambdas/metrics.ts';
import { athenaSettings } from '../../lambdas/refine/settings.ts';
import { refineSteps } from '../../lambdas/refine/steps.ts';
import { modelWaves } from '../../lambdas/refine/waves.ts';
import { workflowStep } from '../../lambdas/refine/workflow-step.ts';
import { event } from '../lambdas/collecting.ts';
import { consumers } from '../lambdas/consumers.ts';
import { noting } from '../lambdas/events.ts';
import { deliveryOf, HOUR, recordOf } from '../lambdas/reading.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();
let close = () => {};
afterEach(() => close());

async function working() {
  const lake = await consumers(directory());
  ({ close } = lake);
  const { around, measured } = noting();
  const steps = refineSteps(lake.ports, athenaSettings(30 * 24 * HOUR));
  const step = workflowStep(steps, lake.ports, around.recorder?.measure ?? unmeasured);
  /** What the workflow does: every step by its name, under the name of the execution. */
  async function execute(run_id: string) {
    const planned = await step({ step: 'plan', run_id });
    if (!('work' in planned && planned.work)) return planned;
    await step({ step: 'merge', run_id });
    for (const model of modelWaves().flat()) await step({ step: 'model', run_id, model });
    await step({ step: 'publish', run_id });
    return step({ step: 'finish', run_id });
  }
  const valuesOf = (name: string) => measured.filter(([given]) => given === name).map(([, value]) => value);
  return { ...lake, step, execute, valuesOf, measured };
}

test('the workflow’s steps merge what is new, and record what the run did', async () => {
  const { consume, execute, fates, valuesOf } = await working();
  await consume([recordOf(0, deliveryOf('d0', [event('a'), event('a'), event('b')]))]);
  expect(await execute('r1')).toMatchObject({ run_id: 'r1', objects: 1, entered: 2, duplicate: 1 });
  expect(await fates()).toEqual(['a duplicate', 'a silver', 'b silver']);
  expect([valuesOf('events_merged'), valuesOf('events_duplicate'), valuesOf('checks_failed')]).toEqual([[2], [1], []]);
});

test('a plan records how old the lake has become, and what is unexplained', async () => {
  const { consume, count, execute, valuesOf, measured, clock } = await working();
  await consume([recordOf(0, deliveryOf('d0', [event('a')]))]);
  // counted as received, and never written
  await count([recordOf(1, deliveryOf('d1', [event('b'), event('c')]))]);
  await execute('r1');
  expect(valuesOf('refine_age')).toEqual([]);
  clock.advance(2 * HOUR);
  expect(await execute('r2')).toMatchObject({ work: false });
  expect(valuesOf('refine_age')).toEqual([7200]);
  expect(measured).toContainEqual(['table_age', 7200, { table: 'gold.retention' }]);
  expect(valuesOf('accounting_difference').at(-1)).toBe(2);
  clock.advance(60_000);
  await execute('r3');
  expect(valuesOf('refine_age')).toEqual([7200, 60]);
});

test('a table whose check failed grows older, with those made from it, until a run repairs it', async () => {
  const { consume, execute, measured, clock, world } = await working();
  const ages = () =>
    ['silver.events', 'gold.daily_metrics'].map(name =>
      measured.findLast(([metric, , labels]) => metric === 'table_age' && (labels as { table: string }).table === name),
    );
  await consume([recordOf(0, deliveryOf('d0', [event('a')]))]);
  await execute('r1');
  const check = 'a day has at least one event';
  world.answer = sql => (sql.startsWith(`SELECT '${check}'`) ? [{ name: check, found: 1 }] : undefined);
  clock.advance(60_000);
  await consume([recordOf(1, deliveryOf('d1', [event('b')]))]);
  await execute('r2');
  expect(measured).toContainEqual(['checks_failed', 1, { severity: 'fail' }]);
  world.answer = () => undefined;
  clock.advance(60_000);
  await consume([recordOf(2, deliveryOf('d2', [event('c')]))]);
  await execute('r3');
  expect(ages().map(value => value?.[1])).toEqual([60, 120]);
  clock.advance(60_000);
  await execute('r4');
  expect(ages().map(value => value?.[1])).toEqual([60, 60]);
});

test('a run that did not end well is counted when the next begins', async () => {
  const { consume, step, execute, valuesOf, clock } = await working();
  await consume([recordOf(0, deliveryOf('d0', [event('a')]))]);
  await step({ step: 'plan', run_id: 'dead' });
  clock.advance(HOUR);
  await execute('r2');
  expect(valuesOf('refine_failures')).toEqual([1]);
});

test('a step there is none of is told', async () => {
  const { step } = await working();
  await expect(step({ step: 'merg', run_id: 'r' } as never)).rejects.toThrow("refine has no step 'merg'");
});
