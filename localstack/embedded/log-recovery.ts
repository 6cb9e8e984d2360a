import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import { syncDirectory } from './directory.ts';
import { decodeFrame } from './log-frame.ts';
import type { LogTotals } from './log-head.ts';
import type { Mark } from './log-marker.ts';
import { LogDamaged, listSegments, readSegmentHead, SEGMENT_HEAD, segmentPath } from './log-segment.ts';

/** Where the log goes on: the last segment's first record, the byte after its last frame, and what the log holds. */
export type LogEnd = { first: number; offset: number; totals: LogTotals };

/**
 * Finds the log's end. Cuts what a crash left half written behind the acknowledged end; throws `LogDamaged` when
 * acknowledged bytes are missing or wrong. Undefined when there is no log yet.
 */
export async function recoverLog(dir: string, mark: Mark | undefined): Promise<LogEnd | undefined> {
  const first = (await listSegments(dir)).at(-1);
  if (mark && (first === undefined || first < mark.first))
    throw new LogDamaged({
      path: segmentPath(dir, mark.first),
      offset: 0,
      ordinal: mark.first,
      reason: 'the file is missing',
    });
  if (first === undefined) return undefined;
  const path = segmentPath(dir, first);
  const file = await open(path, 'r+');
  try {
    const head = await readSegmentHead(file);
    if (head?.first === first) {
      const acknowledged = mark?.first === first ? mark.offset : SEGMENT_HEAD;
      const totals = { records: first, events: head.events_before };
      return { first, ...(await cutTail({ file, path, acknowledged, totals })) };
    }
    const { size } = await file.stat();
    if (mark?.first === first || size > SEGMENT_HEAD)
      throw new LogDamaged({ path, offset: 0, ordinal: first, reason: 'a damaged head' });
  } finally {
    await file.close();
  }
  await unlink(path); // a segment whose head was never finished holds nothing acknowledged
  await syncDirectory(dir);
  return recoverLog(dir, mark);
}

type Tail = { file: FileHandle; path: string; acknowledged: number; totals: LogTotals };

async function cutTail({ file, path, acknowledged, totals }: Tail): Promise<{ offset: number; totals: LogTotals }> {
  const { size } = await file.stat();
  const end = await lastWholeFrame(file, { ...totals, size });
  if (end.offset < acknowledged)
    throw new LogDamaged({ path, offset: end.offset, ordinal: end.records, reason: end.reason });
  if (end.offset < size) {
    await file.truncate(end.offset);
    await file.datasync();
  }
  return { offset: end.offset, totals: { records: end.records, events: end.events } };
}

const CHUNK = 4 * 1024 * 1024;

async function lastWholeFrame(file: FileHandle, { records, events, size }: LogTotals & { size: number }) {
  let offset = SEGMENT_HEAD;
  let length = CHUNK;
  let reason = 'the file ends early';
  while (offset < size) {
    const bytes = Buffer.alloc(Math.min(length, size - offset));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
    const chunk = bytes.subarray(0, bytesRead);
    let at = 0;
    let next = decodeFrame(chunk, { offset: at, ordinal: records });
    for (; next.found === 'record'; next = decodeFrame(chunk, { offset: at, ordinal: records })) {
      at += next.bytes;
      records += 1;
      events += next.count;
    }
    offset += at;
    if (next.found === 'damage') reason = next.reason;
    if (next.found === 'damage' || next.needed > size - offset) break;
    length = Math.max(CHUNK, next.needed);
  }
  return { offset, records, events, reason };
}
