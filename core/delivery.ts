import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Refusal } from './result.ts';

/** What is known of one request; times in epoch milliseconds. */
export type DeliveryFacts = {
  delivery_id: string;
  game: string;
  region: string;
  protocol: string;
  received_at: number;
  sent_at?: number;
  /** Trusted history: no clock correction, no late window. */
  history: boolean;
};

/** A row of an event table: column name → value; timestamps in epoch milliseconds, dates `YYYY-MM-DD`, absent means null. */
export type EventRow = Record<string, string | number | boolean | null | undefined>;

/** An event after the pipeline. A refused one keeps what is known of it in `row`, and the processed event as JSON in `payload`. */
export type ProcessedEvent = { fate: 'ok'; row: EventRow } | (Refusal & { row: EventRow; payload: string });

/** One stream record: one request's processed events with what collect knows. */
export type Delivery = DeliveryFacts & { events: readonly ProcessedEvent[] };

/** The facts of a delivery with the number of its events. */
export type CountedFacts = DeliveryFacts & { count: number };

/** Far above what one request can make, far below what would hurt. */
const MOST_BYTES = 64 * 1024 * 1024;
const FORMAT = 1;

/** Encodes a delivery as one stream record: a line of facts and a line per event (NDJSON), in one zstd frame with a checksum. */
export function encodeDelivery({ events, ...facts }: Delivery): Uint8Array {
  let text = JSON.stringify({ format: FORMAT, count: events.length, ...facts });
  for (const event of events) text += `\n${JSON.stringify(event)}`;
  return zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** Decodes a record; undefined when it is no whole delivery of a format we know. */
export function decodeDelivery(data: Uint8Array): Delivery | undefined {
  const [first, ...lines] = textOf(data)?.split('\n') ?? [];
  const facts = factsOf(first);
  if (!facts || facts.count !== lines.length) return undefined;
  const { count: _count, ...known } = facts;
  const events = parsed(`[${lines.join(',')}]`) as ProcessedEvent[] | undefined;
  return events?.length === facts.count ? { ...known, events } : undefined;
}

/** Decodes the facts of a record and leaves its events alone; undefined when it is no delivery. */
export function decodeDeliveryFacts(data: Uint8Array): CountedFacts | undefined {
  const text = textOf(data);
  return text === undefined ? undefined : factsOf(text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1));
}

function factsOf(line: string | undefined): CountedFacts | undefined {
  const value = parsed(line ?? '') as ({ format?: unknown } & CountedFacts) | undefined;
  if (value?.format !== FORMAT) return undefined;
  const { format: _format, ...facts } = value;
  return facts;
}

/** What zlib answers when asked for `info`; `bytesWritten` counts what it read, which ends with the first frame. */
type Read = { buffer: Buffer; engine: { bytesWritten: number } };

/** The text of a frame; a frame that is cut, altered, followed by anything or no frame at all has none. */
function textOf(data: Uint8Array): string | undefined {
  try {
    const read = zstdDecompressSync(data, { maxOutputLength: MOST_BYTES, info: true }) as unknown as Read;
    return read.engine.bytesWritten === data.length ? read.buffer.toString() : undefined;
  } catch {
    return undefined;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
