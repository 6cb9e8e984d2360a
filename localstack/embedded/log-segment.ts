import type { FileHandle } from 'node:fs/promises';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { sequenceOf } from './log-frame.ts';

/** A file of the log: records from ordinal `first`, with the events that came before it; `created_at` in epoch ms. */
export type Segment = { first: number; events_before: number; created_at: number };

/** Bytes before a segment's first frame: magic, first ordinal, events before, created at, CRC-32. */
export const SEGMENT_HEAD = 36;
const MAGIC = Buffer.from('PLLOG\x00\x00\x01', 'latin1');

/** The file that holds the records from ordinal `first`. */
export const segmentPath = (dir: string, first: number): string => join(dir, `${sequenceOf(first)}.log`);

/** First ordinals of the log's segments, oldest first. */
export async function listSegments(dir: string): Promise<number[]> {
  const names = await readdir(dir);
  return names
    .filter(name => /^\d{20}\.log$/.test(name))
    .map(name => Number(name.slice(0, 20)))
    .sort((a, b) => a - b);
}

/** A segment's head as bytes. */
export function encodeSegmentHead({ first, events_before, created_at }: Segment): Buffer {
  const head = Buffer.alloc(SEGMENT_HEAD);
  head.set(MAGIC);
  head.writeDoubleBE(first, 8);
  head.writeDoubleBE(events_before, 16);
  head.writeDoubleBE(created_at, 24);
  head.writeUInt32BE(crc32(head.subarray(0, 32)), 32);
  return head;
}

/** Reads a segment's head; undefined when it is short or damaged. */
export async function readSegmentHead(file: FileHandle): Promise<Segment | undefined> {
  const head = Buffer.alloc(SEGMENT_HEAD);
  const { bytesRead } = await file.read(head, 0, SEGMENT_HEAD, 0);
  if (bytesRead < SEGMENT_HEAD || !head.subarray(0, 8).equals(MAGIC)) return undefined;
  if (crc32(head.subarray(0, 32)) !== head.readUInt32BE(32)) return undefined;
  return { first: head.readDoubleBE(8), events_before: head.readDoubleBE(16), created_at: head.readDoubleBE(24) };
}

/** The head of the segment that begins at `first`; throws `LogDamaged` when it cannot be read. */
export async function segmentAt(dir: string, first: number): Promise<Segment> {
  const path = segmentPath(dir, first);
  const file = await open(path, 'r');
  try {
    const head = await readSegmentHead(file);
    if (head?.first !== first) throw new LogDamaged({ path, offset: 0, ordinal: first, reason: 'a damaged head' });
    return head;
  } finally {
    await file.close();
  }
}

/** Acknowledged bytes of the log cannot be read: the disk or another program changed them. Nothing after them is touched. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  constructor({ path, offset, ordinal, reason }: { path: string; offset: number; ordinal: number; reason: string }) {
    super(
      `${path} is damaged at byte ${offset} (record ${ordinal}): ${reason}. Nothing was skipped or deleted; restore the file ` +
        'from a backup, or move the directory away and rebuild the lake from bronze',
    );
  }
}
