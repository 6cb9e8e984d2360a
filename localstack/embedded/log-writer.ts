import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { syncDirectory } from './directory.ts';
import type { LogTotals } from './log-head.ts';
import type { Mark } from './log-marker.ts';
import type { LogEnd } from './log-recovery.ts';
import { encodeSegmentHead, SEGMENT_HEAD, segmentPath } from './log-segment.ts';

/** What the writer needs of a file. `write` hands bytes to the system, some of them at least, and answers how many. */
export type LogFile = Pick<FileHandle, 'truncate' | 'datasync' | 'close'> & {
  write: (bytes: Buffer, position: number) => number;
};
export type OpenFile = (path: string, flags: string) => Promise<LogFile>;

/** Opens a file. Its writes end in the system's memory and do not wait for the disk: a thread would cost more than they do. */
export const openLogFile: OpenFile = async (path, flags) => {
  const file = await open(path, flags);
  return {
    write: (bytes, position) => writeSync(file.fd, bytes, 0, bytes.length, position),
    truncate: length => file.truncate(length),
    datasync: () => file.datasync(),
    close: () => file.close(),
  };
};

export type WriterOptions = { dir: string; segment_bytes: number; now: () => number; openFile?: OpenFile };

/** Appends groups of frames to the last segment; `append` throws when nothing of the group was kept. */
export type LogWriter = {
  append: (frames: readonly Buffer[], events: number) => Promise<Mark & LogTotals>;
  close: () => Promise<void>;
};

/** A writer that goes on at `end`, or begins the log. */
export function logWriter(
  { dir, segment_bytes, now, openFile = openLogFile }: WriterOptions,
  end: LogEnd | undefined,
): LogWriter {
  let file: LogFile | undefined;
  let { first, offset, totals } = end ?? {
    first: 0,
    offset: Number.POSITIVE_INFINITY,
    totals: { records: 0, events: 0 },
  };
  let torn = false;

  /** Takes back what an append that failed may have written. */
  async function repair(): Promise<void> {
    await file?.truncate(offset);
    await file?.datasync();
    torn = false;
  }

  async function beginSegment(): Promise<void> {
    const path = segmentPath(dir, totals.records);
    const next = await openFile(path, 'w');
    try {
      const head = { first: totals.records, events_before: totals.events, created_at: now() };
      writeAll(next, encodeSegmentHead(head), 0);
      await next.datasync();
      await syncDirectory(dir);
    } catch (error) {
      await next.close();
      throw error;
    }
    await file?.close();
    file = next;
    first = totals.records;
    offset = SEGMENT_HEAD;
  }

  async function append(frames: readonly Buffer[], events: number) {
    if (torn) await repair();
    if (offset >= segment_bytes) await beginSegment();
    file ??= await openFile(segmentPath(dir, first), 'r+');
    const bytes = Buffer.concat(frames);
    torn = true;
    try {
      writeAll(file, bytes, offset);
      await file.datasync();
    } catch (error) {
      await repair().catch(() => {}); // the next append tries again before it writes
      throw error;
    }
    torn = false;
    offset += bytes.length;
    totals = { records: totals.records + frames.length, events: totals.events + events };
    return { first, offset, ...totals };
  }

  return { append, close: async () => file?.close() };
}

function writeAll(file: LogFile, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) done += file.write(bytes.subarray(done), position + done);
}
