import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Up to where the log has been acknowledged: a byte offset in the segment that begins at record `first`. */
export type Mark = { first: number; offset: number };

/** Remembers the acknowledged end, so that damage before it is told from a torn write after it. */
export type Marker = { read: () => Mark | undefined; write: (mark: Mark) => void; close: () => void };

const SIZE = 20;

/**
 * Opens the marker file of a log. It is written after each group is durable and not synced itself: it survives the end of
 * the process, and after a power cut it is at worst older than the truth, never newer.
 */
export function openMarker(dir: string): Marker {
  const path = join(dir, 'durable');
  const file = openSync(path, 'a');
  closeSync(file);
  const handle = openSync(path, 'r+');
  return {
    read: () => decode(readFileSync(path)),
    write: mark => overwrite(handle, encode(mark)),
    close: () => closeSync(handle),
  };
}

function overwrite(handle: number, bytes: Buffer): void {
  try {
    writeSync(handle, bytes, 0, SIZE, 0);
  } catch {
    // the older mark is still true, and the record it would have covered is durable
  }
}

function encode({ first, offset }: Mark): Buffer {
  const bytes = Buffer.alloc(SIZE);
  bytes.writeDoubleBE(first, 0);
  bytes.writeDoubleBE(offset, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 16)), 16);
  return bytes;
}

function decode(bytes: Buffer): Mark | undefined {
  if (bytes.length !== SIZE || crc32(bytes.subarray(0, 16)) !== bytes.readUInt32BE(16)) return undefined;
  return { first: bytes.readDoubleBE(0), offset: bytes.readDoubleBE(8) };
}
