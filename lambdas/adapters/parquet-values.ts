import type { Encoding } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import type { ColumnType } from '../../glue/rendered/columns.ts';
import type { Value } from './parquet-batch.ts';

type Values = readonly Value[];

/** The bytes of a column's values: a data page's, and a dictionary's where the values repeat. */
export type EncodedValues = { encoding: Encoding; data: Uint8Array; dictionary?: { data: Uint8Array; size: number } };

const DAY_MS = 86_400_000;
const WORD = 2 ** 32;

/** Encodes a column's values, which must be of its type: timestamps in epoch milliseconds, dates `YYYY-MM-DD`, decimals as text with six digits. */
export function encodeValues(type: ColumnType, values: Values): EncodedValues {
  if (type === 'boolean') return { encoding: 'PLAIN', data: bits(values) };
  if (type === 'double') return { encoding: 'PLAIN', data: bytesOf(new Float64Array(values as number[])) };
  const indexed = dictionaryOf(values);
  if (!indexed) return plain(type, values);
  const { distinct, indexes } = indexed;
  const dictionary = { data: plainBytes(type, distinct), size: distinct.length };
  return { encoding: 'RLE_DICTIONARY', data: indexBytes(indexes, distinct.length), dictionary };
}

const plain = (type: ColumnType, values: Values): EncodedValues =>
  isText(type)
    ? { encoding: 'DELTA_LENGTH_BYTE_ARRAY', data: deltaLengths(values as string[]) }
    : { encoding: 'PLAIN', data: plainBytes(type, values) };

const isText = (type: ColumnType): boolean => type === 'string' || type === 'json';

/** After this many values a column shows whether its values repeat. */
const SAMPLE = 128;

/** The distinct values in order of appearance, and each value's place among them; undefined where more than half are distinct. */
function dictionaryOf(values: Values): { distinct: Values; indexes: Uint32Array } | undefined {
  const places = new Map<Value, number>();
  const indexes = new Uint32Array(values.length);
  let last: Value | undefined;
  let place = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== last) {
      const known = places.get(value);
      place = known ?? places.size;
      if (known === undefined) places.set(value, place);
      if (place >= SAMPLE && place > i / 2) return undefined;
      last = value;
    }
    indexes[i] = place;
  }
  if (places.size > 1 && places.size > values.length / 2) return undefined;
  return { distinct: [...places.keys()], indexes };
}

function indexBytes(indexes: Uint32Array, distinct: number): Uint8Array {
  const width = 32 - Math.clz32(distinct - 1);
  const writer = new ByteWriter(indexes.length * 4 + 16);
  writer.appendUint8(width);
  writeRleBitPackedHybrid(writer, indexes, width);
  return writer.getBytes();
}

function plainBytes(type: ColumnType, values: Values): Uint8Array {
  if (isText(type)) return plainText(values as string[]);
  if (type === 'int') return bytesOf(new Int32Array(values as number[]));
  if (type === 'date') return bytesOf(Int32Array.from(values as string[], date => Date.parse(date) / DAY_MS));
  if (type === 'decimal') return bytesOf(BigInt64Array.from(values as string[], text => BigInt(text.replace('.', ''))));
  return longs(values as number[], type === 'timestamp' ? 1000 : 1);
}

/** 64-bit integers without BigInt, which would cost most of the time: value × factor in two words. */
function longs(values: readonly number[], factor: number): Uint8Array {
  const words = new Int32Array(values.length * 2);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const high = Math.floor(value / WORD);
    const low = (value - high * WORD) * factor;
    words[2 * i] = low % WORD;
    words[2 * i + 1] = high * factor + Math.floor(low / WORD);
  }
  return bytesOf(words);
}

/** Each text behind its length. */
function plainText(texts: readonly string[]): Uint8Array {
  const out = Buffer.allocUnsafe(mostBytes(texts) + 4 * texts.length);
  let at = 0;
  for (const text of texts) {
    const bytes = out.write(text, at + 4);
    out.writeUInt32LE(bytes, at);
    at += 4 + bytes;
  }
  return out.subarray(0, at);
}

/** All lengths, then all text. */
function deltaLengths(texts: readonly string[]): Uint8Array {
  const all = Buffer.allocUnsafe(mostBytes(texts));
  const lengths = new Int32Array(texts.length);
  let at = 0;
  for (let i = 0; i < texts.length; i++) {
    lengths[i] = all.write(texts[i]!, at);
    at += lengths[i]!;
  }
  const writer = new ByteWriter(at + texts.length * 4 + 64);
  deltaBinaryPack(writer, lengths, 'INT32');
  writer.appendBytes(all.subarray(0, at));
  return writer.getBytes();
}

/** A unit of UTF-16 has at most three bytes in UTF-8. */
const mostBytes = (texts: readonly string[]): number => 3 * texts.reduce((sum, text) => sum + text.length, 0);

function bits(values: Values): Uint8Array {
  const packed = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, i) => {
    if (value) packed[i >> 3]! |= 1 << (i & 7);
  });
  return packed;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
