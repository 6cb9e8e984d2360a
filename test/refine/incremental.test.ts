import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Row } from '../../core/ports.ts';
import type { Arrival } from './history.ts';
import { arrivals } from './history.ts';
import { DAY, lakeOf } from './refined-lake.ts';

/** Each run builds two lakes; PLAYLAKE_RUNS asks for more. */
const RUNS = Number(process.env.PLAYLAKE_RUNS ?? 8);
const TIMEOUT = RUNS * 10_000;
/** A counterexample takes hundreds of runs to shrink: it is reported as far as it got, before the test's time is up. */
const limit = { interruptAfterTimeLimit: TIMEOUT * 0.8, markInterruptAsFailure: true };
/** A run has about as many. */
const STATEMENTS = 45;

test(
  'merging batch by batch, in any order and over days, equals merging all at once',
  async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(2), equalsMergingAtOnce),
      { numRuns: RUNS, ...limit },
    );
  },
  TIMEOUT,
);

test('two copies on different days are found, though one is merged long after it arrived', async () => {
  const history = [copy({ batch: 0, minute: 0 }), copy({ batch: 2, minute: 3 * 1440 })];
  await equalsMergingAtOnce(history, [0, 1, 2, 3], 2);
});

test('the day that a player’s first day moved away from is recomputed, beyond the reach of any window', async () => {
  const history = [copy({ batch: 0, minute: 0 }), { ...copy({ batch: 1, minute: -35 * 1440 }), id: '2' }];
  await equalsMergingAtOnce(history, [0, 1], 0);
});

test('numbers of older days wait for the daily run, where that is wanted; their events do not', async () => {
  const old = copy({ batch: 0, minute: 9 * 1440 });
  const lake = await lakeOf([old, { ...old, id: '2', minute: 23 * 1440 }], { recent_days: 1 });
  const days = async (table: 'silver.events' | 'silver.player_days') =>
    (await lake.everything())[table]?.map((row: Row) => row.event_date);
  try {
    await lake.merge([0]);
    expect(await days('silver.events')).toEqual(['2026-03-10', '2026-03-24']);
    expect(await days('silver.player_days')).toEqual(['2026-03-24']);
    lake.pass(DAY);
    await lake.merge([]);
    expect(await days('silver.player_days')).toEqual(['2026-03-10', '2026-03-24']);
  } finally {
    await lake.close();
  }
});

test(
  'a full rebuild of every model changes nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async history => {
        const lake = await lakeOf(history);
        try {
          for (const batch of [2, 1, 3, 0]) await lake.merge([batch]);
          await lake.settle();
          const before = await lake.everything();
          await lake.rebuild();
          expect(await lake.everything()).toEqual(before);
        } finally {
          await lake.close();
        }
      }),
      { numRuns: RUNS / 2, ...limit },
    );
  },
  TIMEOUT,
);

test(
  'a run that stops at any statement is finished by the next',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        arrivals,
        fc.array(fc.nat(STATEMENTS), { minLength: 4, maxLength: 4 }),
        async (history, stops) => {
          const stopped = await lakeOf(history);
          const whole = await lakeOf(history);
          try {
            for (const [batch, statements] of stops.entries()) {
              stopped.stopAfter(statements);
              await stopped.merge([batch]).catch(() => {});
              stopped.stopAfter(undefined);
              await stopped.merge([]);
            }
            await whole.merge([0, 1, 2, 3]);
            await Promise.all([stopped, whole].map(lake => lake.settle()));
            expect(await stopped.everything()).toEqual(await whole.everything());
          } finally {
            await stopped.close();
            await whole.close();
          }
        },
      ),
      { numRuns: RUNS / 2, ...limit },
    );
  },
  TIMEOUT,
);

/** Merges the batches one by one, few days of silver at a time and old days' numbers once a day, a day passing after those below `pause`, and all of them in one run. */
async function equalsMergingAtOnce(history: readonly Arrival[], order: readonly number[], pause: number) {
  const step = await lakeOf(history, { days_per_merge: 3, recent_days: 1 });
  const whole = await lakeOf(history);
  try {
    for (const batch of order) {
      await step.merge([batch]);
      if (batch < pause) step.pass(DAY);
    }
    await whole.merge(order);
    await Promise.all([step, whole].map(lake => lake.settle()));
    expect(await step.everything()).toEqual(await whole.everything());
  } finally {
    await step.close();
    await whole.close();
  }
}

/** A report of the same event. */
const copy = (given: Pick<Arrival, 'batch' | 'minute'>): Arrival => ({
  received: given.batch,
  player: 'ann',
  id: '1',
  type: 'custom',
  session: null,
  transaction: null,
  content: 1,
  platform: null,
  test: false,
  ...given,
});
