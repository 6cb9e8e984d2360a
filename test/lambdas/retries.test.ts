import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StreamRecord } from '../../core/ports.ts';
import { temporaryDirectories } from '../ports/temporary.ts';
import { event } from './collecting.ts';
import { consumers } from './consumers.ts';
import { deliveryOf, recordOf } from './reading.ts';

const directory = temporaryDirectories();
let lake: Awaited<ReturnType<typeof consumers>>;
beforeEach(async () => {
  lake = await consumers(directory());
});
afterEach(() => lake.close());

/** A delivery with an event of each fate. */
const mixed = (n: number) =>
  recordOf(
    n,
    deliveryOf(`d${n}`, [
      event(`ok${n}`),
      event(`bad${n}`, { country: 'x' }),
      event(`old${n}`, { client_time: '2025-12-01T10:00:00Z' }),
    ]),
  );
const fatesOf = (...numbers: number[]) =>
  numbers.flatMap(n => [`bad${n} quarantined`, `ok${n} silver`, `old${n} late`]).sort();

const four = [0, 1, 2, 3].map(mixed) as [StreamRecord, StreamRecord, StreamRecord, StreamRecord];
const [a, b, c, d] = four;

describe('every event has one fate, and the difference is zero', () => {
  const histories: [string, StreamRecord[][]][] = [
    ['a batch goes through at once', [four]],
    ['a batch is repeated', [four, four]],
    [
      'a batch is bisected, its halves repeating the positions of the whole',
      [four, [a, b], [c, d], [a], [b], [c], [d]],
    ],
    ['a batch is retried from its middle', [four, [c, d], [d]]],
    [
      'batches overlap with other bounds',
      [
        [a, b, c],
        [b, c, d],
        [a, d],
      ],
    ],
  ];
  for (const [name, batches] of histories)
    test(`when ${name}`, async () => {
      for (const batch of batches) await lake.consume(batch);
      await lake.run();
      expect(await lake.fates()).toEqual(fatesOf(0, 1, 2, 3));
      expect(await lake.total()).toMatchObject({
        received: 12,
        silver: 4,
        quarantined: 4,
        late: 4,
        duplicate: 0,
        difference: 0,
      });
    });

  test('when the halves come after the whole was merged', async () => {
    await lake.consume(four);
    await lake.run();
    for (const half of [
      [a, b],
      [c, d],
    ])
      await lake.consume(half);
    await lake.run();
    expect(await lake.fates()).toEqual(fatesOf(0, 1, 2, 3));
    expect(await lake.total()).toMatchObject({ received: 12, duplicate: 0, difference: 0 });
  });

  test('when a client sends an event again: it is a duplicate', async () => {
    await lake.consume([a, recordOf(9, deliveryOf('d9', [event('ok0')]))]);
    await lake.run();
    expect(await lake.fates()).toEqual(['bad0 quarantined', 'ok0 duplicate', 'ok0 silver', 'old0 late']);
    expect(await lake.total()).toMatchObject({ received: 4, silver: 1, duplicate: 1, difference: 0 });
  });

  test('when a delivery can be counted but not read: its events are failed', async () => {
    const { tables: _, ...facts } = deliveryOf('broken', []);
    const text = `${JSON.stringify({ format: 1, ...facts, count: 3 })}\n{"ok":{"rows":1,"columns":{}}}`;
    const broken = recordOf(1, zstdCompressSync(text));
    expect(await lake.write([a, broken])).toEqual({ failures: [broken.sequence] });
    await lake.count([a, broken]);
    await lake.deadLetter([broken]);
    await lake.run();
    expect(await lake.fates()).toEqual(['? failed', '? failed', '? failed', ...fatesOf(0)]);
    expect(await lake.total()).toMatchObject({ received: 6, failed: 3, difference: 0 });
  });

  test('when what was given up as failed had reached the lake all the same', async () => {
    await lake.consume(four);
    await lake.deadLetter([b]);
    await lake.run();
    expect(await lake.fates()).toEqual(fatesOf(0, 1, 2, 3));
    expect(await lake.total()).toMatchObject({ received: 12, failed: 0, difference: 0 });
  });

  test('when counting gave a delivery up before the lake had it: it is not failed', async () => {
    await lake.count(four);
    await lake.deadLetter([b], 'live');
    await lake.run();
    expect(await lake.fates()).toEqual([]);
    await lake.write(four);
    await lake.run();
    expect(await lake.fates()).toEqual(fatesOf(0, 1, 2, 3));
    expect(await lake.total()).toMatchObject({ received: 12, failed: 0, difference: 0 });
  });
});
