import { afterEach, describe, expect, test } from '@jest/globals';
import { partsOf } from '../../lambdas/refine/merge.ts';
import { athenaSettings } from '../../lambdas/refine/settings.ts';
import type { RefineSteps } from '../../lambdas/refine/steps.ts';
import { refineSteps } from '../../lambdas/refine/steps.ts';
import { inWaves, modelWaves } from '../../lambdas/refine/waves.ts';
import { event } from '../lambdas/collecting.ts';
import { consumers } from '../lambdas/consumers.ts';
import { AT, deliveryOf, HOUR, recordOf } from '../lambdas/reading.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const MINUTE = 60_000;
const directory = temporaryDirectories();
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A lake that has merged one batch and has another before it, with steps as they run on AWS, each ended after one batch. */
async function lake() {
  const made = await consumers(directory());
  open.push(made.close);
  const purchase = { event_type: 'purchase', properties: { transaction_id: 't', amount: 499, currency: 'USD' } };
  await made.consume([recordOf(0, deliveryOf('d0', [event('a'), event('b', { player_id: 'bob' })]))]);
  await made.run();
  const earlier = { received_at: AT - HOUR };
  await made.consume([recordOf(1, deliveryOf('d1', [event('a'), event('p', purchase)], earlier))]);
  await made.consume([recordOf(2, deliveryOf('d2', [event('c'), event('x', { country: 'x' })]))]);
  const settings = { ...athenaSettings(30 * 24 * HOUR), objects_per_merge: 1, step_ms: 0 };
  return { ...made, steps: refineSteps(made.ports, settings) };
}

type Step = (steps: RefineSteps) => Promise<unknown>;

/** Every step of a run of three batches: two of bronze and one of quarantine, then what closes the merge. */
const stepsOf = (run_id: string): Step[] => [
  steps => steps.plan({ run_id }),
  ...[0, 1, 2, 3].map((): Step => steps => steps.merge({ run_id })),
  ...modelWaves()
    .flat()
    .map(
      (model): Step =>
        steps =>
          steps.model({ run_id, model }),
    ),
  steps => steps.publish({ run_id }),
  steps => steps.finish({ run_id }),
];

async function everything({ fates, total, keyValue }: Awaited<ReturnType<typeof lake>>) {
  const marts = ['mart#daily_metrics#g', 'mart#retention#g'].map(partition => keyValue.query(partition));
  return { fates: await fates(), total: await total(), marts: await Promise.all(marts) };
}

async function undisturbed() {
  const whole = await lake();
  const before = whole.statements.length;
  for (const step of stepsOf('r')) await step(whole.steps);
  const wanted = await everything(whole);
  expect(wanted.fates).toEqual(['a duplicate', 'a silver', 'b silver', 'c silver', 'p silver', 'x quarantined']);
  expect(wanted.total).toMatchObject({ received: 6, difference: 0 });
  return { wanted, before, statements: whole.statements };
}

/** What changes tables. */
const WRITES = /^\s*(INSERT INTO|MERGE INTO|DELETE FROM)/;

test('steps, each in an invocation of its own, do what a run does', async () => {
  const { wanted } = await undisturbed();
  const other = await lake();
  expect(await other.run()).toMatchObject({ objects: 3, entered: 3, left: 1, duplicate: 0 });
  expect(await everything(other)).toEqual(wanted);
});

test('a step that stops before any statement that writes can be repeated', async () => {
  const { wanted, before, statements } = await undisturbed();
  const stops = statements.flatMap((sql, at) => (at >= before && WRITES.test(sql) ? [at] : []));
  expect(stops.length).toBeGreaterThan(15);
  for (const stop of stops) {
    const stopped = await lake();
    stopped.world.stop_after = stop;
    for (const step of stepsOf('r'))
      await step(stopped.steps).catch(() => {
        stopped.world.stop_after = Number.POSITIVE_INFINITY;
        return step(stopped.steps);
      });
    expect([statements[stop], await everything(stopped)]).toEqual([statements[stop], wanted]);
  }
}, 180_000);

