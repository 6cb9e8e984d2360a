import type { ObjectStore, StreamRecord } from '../../core/ports.ts';

/** Why records were given up; `failed_at` in epoch milliseconds. */
export type Failure = { consumer: string; error: string; attempts: number; failed_at: number };

/** Keeps given-up records whole, with what is known of the failure; answers the key. The same records overwrite themselves. */
export async function keepFailure(
  objects: ObjectStore,
  records: readonly StreamRecord[],
  failure: Failure,
): Promise<string> {
  const first = records[0]!;
  const last = records.at(-1)!;
  const key = `failed/${failure.consumer}/${first.sequence}-${last.sequence}.json`;
  const body = {
    ...failure,
    failed_at: iso(failure.failed_at),
    shard: first.shard,
    first_sequence: first.sequence,
    last_sequence: last.sequence,
    first_arrived_at: iso(first.arrived_at),
    last_arrived_at: iso(last.arrived_at),
    records: records.map(record => ({
      ...record,
      arrived_at: iso(record.arrived_at),
      data: Buffer.from(record.data).toString('base64'),
    })),
  };
  await objects.put(key, Buffer.from(JSON.stringify(body)));
  return key;
}

const iso = (instant: number) => new Date(instant).toISOString();
