import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { EventRow, EventTable } from './event-table.ts';
import { tableOf } from './event-table.ts';
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

/** An event after the pipeline, without what its delivery tells. A refused one keeps what is known of it in `row`, and the processed event as JSON in `payload`. */
export type ProcessedEvent = { fate: 'ok'; row: EventRow } | (Refusal & { row: EventRow; payload: string });
export type ProcessedFate = ProcessedEvent['fate'];

/** The facts of a delivery with the number of its events. */
export type CountedFacts = DeliveryFacts & { count: number };

/** One stream record: one request's processed events by fate, each with its `event_index`, and what collect knows. */
export type Delivery = CountedFacts & { tables: Partial<Record<ProcessedFate, EventTable>> };

/** Sorts a request's events by fate; refused ones get the columns `reason`, `pointer`, `message` and `payload`. */
export function deliveryOf(facts: DeliveryFacts, events: readonly ProcessedEvent[]): Delivery {
  const rows: Record<ProcessedFate, EventRow[]> = { ok: [], quarantined: [], late: [] };
  for (const [index, event] of events.entries()) rows[event.fate].push(storedRow(event, index));
  const some = Object.entries(rows).filter(([, own]) => own.length > 0);
  return {
    ...facts,
    count: events.length,
    tables: Object.fromEntries(some.map(([fate, own]) => [fate, tableOf(own)])),
  };
}

function storedRow(event: ProcessedEvent, event_index: number): EventRow {
  const { row } = event;
  row.event_index = event_index;
  if (event.fate === 'ok') return row;
  const { reason, pointer, message, payload } = event;
  return Object.assign(row, { reason, pointer, message, payload });
}

/** Far above what one request can make, far below what would hurt. */
const MOST_BYTES = 64 * 1024 * 1024;
const FORMAT = 1;

/** Encodes a delivery as one stream record: a line of facts and a line of tables, JSON both, in one zstd frame with a checksum. */
export function encodeDelivery({ tables, ...facts }: Delivery): Uint8Array {
  const text = `${JSON.stringify({ format: FORMAT, ...facts })}\n${JSON.stringify(tables)}`;
  return zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** Decodes a record; undefined when it is no whole delivery of a format we know. */
export function decodeDelivery(data: Uint8Array): Delivery | undefined {
  const [first, second = '', ...more] = textOf(data)?.split('\n') ?? [];
  const facts = factsOf(first);
  const tables = parsed(second) as Delivery['tables'] | undefined;
  if (!facts || !tables || more.length > 0) return undefined;
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return rows === facts.count ? { ...facts, tables } : undefined;
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
  return areWhole(facts) ? facts : undefined;
}

/** Whoever reads a delivery places it by these: one without its time would stop refine for ever. */
const areWhole = ({ delivery_id, game, region, received_at, count }: CountedFacts): boolean =>
  [delivery_id, game, region].every(name => typeof name === 'string') &&
  Math.abs(received_at) <= LAST_MS &&
  Number.isInteger(received_at) &&
  Number.isInteger(count) &&
  count >= 0 &&
  count <= MOST_EVENTS;

/** The last moment a Date can hold, in epoch milliseconds. */
const LAST_MS = 8.64e15;
/** Far above what a request or an import sends at once. */
const MOST_EVENTS = 100_000;

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
