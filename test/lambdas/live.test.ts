import { expect, test } from '@jest/globals';
import type { StreamRecord } from '../../core/ports.ts';
import { DAY } from '../../core/time.ts';
import { live } from '../../lambdas/live/live.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';
import { event } from './collecting.ts';
import { AT, deliveryOf, HOUR, recordOf } from './reading.ts';

const events = (count: number) => Array.from({ length: count }, (_, index) => event(`e${index}`));
const records = (count: number, from = 0): StreamRecord[] =>
  Array.from({ length: count }, (_, n) => recordOf(from + n, deliveryOf(`d${from + n}`, events(2))));

/** Counters over a store that notes the size of each transaction, and fails while `broken` says so. */
function counting() {
  const clock = memoryClock(AT);
  const store = memoryKeyValue(clock);
  const sizes: number[] = [];
  const world = { broken: false };
  const write: typeof store.write = async writes => {
    if (world.broken) throw new Error('throttled');
    sizes.push(writes.length);
    return store.write(writes);
  };
  const handler = live({ keyValue: { ...store, write }, clock });
  const received = async (game = 'g') =>
    (await store.query(`received#${game}`)).map(({ sort, value }) => [sort, value]);
  return { handler, received, sizes, clock, world };
}

const AT_TEN = '2026-03-01T10:00:00.000Z';

test('counts events and deliveries by game and hour of arrival, the refused ones too', async () => {
  const { handler, received } = counting();
  const result = await handler([
    recordOf(0, deliveryOf('a', [event('1'), null, event('2', { client_time: 'never' })])),
    recordOf(1, deliveryOf('b', events(2), { received_at: AT + HOUR - 1 })),
    recordOf(2, deliveryOf('c', events(5), { received_at: AT + HOUR })),
    recordOf(3, deliveryOf('a', events(7), { game: 'other' })),
  ]);
  expect(result).toEqual({ failures: [] });
  expect(await received()).toEqual([
    [AT_TEN, { events: 5, deliveries: 2 }],
    ['2026-03-01T11:00:00.000Z', { events: 5, deliveries: 1 }],
  ]);
  expect(await received('other')).toEqual([[AT_TEN, { events: 7, deliveries: 1 }]]);
});

test('counts a delivery once, however often its batch is repeated', async () => {
  const { handler, received } = counting();
  for (let times = 0; times < 3; times++) await handler(records(5));
  expect(await received()).toEqual([[AT_TEN, { events: 10, deliveries: 5 }]]);
});

test('counts a delivery once when a batch is split and when batches overlap', async () => {
  const { handler, received } = counting();
  for (const [from, count] of [
    [0, 6],
    [0, 3],
    [3, 3],
    [4, 4],
    [7, 1],
  ] as const)
    await handler(records(count, from));
  expect(await received()).toEqual([[AT_TEN, { events: 16, deliveries: 8 }]]);
});

test('counts a delivery once that stands in the stream twice', async () => {
  const { handler, received } = counting();
  await handler([recordOf(0, deliveryOf('same', events(2))), recordOf(1, deliveryOf('same', events(2)))]);
  await handler([recordOf(2, deliveryOf('same', events(2)))]);
  expect(await received()).toEqual([[AT_TEN, { events: 2, deliveries: 1 }]]);
});

test('counts a delivery once when the store failed in between', async () => {
  const { handler, received, world } = counting();
  await handler(records(10));
  world.broken = true;
  await expect(handler(records(100))).rejects.toThrow('throttled');
  world.broken = false;
  await handler(records(100));
  expect(await received()).toEqual([[AT_TEN, { events: 200, deliveries: 100 }]]);
});

test('writes no transaction of more than 100, even when every delivery has its own hour', async () => {
  const { handler, sizes, received } = counting();
  const scattered = Array.from({ length: 120 }, (_, n) =>
    recordOf(n, deliveryOf(`d${n}`, events(1), { received_at: AT - n * HOUR })),
  );
  await handler(scattered);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(await received()).toHaveLength(120);
});

test('remembers deliveries for longer than a stream keeps its records', async () => {
  const { handler, received, clock } = counting();
  await handler(records(1));
  clock.advance(30 * DAY);
  await handler(records(1));
  expect(await received()).toEqual([[AT_TEN, { events: 2, deliveries: 1 }]]);
});

test('leaves what is no delivery to the transform', async () => {
  const { handler, received } = counting();
  expect(await handler([recordOf(0, Buffer.from('junk')), ...records(1, 1)])).toEqual({ failures: [] });
  expect(await received()).toEqual([[AT_TEN, { events: 2, deliveries: 1 }]]);
});
