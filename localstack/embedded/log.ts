import { unlink } from 'node:fs/promises';
import type { Clock, EventStream } from '../../core/ports.ts';
import { makeDirectory, syncDirectory } from './directory.ts';
import { holdLock } from './lock.ts';
import { encodeFrame, ordinalOf } from './log-frame.ts';
import { groupCommit } from './log-group.ts';
import type { LogTotals } from './log-head.ts';
import { logHead } from './log-head.ts';
import { openMarker } from './log-marker.ts';
import { recoverLog } from './log-recovery.ts';
import { listSegments, segmentAt, segmentPath } from './log-segment.ts';
import type { OpenFile } from './log-writer.ts';
import { logWriter } from './log-writer.ts';

/** How the log is kept; bytes and milliseconds. */
export type LogOptions = {
  dir: string;
  clock: Clock;
  /** A segment is closed once it has grown past this; 64 MiB. */
  segment_bytes?: number;
  /** Records younger than this are never trimmed; 7 days. */
  retention_ms?: number;
  /** Records waiting for the disk beyond this are refused; 64 MiB. */
  max_waiting_bytes?: number;
  openFile?: OpenFile;
};

/** The stream on disk. `durable` is for `openLogReader`, in any thread. */
export type EmbeddedLog = EventStream & {
  dir: string;
  durable: SharedArrayBuffer;
  totals: () => LogTotals;
  /** Deletes segments wholly before the sequence and older than the retention: pass the lowest checkpoint. Answers how many. */
  trim: (options: { before: string }) => Promise<number>;
  /** Waits for puts under way, then lets the directory go. */
  close: () => Promise<void>;
};

const MIB = 1024 * 1024;
const WEEK_MS = 7 * 86_400_000;

/**
 * Opens the log in `dir` as its only writer. Puts that wait together are written together and answered after one
 * `fdatasync`. Throws when another live process holds the directory, and `LogDamaged` when acknowledged bytes are wrong.
 */
export async function openLog({ dir, clock, segment_bytes = 64 * MIB, ...options }: LogOptions): Promise<EmbeddedLog> {
  await makeDirectory(dir);
  const lock = holdLock(dir);
  try {
    const marker = openMarker(dir);
    const end = await recoverLog(dir, marker.read());
    const head = logHead();
    if (end) head.advance(end.totals);
    const writer = logWriter({ dir, segment_bytes, now: clock.now, ...options }, end);
    const commit = async (frames: readonly Buffer[], events: number): Promise<number> => {
      const { first, offset, ...totals } = await writer.append(frames, events);
      marker.write({ first, offset });
      head.advance(totals);
      return totals.records - frames.length;
    };
    const queue = groupCommit(commit, { max_waiting_bytes: options.max_waiting_bytes ?? 64 * MIB });
    return {
      dir,
      durable: head.shared,
      totals: head.totals,
      put: async record => queue.add(encodeFrame(record, clock.now()), record.count ?? 1),
      trim: ({ before }) => trim({ dir, before, olderThan: clock.now() - (options.retention_ms ?? WEEK_MS) }),
      async close() {
        await queue.close();
        await writer.close();
        marker.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function trim({ dir, before, olderThan }: { dir: string; before: string; olderThan: number }): Promise<number> {
  const segments = await listSegments(dir);
  let removed = 0;
  for (const [index, first] of segments.slice(0, -1).entries()) {
    const next = await segmentAt(dir, segments[index + 1]!);
    if (next.first > ordinalOf(before) || next.created_at >= olderThan) break;
    await unlink(segmentPath(dir, first));
    removed += 1;
  }
  if (removed > 0) await syncDirectory(dir);
  return removed;
}
