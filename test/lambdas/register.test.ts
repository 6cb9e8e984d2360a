import { describe, expect, test } from '@jest/globals';
import { recently, register, sweep } from '../../lambdas/register/register.ts';
import { memoryClock, memoryKeyValue, memoryObjects } from '../memory-ports.ts';

function registering() {
  const clock = memoryClock();
  const store = memoryKeyValue(clock);
  const objects = memoryObjects();
  const sizes: number[] = [];
  const write: typeof store.write = writes => {
    sizes.push(writes.length);
    return store.write(writes);
  };
  const ports = { keyValue: { ...store, write }, objects, clock };
  return {
    ...ports,
    sizes,
    note: (keys: readonly string[]) => register(ports)(keys.map(key => ({ key, size: key.length }))),
    sweepAll: sweep(ports),
    unmerged: async () => (await store.query('register#unmerged')).map(({ sort }) => sort),
    store: async (...keys: string[]) => {
      for (const key of keys) await objects.put(key, Buffer.from('x'));
    },
    /** What refine does once it has merged an object. */
    merged: (key: string) =>
      store.write([
        { kind: 'delete', partition: 'register#unmerged', sort: key },
        { kind: 'put', partition: 'register#merged', sort: key, value: {} },
      ]),
  };
}

describe('an object that appears', () => {
  test('is noted with its zone and the time, for refine to merge', async () => {
    const { note, keyValue, clock } = registering();
    await note(['bronze/events/a.parquet', 'failed/transform/1-2.json']);
    const registered_at = clock.now();
    expect(await keyValue.query('register#unmerged')).toMatchObject([
      { sort: 'bronze/events/a.parquet', value: { zone: 'bronze', size: 23, registered_at } },
      { sort: 'failed/transform/1-2.json', value: { zone: 'failed', size: 25, registered_at } },
    ]);
  });

  test('in no zone of ours is left alone', async () => {
    const { note, unmerged } = registering();
    await note(['silver/events/a.parquet', 'bronzed/a', 'bronze', '', 'x/bronze/a']);
    expect(await unmerged()).toEqual([]);
  });

  test('twice is noted once', async () => {
    const { note, unmerged } = registering();
    await note(['bronze/a', 'bronze/a']);
    await note(['bronze/a']);
    expect(await unmerged()).toEqual(['bronze/a']);
  });

  test('again after it was merged is merged again', async () => {
    const { note, unmerged, merged } = registering();
    await note(['bronze/a']);
    await merged('bronze/a');
    await note(['bronze/a']);
    expect(await unmerged()).toEqual(['bronze/a']);
  });

  test('with 250 others is noted by transactions of at most 100', async () => {
    const { note, sizes, unmerged } = registering();
    await note(Array.from({ length: 251 }, (_, n) => `late/${n}`));
    expect(sizes).toEqual([100, 100, 51]);
    expect(await unmerged()).toHaveLength(251);
  });
});

describe('a sweep', () => {
  test('registers what was stored and never noted, in every zone, and answers how much', async () => {
    const { store, sweepAll, unmerged } = registering();
    await store('bronze/a', 'quarantine/b', 'late/c', 'failed/d', 'silver/e', 'spill/f');
    expect(await sweepAll()).toBe(4);
    expect(await unmerged()).toEqual(['bronze/a', 'failed/d', 'late/c', 'quarantine/b']);
  });

  test('leaves alone what waits, and what was merged', async () => {
    const { store, note, merged, sweepAll, unmerged } = registering();
    await store('bronze/merged', 'bronze/waiting', 'bronze/lost');
    await note(['bronze/merged', 'bronze/waiting']);
    await merged('bronze/merged');
    expect(await sweepAll()).toBe(1);
    expect(await unmerged()).toEqual(['bronze/lost', 'bronze/waiting']);
  });

  test('again finds nothing', async () => {
    const { store, sweepAll } = registering();
    await store('bronze/a');
    await sweepAll();
    expect(await sweepAll()).toBe(0);
  });

  test('of what has arrived lately looks at four days, and at every dead letter', async () => {
    const { store, unmerged, ...ports } = registering();
    const at = (day: string) => `events/arrival=${day}-23/a`;
    await store(
      `bronze/${at('2026-03-01')}`,
      `late/${at('2026-02-26')}`,
      `bronze/${at('2026-02-25')}`,
      'failed/aws/lambda/m/2025/12/01/a',
    );
    expect(await sweep(ports, recently(ports.clock))()).toBe(3);
    expect(await unmerged()).toEqual([
      `bronze/${at('2026-03-01')}`,
      'failed/aws/lambda/m/2025/12/01/a',
      `late/${at('2026-02-26')}`,
    ]);
  });
});
