import type { NewRecord, RecordPosition } from '../../core/ports.ts';
import { StreamUnavailable } from '../../core/ports.ts';

/** A record whose sender waits to hear where it is. */
export type Waiting = {
  record: NewRecord;
  resolve: (position: RecordPosition) => void;
  reject: (error: unknown) => void;
};

/** Splits what waits into calls within their limits, in order; what is too large by itself is a call of its own. */
export function callsOf(waiting: readonly Waiting[], limits: { records: number; bytes: number }): Waiting[][] {
  const calls: Waiting[][] = [];
  let bytes = 0;
  for (const one of waiting) {
    const size = one.record.data.byteLength + Buffer.byteLength(one.record.partition_key);
    const call = calls.at(-1);
    if (call && call.length < limits.records && bytes + size <= limits.bytes) call.push(one);
    else {
      calls.push([one]);
      bytes = 0;
    }
    bytes += size;
  }
  return calls;
}

const RETRY_AFTER_SECONDS = 2;

/** Tells senders to come back. */
export function refuse(waiting: readonly Waiting[], reason: string): void {
  const message = `the stream did not take the record (${reason}): send it again`;
  for (const one of waiting) one.reject(new StreamUnavailable(message, RETRY_AFTER_SECONDS));
}
