import type { BatchHandler, Clock, KeyValue, ObjectStore } from '../../core/ports.ts';
import type { LogReader } from './log-reader.ts';

/** How a consumer reads the stream: Lambda's event source mapping, for one shard. */
export type MappingSettings = {
  /** Names the consumer: its checkpoint and its failures are kept under it. */
  name: string;
  /** Most records of a batch. */
  batch_size: number;
  /** Most bytes of data of a batch, a single record may be larger; 6 MiB. */
  batch_bytes?: number;
  /** How long a batch may wait to fill, from the arrival of its first record; 0. */
  window_ms?: number;
  /** How often a failed batch is tried again; splitting it does not count. */
  retries: number;
  /** Whether a batch that fails is split in two, until the poison is alone. */
  bisect: boolean;
  /** Older records go to the failures without being handled. */
  max_record_age_ms?: number;
  /** First pause before a retry; it doubles with each, up to 30 s; 100 ms. */
  backoff_ms?: number;
  /** Batches at a time; the embedded stream has one shard and keeps its order. */
  parallel?: 1;
};

/** What the mapping works with; `objects` keeps failures, `sleep` is for tests with their own clock. */
export type MappingPorts = {
  reader: LogReader;
  handler: BatchHandler;
  keyValue: KeyValue;
  objects: ObjectStore;
  clock: Clock;
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** Settings with every default filled in. */
export type Filled = Required<Omit<MappingSettings, 'parallel'>>;

const MIB = 1024 * 1024;

/** Fills in the defaults. */
export const filled = ({ parallel: _one, ...settings }: MappingSettings): Filled => ({
  batch_bytes: 6 * MIB,
  window_ms: 0,
  max_record_age_ms: Number.POSITIVE_INFINITY,
  backoff_ms: 100,
  ...settings,
});

const LONGEST_BACKOFF_MS = 30_000;

/** The pause after so many failed attempts. */
export const backoff = (attempts: number, { backoff_ms }: Pick<Filled, 'backoff_ms'>): number =>
  Math.min(LONGEST_BACKOFF_MS, backoff_ms * 2 ** Math.max(0, attempts - 1));
