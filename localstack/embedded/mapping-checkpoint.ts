import type { KeyValue } from '../../core/ports.ts';
import { ordinalOf, sequenceOf } from './log-frame.ts';
import type { LogReader } from './log-reader.ts';

/**
 * Where a consumer stands: everything up to `after` is done; `planned_last` ends the batch under way, so that it has the
 * same bounds when it is repeated after a crash. `events` counts from the beginning of the log, as the log's totals do.
 */
export type Checkpoint = { after: string | null; planned_last: string | null; events: number };

const PARTITION = 'checkpoint';

/** Reads the consumer's checkpoint; a new consumer stands before the oldest record kept. */
export async function readCheckpoint(keyValue: KeyValue, name: string, reader: LogReader): Promise<Checkpoint> {
  const stored = (await keyValue.get({ partition: PARTITION, sort: name })) as Checkpoint | undefined;
  if (stored) return checked(stored, name, reader);
  const { records, events } = await reader.trimmed();
  return { after: records === 0 ? null : sequenceOf(records - 1), planned_last: null, events };
}

/** Stores the consumer's checkpoint. */
export async function writeCheckpoint(keyValue: KeyValue, name: string, checkpoint: Checkpoint): Promise<void> {
  await keyValue.write([{ kind: 'put', partition: PARTITION, sort: name, value: { ...checkpoint } }]);
}

/** Records of the log up to the checkpoint, trimmed ones included. */
export const recordsDone = ({ after }: Pick<Checkpoint, 'after'>): number =>
  after === null ? 0 : ordinalOf(after) + 1;

function checked(stored: Checkpoint, name: string, reader: LogReader): Checkpoint {
  const { records } = reader.totals();
  if (recordsDone(stored) <= records) return stored;
  throw new Error(
    `consumer ${name} has done record ${stored.after}, but the log ends after ${records} records: ` +
      'the log and the checkpoints are not of the same lake; restore both from one backup',
  );
}
