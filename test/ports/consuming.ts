import { join } from 'node:path';
import type { BatchHandler, KeyValue, StreamRecord } from '../../core/ports.ts';
import type { InvocationRecord } from '../../lambdas/dead-letters.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { openLog } from '../../localstack/embedded/log.ts';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';
import { openMapping } from '../../localstack/embedded/mapping.ts';
import type { MappingSettings } from '../../localstack/embedded/mapping-settings.ts';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';

/** A log with its consumers' state, on a clock that only the test moves. Sequences are written as numbers. */
export async function consuming(dir: string) {
  const clock = { time: 1_770_000_000_000, now: () => clock.time };
  const log = await openLog({ dir: join(dir, 'stream'), clock, segment_bytes: 500 });
  const store = openSqlite({ path: ':memory:', clock });
  const objects = await openFiles({ root: join(dir, 'objects') });
  const readers = [openLogReader(log)];
  let broken = false;
  const keyValue: KeyValue = {
    ...store,
    write: async writes => {
      if (broken) throw new Error('killed');
      return store.write(writes);
    },
  };

  return {
    clock,
    log,
    keyValue,
    /** From now on, or no more, progress cannot be stored: the process is as good as dead. */
    kill: (dead: boolean) => {
      broken = dead;
    },
    /** Puts so many records of three events each; the data of record n is `n`. */
    async put(count: number, from = log.totals().records) {
      for (let n = from; n < from + count; n += 1)
        await log.put({ partition_key: 'game', data: Buffer.from(`${n}`), count: 3 });
    },
    open(handler: BatchHandler, settings: Partial<MappingSettings> = {}) {
      const reader = openLogReader(log);
      readers.push(reader);
      const sleep = async (milliseconds: number) => {
        clock.time += milliseconds;
      };
      return openMapping(
        { name: 'consumer', batch_size: 10, retries: 2, bisect: true, ...settings },
        { reader, handler, keyValue, objects, clock, sleep },
      );
    },
    /** What was given up: object name → its content. */
    async failures() {
      const found: Record<string, InvocationRecord> = {};
      for await (const { key } of objects.list('failed/'))
        found[key] = JSON.parse(Buffer.from((await objects.get(key))!).toString()) as InvocationRecord;
      return found;
    },
    async close() {
      for (const reader of readers) await reader.close();
      await log.close();
      store.close();
    },
  };
}

/** The number that a record's data holds. */
export const numberOf = ({ data }: StreamRecord): number => Number(Buffer.from(data).toString());

/** Sequence of the n-th record. */
export const sequence = (n: number): string => String(n).padStart(20, '0');
