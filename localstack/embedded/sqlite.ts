import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Clock, Item, ItemKey, Json, KeyValue, Write } from '../../core/ports.ts';
import { itemQuery } from './sqlite-query.ts';

/** `path` is a file that several threads and processes may open; `sweep_ms` is how often expired items are deleted, a minute. */
export type SqliteOptions = { path: string; clock: Clock; sweep_ms?: number };

/** Key-value on SQLite. */
export type SqliteKeyValue = KeyValue & { close: () => void };

const BUSY_MS = 10_000;
const MINUTE_MS = 60_000;

// NORMAL: what was written survives the end of the process; a power cut may take the last transactions, in order, and
// the stream's consumers then repeat what those recorded
const SETTINGS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS items (
  partition TEXT NOT NULL, sort TEXT NOT NULL, value TEXT NOT NULL, expires_at REAL,
  PRIMARY KEY (partition, sort)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS expiring ON items (expires_at) WHERE expires_at IS NOT NULL;`;

type Held = { value: Json; expires_at: number | null };

/** Opens the store. Every `write` is one transaction; an expired item counts as absent everywhere. */
export function openSqlite({ path, clock, sweep_ms = MINUTE_MS }: SqliteOptions): SqliteKeyValue {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec(SETTINGS + SCHEMA);
  const find = database.prepare('SELECT value, expires_at FROM items WHERE partition = ? AND sort = ?');
  const put = database.prepare('INSERT OR REPLACE INTO items (partition, sort, value, expires_at) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM items WHERE partition = ? AND sort = ?');
  const query = itemQuery(database);
  const expire = database.prepare('DELETE FROM items WHERE expires_at <= ?');

  function held({ partition, sort }: ItemKey): Held | undefined {
    const row = find.get(partition, sort) as { value: string; expires_at: number | null } | undefined;
    if (!row || isExpired(row.expires_at, clock)) return undefined;
    return { value: JSON.parse(row.value) as Json, expires_at: row.expires_at };
  }

  function holds(write: Write): boolean {
    if (write.kind !== 'put') return true;
    if (write.if_absent && held(write)) return false;
    return write.if_value === undefined || isDeepStrictEqual(held(write)?.value, plain(write.if_value));
  }

  function apply(write: Write): void {
    const { partition, sort } = write;
    if (write.kind === 'delete') remove.run(partition, sort);
    else if (write.kind === 'put') put.run(partition, sort, JSON.stringify(write.value), write.expires_at ?? null);
    else {
      const before = held(write);
      const value = JSON.stringify(added(before?.value ?? {}, write));
      put.run(partition, sort, value, write.expires_at ?? before?.expires_at ?? null);
    }
  }

  const sweep = () => void expire.run(clock.now());
  sweep();
  const sweeping = setInterval(sweep, sweep_ms).unref();
  return {
    get: async key => held(key)?.value,
    query: async (partition, options = {}) => query({ ...options, partition, now: clock.now() }),
    write: async writes =>
      transaction(database, () => {
        if (!writes.every(holds)) return false;
        for (const write of writes) apply(write);
        return true;
      }),
    close() {
      clearInterval(sweeping);
      database.close();
    },
  };
}

const isExpired = (expiresAt: number | null, clock: Clock) => expiresAt !== null && expiresAt <= clock.now();

/** As it will be after JSON: a name whose value is undefined is not there. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

function added(
  value: Json,
  { partition, sort, amounts }: ItemKey & { amounts: Record<string, number> },
): Item['value'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`cannot add to ${partition}/${sort}: its value is no object`);
  const sum = { ...value };
  for (const [name, amount] of Object.entries(amounts)) {
    const before = sum[name] ?? 0;
    if (typeof before !== 'number') throw new Error(`cannot add to ${partition}/${sort}: ${name} is no number`);
    sum[name] = before + amount;
  }
  return sum;
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
