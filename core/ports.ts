/** The doors between Playlake's rules and the world. Each port has one suite in `test/ports/` that every adapter passes. */

/** A value that survives JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Now, in milliseconds since the epoch. */
export type Clock = { now: () => number };

/** What a producer puts on the stream. One record is accepted whole or not at all. */
export type NewRecord = {
  partition_key: string;
  data: Uint8Array;
  /** How many events it holds, for lag figures; an adapter that cannot keep it drops it. */
  count?: number;
};

/** Where the stream holds a record. Sequences of one shard sort as text and never repeat. */
export type RecordPosition = { shard: string; sequence: string };

/** A record as a consumer sees it; `arrived_at` in epoch milliseconds. */
export type StreamRecord = NewRecord & RecordPosition & { arrived_at: number };

/** Accepts records for ever: `put` answers only when the record is durable, and throws `StreamUnavailable` when it cannot say so. */
export type EventStream = { put: (record: NewRecord) => Promise<RecordPosition> };

/** Handles a batch as a Lambda mapping would hand it over: names the sequences that failed, or throws when the whole batch did. */
export type BatchHandler = (records: readonly StreamRecord[]) => Promise<BatchResult>;
export type BatchResult = { failures: readonly string[] };

/** One stored object; `modified_at` in epoch milliseconds, `size` in bytes. */
export type ObjectInfo = { key: string; size: number; modified_at: number };

/** Objects by key (`a/b/c.parquet`). A put is atomic: readers see the old or the new object, never half of one. */
export type ObjectStore = {
  /** Stores the object; with `if_absent` an existing one is left alone and `'exists'` is answered. */
  put: (key: string, body: Uint8Array, options?: { if_absent?: boolean }) => Promise<'stored' | 'exists'>;
  get: (key: string) => Promise<Uint8Array | undefined>;
  /** Objects under the prefix in key order, from after `after`. */
  list: (prefix: string, options?: { after?: string }) => AsyncIterable<ObjectInfo>;
  /** Deleting what is not there is no error. */
  delete: (key: string) => Promise<void>;
};

/** An item lives under a partition and a sort key; `expires_at` in epoch milliseconds. */
export type Item = { partition: string; sort: string; value: Json; expires_at?: number };
export type ItemKey = Pick<Item, 'partition' | 'sort'>;

/** One write of a transaction. `if_absent` and `if_value` are conditions: when one fails, nothing of the transaction is written. */
export type Write =
  | ({ kind: 'put'; if_absent?: boolean; if_value?: Json } & Item)
  | ({ kind: 'delete' } & ItemKey)
  /** Adds to numeric attributes of an object value, which starts at `{}`. */
  | ({ kind: 'add'; amounts: Record<string, number>; expires_at?: number } & ItemKey);

/** Small items with conditional writes, atomic counters and expiry. An expired item is never returned. */
export type KeyValue = {
  get: (key: ItemKey) => Promise<Json | undefined>;
  /** Items of one partition in sort order; `from` and `to` include their ends. */
  query: (partition: string, options?: KeyRange) => Promise<Item[]>;
  /** Writes all or nothing; answers false when a condition failed. */
  write: (writes: readonly Write[]) => Promise<boolean>;
};
export type KeyRange = {
  prefix?: string;
  from?: string;
  to?: string;
  after?: string;
  limit?: number;
  descending?: boolean;
};

/** A row of an answer: integers that fit are numbers, timestamps ISO 8601 text, dates `YYYY-MM-DD`, decimals numbers. */
export type Row = Record<string, Json>;

/** Runs SQL in Athena's dialect over the lake. */
export type QueryEngine = {
  run: (sql: string) => Promise<Row[]>;
  /** SQL text of a relation that reads exactly these objects, with the columns of the zone's table. */
  objects: (zone: 'bronze' | 'quarantine' | 'late', keys: readonly string[]) => string;
};

/** Secrets by name. `create` keeps what is there when two callers race. */
export type Secrets = {
  get: (name: string) => Promise<string | undefined>;
  create: (name: string, value: string) => Promise<string>;
};

/** Thrown by `EventStream.put`: nothing is known to be kept, the caller should send again after `retry_after_seconds`. */
export class StreamUnavailable extends Error {
  override readonly name = 'StreamUnavailable';
  readonly retry_after_seconds: number;
  constructor(message: string, retry_after_seconds = 1) {
    super(message);
    this.retry_after_seconds = retry_after_seconds;
  }
}
