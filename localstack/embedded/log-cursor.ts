import type { FileHandle } from 'node:fs/promises';
import type { StreamRecord } from '../../core/ports.ts';
import { decodeFrame } from './log-frame.ts';
import { LogDamaged } from './log-segment.ts';

/** A place between two records of a segment; `take` moves it on. */
export type Cursor = { file: FileHandle; path: string; ordinal: number; offset: number };

/** Stop before the ordinal `end`, or once there are so many records, or bytes of data beyond the first `min_records`. */
export type TakeLimits = { end: number; max_records: number; max_bytes: number; min_records: number };

const CHUNK = 1024 * 1024;

/**
 * Reads on from the cursor, all from one piece of the file, so there may be more within the limits; `ended` tells that the
 * segment has no further byte. Throws `LogDamaged` on a frame that cannot be read.
 */
export async function take(at: Cursor, limits: TakeLimits): Promise<{ records: StreamRecord[]; ended: boolean }> {
  const records: StreamRecord[] = [];
  let chunk = await readChunk(at, CHUNK);
  let read = 0;
  let bytes = 0;
  while (at.ordinal < limits.end && records.length < limits.max_records && read < chunk.length) {
    const next = decodeFrame(chunk, { offset: read, ordinal: at.ordinal });
    if (next.found === 'damage') throw damaged(at, next.reason);
    if (next.found === 'part') {
      if (records.length > 0) break;
      chunk = await readChunk(at, next.needed);
      if (chunk.length < next.needed) throw damaged(at, 'the file ends early');
      continue;
    }
    bytes += next.record.data.length;
    if (bytes > limits.max_bytes && records.length >= limits.min_records) break;
    records.push(next.record);
    read += next.bytes;
    at.offset += next.bytes;
    at.ordinal += 1;
  }
  return { records, ended: chunk.length === 0 };
}

/** At least what is asked for if the file has it; bytes behind the durable end are never decoded, since `end` comes first. */
async function readChunk({ file, offset }: Cursor, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(Math.max(length, CHUNK), size - offset)));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
  return bytes.subarray(0, bytesRead);
}

const damaged = ({ path, offset, ordinal }: Cursor, reason: string) =>
  new LogDamaged({ path, offset, ordinal, reason });
