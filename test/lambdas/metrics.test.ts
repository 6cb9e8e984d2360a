import { describe, expect, test } from '@jest/globals';
import { unexplained } from '../../lambdas/api/accounting.ts';
import { functions } from '../../lambdas/functions.ts';
import type { Metric } from '../../lambdas/metric.ts';
import type { Measure } from '../../lambdas/metrics.ts';
import { billedDimensions, metrics, unmeasured } from '../../lambdas/metrics.ts';
import { ownMetrics } from '../../lambdas/own-metrics.ts';
import { serviceMetrics } from '../../lambdas/service-metrics.ts';
import { workMetrics } from '../../localstack/metrics/working.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';

const all = Object.entries<Metric>(metrics);

describe('the catalogue', () => {
  test('gives no name to two metrics', () =>
    expect(all.length).toBe(Object.keys(ownMetrics).length + Object.keys(serviceMetrics).length + 4));

  test('says each meaning in one sentence, without a full stop', () => {
    for (const [name, { meaning }] of all)
      expect([name, meaning]).toEqual([name, expect.stringMatching(/^[A-Z%].*[^.]$/)]);
  });

  test('names only functions that there are as recorders', () => {
    const recorders = all.flatMap(([, { source }]) => (source.from === 'functions' ? source.recorded_by : []));
    expect(recorders.filter(name => !(name in functions))).toEqual([]);
  });

  test('fills every word of a service’s dimensions from a dimension of its own, or from what there is one of', () => {
    const single = ['api', 'stream', 'cluster', 'group', 'topic', 'workflow', 'queue', 'acl', 'distribution'];
    for (const [name, { source, dimensions }] of all) {
      const services = source.from === 'aws' ? [source] : source.from === 'stream' ? [source.kinesis, source.msk] : [];
      const words = services.flatMap(
        service =>
          Object.values(service?.dimensions ?? {})
            .join()
            .match(/\w+(?=\})/g) ?? [],
      );
      const known = [...single, ...dimensions];
      expect([name, words.filter(word => !known.includes(word))]).toEqual([name, []]);
    }
  });

  test('pays for no metric of each game', () => {
    expect(billedDimensions('accounting_difference')).toEqual([]);
    expect(billedDimensions('table_age')).toEqual(['table']);
  });
});

test('a metric takes exactly its dimensions', () => {
  const measure: Measure = unmeasured;
  measure('dead_letters', 1);
  measure('table_age', 1, { table: 'silver.events' });
  // @ts-expect-error it has a dimension
  measure('table_age', 1);
  // @ts-expect-error it has another
  measure('table_age', 1, { game: 'g' });
  // @ts-expect-error it has none
  measure('dead_letters', 1, { game: 'g' });
  // @ts-expect-error a service measures it
  measure('function_errors', 1, { function: 'live' });
});

describe('the accounting difference', () => {
  const NOW = Date.UTC(2026, 2, 10, 12, 30);
  const difference = async (hours: Record<string, [received: number, silver: number]>) => {
    const keyValue = memoryKeyValue(memoryClock(NOW));
    for (const [hour, [events, silver]] of Object.entries(hours))
      await keyValue.write([
        { kind: 'put', partition: 'received#g', sort: `${hour}:00:00.000Z`, value: { events } },
        { kind: 'put', partition: 'accounting#g', sort: `${hour}:00:00Z`, value: { silver } },
      ]);
    return unexplained(keyValue, 'g', NOW);
  };

  test('is the largest of any hour, too many counting like too few', async () =>
    expect(await difference({ '2026-03-10T08': [10, 10], '2026-03-10T07': [10, 7], '2026-03-09T01': [10, 15] })).toBe(
      5,
    ));

  test('leaves out the hour just ended and the one that runs, which are still being merged', async () =>
    expect(await difference({ '2026-03-10T12': [9, 0], '2026-03-10T11': [9, 0], '2026-03-10T10': [9, 9] })).toBe(0));

  test('begins with the hour that ended an hour ago, and ends two days back', async () => {
    expect(await difference({ '2026-03-10T10': [9, 8] })).toBe(1);
    expect(await difference({ '2026-03-08T12': [9, 7] })).toBe(2);
    expect(await difference({ '2026-03-08T11': [9, 0] })).toBe(0);
  });

  test('is 0 where nobody played', async () => expect(await difference({})).toBe(0));
});

describe('the age of tables', () => {
  const run = (started_at: number, models: { model: string; passed: boolean }[]) => async () => ({
    run_id: '',
    started_at: new Date(started_at).toISOString(),
    ended_at: '',
    milliseconds: 5,
    objects: 1,
    entered: 0,
    left: 0,
    duplicate: 0,
    published: 0,
    models: models.map(model => ({ ...model, milliseconds: 1, checks: [] })),
  });

  test('grows for a table whose check failed, and for those made from it, until a run repairs it', async () => {
    const clock = memoryClock(0);
    const counting = workMetrics(clock);
    const ages = async () => {
      const families = await counting.families({ consumers: [], keyValue: memoryKeyValue(clock), games: [] });
      const { series } = families.find(({ name }) => name === 'table_age')!;
      const age = (table: string) => series.find(({ labels }) => labels.table === table)?.value;
      return ['silver.events', 'silver.player_days', 'gold.daily_metrics'].map(age);
    };
    const model = 'silver.player_days';
    await counting.refine(run(0, [{ model, passed: true }]))();
    clock.set(60_000);
    await counting.refine(run(60_000, [{ model, passed: false }]))();
    clock.set(90_000);
    expect(await ages()).toEqual([30, 90, 90]);
    await counting.refine(run(90_000, []))();
    expect(await ages()).toEqual([0, 90, 90]);
    await counting.refine(run(90_000, [{ model, passed: true }]))();
    expect(await ages()).toEqual([0, 0, 0]);
  });

  test('a run that fails is counted and makes nothing younger', async () => {
    const clock = memoryClock(0);
    const counting = workMetrics(clock);
    await counting.refine(run(0, []))();
    clock.set(5000);
    await expect(counting.refine(() => Promise.reject(new Error('no')))()).rejects.toThrow('no');
    const families = await counting.families({ consumers: [], keyValue: memoryKeyValue(clock), games: [] });
    const kept = (name: string) => families.find(family => family.name === name)!.series[0]!.value;
    expect([kept('refine_failures'), kept('refine_age')]).toEqual([1, 5]);
  });
});
