import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { StreamRecord } from '../../core/ports.ts';
import { accountingOf, totalOf } from '../../lambdas/api/accounting.ts';
import { live } from '../../lambdas/live/live.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import { register } from '../../lambdas/register/register.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { keepFailure } from '../../localstack/embedded/mapping-failures.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';
import { temporaryDirectories } from '../ports/temporary.ts';
import { event } from './collecting.ts';
import { AT, deliveryOf, HOUR, recordOf } from './reading.ts';

const directory = temporaryDirectories();

/** The consumers and refine over one store, fed batch by batch as a mapping would. */
async function consumers() {
  const clock = memoryClock(AT + HOUR);
  const keyValue = memoryKeyValue(clock);
  const note = register({ keyValue, clock });
  const objects = await openFiles({ root: directory(), onPut: key => note([key]) });
  const engine = await openDuckDB({ path: ':memory:', object_path: objects.path });
  const games = async () => [{ id: 'g', reporting_offset_minutes: 0 }];
  const run = refine({ keyValue, engine, objects, clock, games });
  const write = transform({ objects });
  const count = live({ keyValue, clock });
  return {
    write,
    count,
    deadLetter: (records: StreamRecord[]) =>
      keepFailure(objects, records, {
        consumer: 'transform',
        error: 'unreadable',
        attempts: 6,
        failed_at: clock.now(),
      }),
    async fates() {
      await run();
      const rows = await engine.run(`
SELECT event_id, 'silver' AS fate FROM silver.events UNION ALL SELECT event_id, fate FROM silver.fates ORDER BY 2, 1`);
      return rows.map(row => `${row.event_id ?? '?'} ${row.fate}`);
    },
    total: async () => totalOf(await accountingOf(keyValue, 'g')),
  };
}

const mixed = (n: number) =>
  recordOf(
    n,
    deliveryOf(`d${n}`, [
      event(`ok${n}`),
      event(`bad${n}`, { country: 'x' }),
      event(`old${n}`, { client_time: '2025-12-01T10:00:00Z' }),
    ]),
  );
const EACH_ONCE = [0, 1, 2, 3].flatMap(n => [`bad${n} quarantined`, `old${n} late`, `ok${n} silver`]);
const sorted = (fates: string[]) => fates.toSorted();

describe('every event has one fate, and the difference is zero', () => {
  const four = [0, 1, 2, 3].map(mixed) as [StreamRecord, StreamRecord, StreamRecord, StreamRecord];
  const [a, b, c, d] = four;
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
      const { write, count, fates, total } = await consumers();
      for (const batch of batches) {
        await write(batch);
        await count(batch);
      }
      expect(sorted(await fates())).toEqual(sorted(EACH_ONCE));
      expect(await total()).toMatchObject({
        received: 12,
        silver: 4,
        quarantined: 4,
        late: 4,
        duplicate: 0,
        difference: 0,
      });
    });

  test('when the halves come after the whole was merged', async () => {
    const { write, count, fates, total } = await consumers();
    await write(four);
    await count(four);
    await fates();
    for (const half of [
      [a, b],
      [c, d],
    ]) {
      await write(half);
      await count(half);
    }
    expect(sorted(await fates())).toEqual(sorted(EACH_ONCE));
    expect(await total()).toMatchObject({ received: 12, duplicate: 0, difference: 0 });
  });

  test('when a client sends a request again: its events are duplicates', async () => {
    const { write, count, fates, total } = await consumers();
    const again = recordOf(9, deliveryOf('d9', [event('ok0')]));
    await write([a, again]);
    await count([a, again]);
    expect(sorted(await fates())).toEqual(['bad0 quarantined', 'ok0 duplicate', 'ok0 silver', 'old0 late']);
    expect(await total()).toMatchObject({ received: 4, silver: 1, duplicate: 1, difference: 0 });
  });

  test('when a delivery can be counted but not read: its events are failed', async () => {
    const { write, count, fates, total, deadLetter } = await consumers();
    const facts = {
      format: 1,
      count: 3,
      delivery_id: 'broken',
      game: 'g',
      region: 'local',
      protocol: 'native',
      received_at: AT,
      history: false,
    };
    const broken = recordOf(1, zstdCompressSync(`${JSON.stringify(facts)}\n{"fate":"ok","row":{}}`));
    expect(await write([a, broken])).toEqual({ failures: [broken.sequence] });
    await count([a, broken]);
    await deadLetter([broken]);
    expect(sorted(await fates())).toEqual(sorted(['? failed', '? failed', '? failed', ...EACH_ONCE.slice(0, 3)]));
    expect(await total()).toMatchObject({ received: 6, failed: 3, difference: 0 });
  });

  test('when what was given up as failed had reached the lake all the same', async () => {
    const { write, count, fates, total, deadLetter } = await consumers();
    await write(four);
    await count(four);
    await deadLetter([b]);
    expect(sorted(await fates())).toEqual(sorted(EACH_ONCE));
    expect(await total()).toMatchObject({ received: 12, failed: 0, difference: 0 });
  });
});
