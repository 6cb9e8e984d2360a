import { expect, test } from '@jest/globals';
import type { QueryEngine, Row } from '../../core/ports.ts';
import { readObjects } from '../../lambdas/adapters/athena-objects.ts';
import { mergeFailed } from '../../lambdas/refine/fates.ts';
import { mergeEvents } from '../../lambdas/refine/merge.ts';
import { athenaSettings } from '../../lambdas/refine/settings.ts';
import { keepFailure } from '../../localstack/embedded/mapping-failures.ts';
import { event } from '../lambdas/collecting.ts';
import { deliveryOf, recordOf } from '../lambdas/reading.ts';
import { memoryObjects } from '../memory-ports.ts';

/** Athena takes no longer statement (service quotas). */
const LONGEST = 262_144;
const DAY = 86_400_000;

/** An engine that only measures what it is told; every arriving event wins and beats one that silver holds. */
function measuring() {
  const lengths: number[] = [];
  const engine: QueryEngine = {
    run: async (sql): Promise<Row[]> => {
      lengths.push(Buffer.byteLength(sql));
      if (sql.startsWith('SELECT DISTINCT event_date')) return [{ day: '2026-03-01' }, { day: '2026-03-02' }];
      return [{ free: 1, won: 1, gone: 1, duplicate: 1, transactions: 1 }];
    },
    objects: (zone, keys) => readObjects(zone, keys, `playlake-production-${zone}-123456789012-ap-southeast-1`),
  };
  return { engine, lengths };
}

test('no statement of a merge on AWS is longer than Athena takes, though it names every object', async () => {
  const { objects_per_merge, days_per_merge } = athenaSettings(30 * DAY);
  const sequence = '4'.repeat(56);
  const keys = Array.from(
    { length: objects_per_merge },
    (_, n) =>
      `bronze/events/arrival=2026-03-${String(1 + (n % 28)).padStart(2, '0')}-${String(n % 24).padStart(2, '0')}/ap-southeast-1-shardId-000000000000-${sequence}-${sequence}.parquet`,
  );
  const { engine, lengths } = measuring();
  await mergeEvents({ engine, source: engine.objects('bronze', keys), reach_days: 1, days_per_merge });
  expect(Math.max(...lengths)).toBeGreaterThan(LONGEST / 3);
  expect(Math.max(...lengths)).toBeLessThan(LONGEST);
});

test('nor one of a dead letter, however many events its deliveries had', async () => {
  const objects = memoryObjects();
  const sequence = '4'.repeat(56);
  const records = Array.from({ length: 5 }, (_, n) => ({
    ...recordOf(
      n,
      deliveryOf(
        `d${n}`,
        Array.from({ length: 500 }, (_each, at) => event(`${at}`)),
        { game: 'a'.repeat(63) },
      ),
    ),
    shard: 'shardId-000000000000',
    sequence,
  }));
  const key = await keepFailure(objects, records, {
    consumer: 'transform',
    condition: 'RecordAgeExceeded',
    error: 'too old',
    attempts: 0,
    failed_at: 0,
  });
  const { engine, lengths } = measuring();
  await mergeFailed({ engine, objects }, [key]);
  expect(lengths.length).toBeGreaterThan(2);
  expect(Math.max(...lengths)).toBeLessThan(LONGEST);
});
