import type { StreamRecord } from '../../core/ports.ts';
import { ordinalOf } from './log-frame.ts';
import type { LogReader } from './log-reader.ts';
import type { Checkpoint } from './mapping-checkpoint.ts';
import { recordsDone } from './mapping-checkpoint.ts';
import type { Filled } from './mapping-settings.ts';

/** Collects the next batch. `full` tells that it will not grow. */
export type Source = {
  /** Reads on; answers what there is so far, empty when there is nothing. */
  gather: (checkpoint: Checkpoint) => Promise<{ records: readonly StreamRecord[]; full: boolean }>;
  /** Takes what was gathered. */
  take: () => StreamRecord[];
  /** The first record gathered. */
  first: () => StreamRecord | undefined;
};

/** Batches of a log within the settings' limits; a batch that was planned before has the bounds it had then. */
export function batchSource(
  reader: LogReader,
  { batch_size, batch_bytes }: Pick<Filled, 'batch_size' | 'batch_bytes'>,
): Source {
  let gathered: StreamRecord[] = [];
  let bytes = 0;

  async function gather(checkpoint: Checkpoint) {
    const { planned_last } = checkpoint;
    const durable = reader.totals().records;
    const after = gathered.at(-1)?.sequence ?? checkpoint.after ?? undefined;
    const limits = planned_last
      ? { until: planned_last, max_records: Number.POSITIVE_INFINITY, max_bytes: Number.POSITIVE_INFINITY }
      : {
          max_records: batch_size - gathered.length,
          max_bytes: batch_bytes - bytes,
          min_records: gathered.length === 0 ? 1 : 0,
        };
    for (const record of await reader.read({ ...limits, ...(after !== undefined && { after }) })) {
      gathered.push(record);
      bytes += record.data.length;
    }
    const last = gathered.at(-1);
    const more = (last ? ordinalOf(last.sequence) + 1 : recordsDone(checkpoint)) < durable;
    return { records: gathered, full: gathered.length >= batch_size || more || planned_last !== null };
  }

  function take(): StreamRecord[] {
    const records = gathered;
    gathered = [];
    bytes = 0;
    return records;
  }
  return { gather, take, first: () => gathered[0] };
}
