import { crc32 } from 'node:zlib';
import type { NewRecord, StreamRecord } from '../../core/ports.ts';

/** The one shard of the embedded stream. */
export const SHARD = '0';

/** A record's ordinal as text that sorts: 20 digits. */
export const sequenceOf = (ordinal: number): string => String(ordinal).padStart(20, '0');

/** The ordinal of a sequence; throws on text that is none. */
export function ordinalOf(sequence: string): number {
  if (!/^\d{20}$/.test(sequence))
    throw new Error(`${JSON.stringify(sequence)} is not a sequence: 20 digits are needed`);
  return Number(sequence);
}

/** Bytes before a frame's body: length and CRC-32 of the body. */
export const FRAME_HEAD = 8;

/** Longest body of a frame, bytes; a larger length can only be damage. */
export const LONGEST_BODY = 64 * 1024 * 1024;

/** Bytes of a body before the key: arrival (double), count (u32), length of the key (u16). */
const BODY_HEAD = 14;
const LONGEST_KEY = 0xffff;

/** A record as bytes: length u32, CRC-32 u32, arrival ms f64, count u32, key length u16, key, data; big-endian. */
export function encodeFrame({ partition_key, data, count = 1 }: NewRecord, arrivedAt: number): Buffer {
  const key = Buffer.from(partition_key);
  const length = BODY_HEAD + key.length + data.length;
  if (key.length > LONGEST_KEY) throw new RangeError(`partition key of ${key.length} bytes: at most ${LONGEST_KEY}`);
  if (length > LONGEST_BODY)
    throw new RangeError(`record of ${data.length} bytes: at most ${LONGEST_BODY} with its key`);
  const frame = Buffer.allocUnsafe(FRAME_HEAD + length);
  frame.writeUInt32BE(length, 0);
  frame.writeDoubleBE(arrivedAt, FRAME_HEAD);
  frame.writeUInt32BE(count, FRAME_HEAD + 8);
  frame.writeUInt16BE(key.length, FRAME_HEAD + 12);
  frame.set(key, FRAME_HEAD + BODY_HEAD);
  frame.set(data, FRAME_HEAD + BODY_HEAD + key.length);
  frame.writeUInt32BE(crc32(frame.subarray(FRAME_HEAD)), 4);
  return frame;
}

/** What stands at an offset: a whole record and its bytes, how many bytes are needed to tell, or damage. */
export type Decoded =
  | { found: 'record'; record: StreamRecord; count: number; bytes: number }
  | { found: 'part'; needed: number }
  | { found: 'damage'; reason: string };

/** Reads the frame at `offset`; the record's data is a view of `bytes`. */
export function decodeFrame(bytes: Buffer, { offset, ordinal }: { offset: number; ordinal: number }): Decoded {
  const left = bytes.length - offset;
  if (left < FRAME_HEAD) return { found: 'part', needed: FRAME_HEAD };
  const length = bytes.readUInt32BE(offset);
  if (length < BODY_HEAD || length > LONGEST_BODY) return { found: 'damage', reason: `a length of ${length} bytes` };
  if (left < FRAME_HEAD + length) return { found: 'part', needed: FRAME_HEAD + length };
  const body = bytes.subarray(offset + FRAME_HEAD, offset + FRAME_HEAD + length);
  if (crc32(body) !== bytes.readUInt32BE(offset + 4)) return { found: 'damage', reason: 'a wrong checksum' };
  const count = body.readUInt32BE(8);
  const keyEnd = BODY_HEAD + body.readUInt16BE(12);
  const record = {
    shard: SHARD,
    sequence: sequenceOf(ordinal),
    arrived_at: body.readDoubleBE(0),
    count,
    partition_key: body.toString('utf8', BODY_HEAD, keyEnd),
    data: body.subarray(keyEnd),
  };
  return { found: 'record', record, count, bytes: FRAME_HEAD + length };
}