test('a run that ends after any of its steps is made good by the next', async () => {
  const { wanted } = await undisturbed();
  const first = stepsOf('r');
  for (const length of first.keys()) {
    const stopped = await lake();
    for (const step of first.slice(0, length + 1)) await step(stopped.steps);
    stopped.clock.advance(41 * MINUTE);
    await stopped.run();
    expect([length, await everything(stopped)]).toEqual([length, wanted]);
  }
}, 180_000);

test('any step done twice changes nothing', async () => {
  const { wanted } = await undisturbed();
  const twice = await lake();
  for (const step of stepsOf('r')) {
    await step(twice.steps);
    await step(twice.steps);
  }
  expect(await everything(twice)).toEqual(wanted);
});

describe('the lease of a run', () => {
  test('keeps others from beginning until 40 minutes after its last step', async () => {
    const { steps, clock } = await lake();
    expect(await steps.plan({ run_id: 'first' })).toMatchObject({ work: true, busy: false, unfinished: false });
    clock.advance(30 * MINUTE);
    await steps.merge({ run_id: 'first' });
    clock.advance(39 * MINUTE);
    expect(await steps.plan({ run_id: 'second' })).toMatchObject({ work: false, busy: true });
    clock.advance(2 * MINUTE);
    expect(await steps.plan({ run_id: 'second' })).toMatchObject({ work: true, busy: false, unfinished: true });
    await expect(steps.merge({ run_id: 'first' })).rejects.toThrow('run first was silent for so long');
  });

  test('is not asked of a run that has ended: its last step, repeated late, says what it did', async () => {
    const { steps, consume } = await lake();
    for (const step of stepsOf('first')) await step(steps);
    await consume([recordOf(3, deliveryOf('d3', [event('d')]))]);
    expect(await steps.plan({ run_id: 'second' })).toMatchObject({ work: true });
    expect(await steps.finish({ run_id: 'first' })).toMatchObject({ run_id: 'first', objects: 3, entered: 3 });
  });

  test('is left when there is nothing to do, and when the run ends', async () => {
    const { steps } = await lake();
    for (const step of stepsOf('first')) await step(steps);
    expect(await steps.plan({ run_id: 'second' })).toMatchObject({ work: false, busy: false });
    expect(await steps.plan({ run_id: 'third' })).toMatchObject({ work: false, busy: false });
  });
});

test('the merge says when it is done, and goes on where it stopped', async () => {
  const { steps } = await lake();
  await steps.plan({ run_id: 'r' });
  const answers = [];
  for (let call = 0; call < 5; call += 1) answers.push((await steps.merge({ run_id: 'r' })).done);
  expect(answers).toEqual([false, false, false, true, true]);
});

test('an unknown model, or a step before the plan, is told', async () => {
  const { steps } = await lake();
  await expect(steps.merge({ run_id: 'r' })).rejects.toThrow('run r has no plan: begin with the step plan');
  await steps.plan({ run_id: 'r' });
  await expect(steps.model({ run_id: 'r', model: 'gold.x' })).rejects.toThrow(
    'there is no model gold.x: see glue/models',
  );
});

describe('models run in waves', () => {
  test('each after what it reads', () =>
    expect(modelWaves()).toEqual([
      ['silver.sessions'],
      ['silver.player_days'],
      ['silver.players'],
      ['gold.daily_metrics', 'gold.retention'],
    ]));

  test('and a circle is told', () => {
    const model = (table: string, input: string) =>
      ({ table, inputs: [input], reach: { by: 'player' }, scope: 'dates', sql: '', checks: [] }) as const;
    expect(() => inWaves([model('a', 'b'), model('b', 'a')])).toThrow('models read each other in a circle: a, b');
  });
});

test('silver is written so many days at a time, and every day once', () => {
  expect(partsOf(['2026-03-01', '2026-03-02', '2026-03-09'])).toEqual(['true']);
  expect(partsOf(['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10', '2026-04-01'], 2)).toEqual([
    "event_date < DATE '2026-03-09'",
    "event_date >= DATE '2026-03-09' AND event_date < DATE '2026-04-01'",
    "event_date >= DATE '2026-04-01'",
  ]);
});
