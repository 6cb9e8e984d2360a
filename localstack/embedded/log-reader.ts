import { open } from 'node:fs/promises';
import type { StreamRecord } from '../../core/ports.ts';
import type { Cursor } from './log-cursor.ts';
import { take } from './log-cursor.ts';
import { ordinalOf } from './log-frame.ts';
import type { LogHead, LogTotals } from './log-head.ts';
import { logHead } from './log-head.ts';
import { LogDamaged, listSegments, SEGMENT_HEAD, segmentAt, segmentPath } from './log-segment.ts';

/**
 * Which records: those after `after` (without it, from the oldest kept) up to `until`, so many or so many bytes of data at
 * most, the first `min_records` (1) whatever their size.
 */
export type ReadOptions = {
  after?: string;
  until?: string;
  max_records: number;
  max_bytes: number;
  min_records?: number;
};

/** Reads what is durable, in order. One read at a time; each consumer opens its own. */
export type LogReader = Pick<LogHead, 'totals' | 'version' | 'changed'> & {
  /** Throws `LogDamaged` on damage and an error when `after` lies before what is kept: no record is skipped silently. */
  read: (options: ReadOptions) => Promise<StreamRecord[]>;
  /** Records and events that were trimmed: the totals before the oldest record kept. */
  trimmed: () => Promise<LogTotals>;
  close: () => Promise<void>;
};

/** Opens a reader of the log in `dir`; `durable` is the writer's, handed over to whatever thread reads. */
export function openLogReader({ dir, durable }: { dir: string; durable: SharedArrayBuffer }): LogReader {
  const head = logHead(durable);
  let cursor: Cursor | undefined;

  async function moveTo(first: number): Promise<Cursor> {
    await segmentAt(dir, first);
    const path = segmentPath(dir, first);
    const file = await open(path, 'r');
    await cursor?.file.close();
    cursor = { file, path, ordinal: first, offset: SEGMENT_HEAD };
    return cursor;
  }

  async function seek(ordinal: number): Promise<Cursor> {
    if (cursor?.ordinal === ordinal) return cursor;
    const segments = await listSegments(dir);
    const first = segments.findLast(start => start <= ordinal);
    if (first === undefined)
      throw new Error(`record ${ordinal} was trimmed from ${dir}, which begins at ${segments[0]}: reset the consumer`);
    const at = await moveTo(first);
    while (at.ordinal < ordinal) {
      const { ended } = await take(at, { ...EVERYTHING, end: ordinal });
      if (ended) throw endsEarly(at);
    }
    return at;
  }

  async function read({ after, until, max_records, max_bytes, min_records = 1 }: ReadOptions): Promise<StreamRecord[]> {
    const durableEnd = head.totals().records;
    const end = until === undefined ? durableEnd : Math.min(durableEnd, ordinalOf(until) + 1);
    const from = after === undefined ? (await trimmed(dir)).records : ordinalOf(after) + 1;
    if (from >= end) return [];
    const records: StreamRecord[] = [];
    let at = await seek(from);
    let left = max_bytes;
    while (at.ordinal < end && records.length < max_records) {
      const taken = await take(at, {
        end,
        max_records: max_records - records.length,
        max_bytes: left,
        min_records: Math.max(0, min_records - records.length),
      });
      if (taken.ended) at = await nextSegment(at);
      else if (taken.records.length === 0) break;
      for (const record of taken.records) left -= record.data.length;
      records.push(...taken.records);
    }
    return records;
  }

  async function nextSegment(at: Cursor): Promise<Cursor> {
    if (!(await listSegments(dir)).includes(at.ordinal)) throw endsEarly(at);
    return moveTo(at.ordinal);
  }

  return { ...head, read, trimmed: () => trimmed(dir), close: async () => cursor?.file.close() };
}

const EVERYTHING = { max_records: Number.POSITIVE_INFINITY, max_bytes: Number.POSITIVE_INFINITY, min_records: 0 };

const endsEarly = ({ path, offset, ordinal }: Cursor) =>
  new LogDamaged({ path, offset, ordinal, reason: 'the file ends early' });

async function trimmed(dir: string): Promise<LogTotals> {
  const [first] = await listSegments(dir);
  if (first === undefined) return { records: 0, events: 0 };
  return { records: first, events: (await segmentAt(dir, first)).events_before };
}
