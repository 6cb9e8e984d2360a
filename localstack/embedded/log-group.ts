import { setImmediate as everythingArrived } from 'node:timers/promises';
import type { RecordPosition } from '../../core/ports.ts';
import { StreamUnavailable } from '../../core/ports.ts';
import { SHARD, sequenceOf } from './log-frame.ts';

/** Makes frames durable as one; answers the ordinal of the first, throws when nothing was kept. */
export type Commit = (frames: readonly Buffer[], events: number) => Promise<number>;

/** Puts that wait for the disk. */
export type GroupCommit = {
  add: (frame: Buffer, events: number) => Promise<RecordPosition>;
  /** Refuses further puts and waits for those under way. */
  close: () => Promise<void>;
};

type Waiting = { frame: Buffer; events: number; resolve: (at: RecordPosition) => void; reject: (error: Error) => void };

const GROUP_BYTES = 8 * 1024 * 1024;

/** Collects what arrives while the disk is busy and commits it as one group; beyond `max_waiting_bytes` puts are refused. */
export function groupCommit(commit: Commit, { max_waiting_bytes }: { max_waiting_bytes: number }): GroupCommit {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  let running: Promise<void> | undefined;
  let closed = false;

  async function add(frame: Buffer, events: number): Promise<RecordPosition> {
    if (closed) throw new StreamUnavailable('the log is closed');
    if (waitingBytes > 0 && waitingBytes + frame.length > max_waiting_bytes)
      throw new StreamUnavailable(`${waitingBytes} bytes wait for the disk: send again when it has caught up`);
    waitingBytes += frame.length;
    return new Promise((resolve, reject) => {
      waiting.push({ frame, events, resolve, reject });
      running ??= commitAll();
    });
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      // what has arrived by now is taken along: a busy log writes few large groups, an idle one answers at once
      await everythingArrived();
      const group = waiting.splice(0, groupSize(waiting));
      await commitGroup(commit, group);
      for (const put of group) waitingBytes -= put.frame.length;
    }
    running = undefined;
  }

  async function close(): Promise<void> {
    closed = true;
    await running;
  }
  return { add, close };
}

function groupSize(waiting: readonly Waiting[]): number {
  let bytes = 0;
  for (const [index, put] of waiting.entries()) {
    bytes += put.frame.length;
    if (bytes > GROUP_BYTES) return Math.max(index, 1);
  }
  return waiting.length;
}

async function commitGroup(commit: Commit, group: readonly Waiting[]): Promise<void> {
  const events = group.reduce((sum, put) => sum + put.events, 0);
  try {
    const first = await commit(
      group.map(put => put.frame),
      events,
    );
    for (const [index, put] of group.entries()) put.resolve({ shard: SHARD, sequence: sequenceOf(first + index) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const put of group)
      put.reject(new StreamUnavailable(`the log could not be written, nothing was kept: ${reason}`));
  }
}
