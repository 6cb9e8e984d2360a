import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StreamRecord } from '../../core/ports.ts';
import type { InvocationRecord } from '../../lambdas/dead-letters.ts';
import { readDeadLetters } from '../../lambdas/dead-letters.ts';
import { consuming, numberOf, sequence } from './consuming.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();

/** What the handler does on a call beyond failing on poison: nothing, throw, fail a record, or die before or after it is noted. */
type Mood = { kind: 'well' | 'throw' | 'die' } | { kind: 'partial'; at: number };

const scenario = fc.record({
  count: fc.integer({ min: 1, max: 30 }),
  batch_size: fc.integer({ min: 1, max: 12 }),
  retries: fc.nat({ max: 3 }),
  bisect: fc.boolean(),
  poison: fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 4 }),
  moods: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Mood>({ kind: 'well' }) },
      { weight: 1, arbitrary: fc.constantFrom<Mood>({ kind: 'throw' }, { kind: 'die' }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('partial' as const), at: fc.nat({ max: 11 }) }) as fc.Arbitrary<Mood>,
      },
    ),
    { maxLength: 30 },
  ),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** Runs a consumer to the end through every mood, reopening it when it dies. */
async function consume({ count, poison, moods, ...settings }: Scenario) {
  const world = await consuming(directory());
  const calls: number[][] = [];
  const done = new Set<number>();
  const left = [...moods];
  let deaths = 0;
  const handler = async (records: readonly StreamRecord[]) => {
    const numbers = records.map(numberOf);
    calls.push(numbers);
    const mood = left.shift() ?? { kind: 'well' };
    if (mood.kind === 'throw') throw new Error('a bad moment');
    const failed = numbers.filter((n, index) => poison.includes(n) || (mood.kind === 'partial' && index === mood.at));
    const lowest = failed[0] ?? Number.POSITIVE_INFINITY;
    for (const n of numbers) if (n < lowest) done.add(n);
    if (mood.kind === 'die') world.kill(true);
    return { failures: failed.map(sequence) };
  };
  await world.put(count);
  for (let finished = false; !finished; ) {
    const mapping = await world.open(handler, settings);
    finished = await mapping.drain().then(
      () => true,
      () => false,
    );
    if (!finished) deaths += 1;
    world.kill(false);
  }
  const failures = await world.failures();
  await world.close();
  return { calls, done, deaths, failures, given_up: numbersOf(failures) };
}

const numbersOf = (failures: Record<string, InvocationRecord>) =>
  new Set(
    Object.values(failures).flatMap(failure =>
      readDeadLetters(Buffer.from(JSON.stringify(failure))).records.map(numberOf),
    ),
  );

test('no record is lost or skipped: each is handled well or kept in the failure store, through crashes', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async given => {
      const { done, given_up } = await consume(given);
      for (let n = 0; n < given.count; n += 1) expect([n, done.has(n) || given_up.has(n)]).toEqual([n, true]);
      for (const n of given.poison)
        if (n < given.count) expect([n, done.has(n), given_up.has(n)]).toEqual([n, false, true]);
    }),
    { numRuns: 60 },
  );
});

test('batches are runs of neighbours that never go back beyond what is done', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async given => {
      const { calls } = await consume({ ...given, moods: given.moods.filter(mood => mood.kind !== 'die') });
      let highest = -1;
      let front = 0;
      for (const numbers of calls) {
        expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
        expect(numbers.length).toBeLessThanOrEqual(given.batch_size);
        expect(numbers[0]).toBeGreaterThanOrEqual(front);
        expect(numbers[0]).toBeLessThanOrEqual(highest + 1);
        front = numbers[0]!;
        highest = Math.max(highest, numbers.at(-1)!);
      }
    }),
    { numRuns: 60 },
  );
});

test('retries are bounded', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async given => {
      const { calls, deaths } = await consume(given);
      // each call does one of: begin, advance, split (fewer than records), retry what no call has advanced past
      const most = 2 * given.count + (given.count + deaths) * (given.retries + 1) + deaths * 5;
      expect(calls.length).toBeLessThanOrEqual(most);
      const starts = Map.groupBy(calls, numbers => `${numbers[0]}-${numbers.at(-1)}`);
      for (const same of starts.values()) expect(same.length).toBeLessThanOrEqual((given.retries + 1) * (deaths + 1));
    }),
    { numRuns: 60 },
  );
});

test('with bisection exactly the poison is given up, each record alone, and its neighbours survive', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async given => {
      const { done, failures, given_up } = await consume({ ...given, bisect: true, moods: [] });
      const poison = given.poison.filter(n => n < given.count).sort((a, b) => a - b);
      expect([...given_up].sort((a, b) => a - b)).toEqual(poison);
      expect(Object.keys(failures)).toEqual(poison.map(n => `failed/consumer/${sequence(n)}-${sequence(n)}.json`));
      expect(done.size).toBe(given.count - poison.length);
    }),
    { numRuns: 40 },
  );
});
