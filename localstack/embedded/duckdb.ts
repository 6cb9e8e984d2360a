import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBResult, DuckDBValue } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { QueryEngine, Row } from '../../core/ports.ts';
import { text } from '../../core/sql.ts';
import { rowsOf, rowsOfChunk, sizeOf } from './duckdb-rows.ts';

/** Where the tables are and what the engine may use; `memory_limit` as DuckDB writes it (`2GB`). */
export type DuckDBOptions = {
  /** A file, or `:memory:`. */
  path: string;
  /** The file of an object. */
  object_path: (key: string) => string;
  threads?: number;
  memory_limit?: string;
  /** Where it spills what exceeds the memory. */
  temp_dir?: string;
  /** Connections of `all`; 2. */
  readers?: number;
  /** A statement of `all` that runs longer is interrupted; milliseconds, no limit when left out. */
  longest_read_ms?: number;
  /** A statement of `all` that answers more is given up; bytes, no limit when left out. */
  largest_read_bytes?: number;
  /** Directories whose files statements may read, and no others; any file when left out. */
  readable?: readonly string[];
};

/** DuckDB that answers as Trino does. */
export type DuckDB = QueryEngine & {
  /** Rows of a statement on a connection of its own, so that it does not wait for `run`; `values` fill its `?`. Throws `TooSlow`, `TooLarge`. */
  all: (sql: string, values?: readonly (string | number | boolean | null)[]) => Promise<Row[]>;
  /** Waits for the statement of `run` that is under way, interrupts those of `all`, and refuses all others from now on. */
  close: () => Promise<void>;
};

/** A statement was interrupted, as it took longer than it may. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** A statement was given up, as its answer is larger than it may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Rows that are compressed together. An INSERT writes whole groups at once; what is left of it goes through the write-ahead log and is
 * written anew at a checkpoint, at more than twice the cost. Merges are smaller than DuckDB's own 122,880.
 */
const ROW_GROUP = 30_720;
const ATTACH_WORK = "ATTACH IF NOT EXISTS ':memory:' AS work;";
const SETTINGS = "SET integer_division = true; SET TimeZone = 'UTC';";

/** Opens a DuckDB database with Trino's functions. `run` works one statement after another; a file has one process at a time. */
export async function openDuckDB({
  path,
  object_path,
  readers = 2,
  longest_read_ms,
  largest_read_bytes,
  readable,
  ...limits
}: DuckDBOptions): Promise<DuckDB> {
  const macros = await readFile(join(import.meta.dirname, 'trino.sql'), 'utf8');
  // what one merge works with lives in memory: written uncompressed, gone with the process
  const instance = await DuckDBInstance.create(':memory:', configuration(limits));
  const connect = async () => {
    const connection = await instance.connect();
    await connection.run(
      `${ATTACH_WORK} ATTACH IF NOT EXISTS ${text(path)} AS lake (ROW_GROUP_SIZE ${ROW_GROUP}); USE lake;`,
    );
    await connection.run(SETTINGS + macros);
    return connection;
  };
  const writer = await connect();
  const pool = await Promise.all(Array.from({ length: readers }, connect));
  if (readable) await writer.run(confinedTo(readable));
  const writing = queue(writer);
  const reading = pool.map(connection =>
    queue(connection, { longest_ms: longest_read_ms, largest_bytes: largest_read_bytes }),
  );
  let turn = 0;
  return {
    run: sql => writing.run(sql),
    all: (sql, values) => reading[turn++ % reading.length]!.run(sql, values),
    objects: (_zone, keys) => readObjects(keys.map(object_path)),
    async close() {
      await Promise.all([writing.close(), ...reading.map(each => each.close({ interrupts: true }))]);
      instance.closeSync();
    },
  };
}

/** Whoever writes a statement decides what it reads: without this the machine's files, the lake's own secrets among them. */
const confinedTo = (directories: readonly string[]): string =>
  `SET allowed_directories = [${directories.map(text).join(', ')}]; SET enable_external_access = false; SET lock_configuration = true;`;

// extensions are never fetched: the lake works offline, and a function that is not there is an error, not a download
function configuration({
  threads,
  memory_limit,
  temp_dir,
}: Pick<DuckDBOptions, 'threads' | 'memory_limit' | 'temp_dir'>) {
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(threads !== undefined && { threads: String(threads) }),
    ...(memory_limit !== undefined && { memory_limit }),
    ...(temp_dir !== undefined && { temp_directory: temp_dir }),
  };
}

type ReadLimits = { longest_ms?: number | undefined; largest_bytes?: number | undefined };

/**
 * Statements of one connection, one after another; a failed one does not stop the next. The connection is closed between two:
 * closed under a statement, DuckDB would wait for itself for ever, and block a thread of the process with it.
 */
function queue(connection: DuckDBConnection, { longest_ms, largest_bytes }: ReadLimits = {}) {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    run(sql: string, values: readonly DuckDBValue[] = []): Promise<Row[]> {
      const next = last.then(async () => {
        if (closed) throw new Error('the database is closed');
        if (largest_bytes === undefined)
          return inTime(connection, longest_ms, async () => rowsOf(await connection.runAndReadAll(sql, [...values])));
        return inTime(connection, longest_ms, async () =>
          rowsWithin(await connection.stream(sql, [...values]), largest_bytes),
        );
      });
      last = next.catch(() => {});
      return next;
    },
    async close({ interrupts = false } = {}) {
      closed = true;
      // again and again: a statement that is still being prepared forgets it
      const interrupting = interrupts ? setInterval(() => connection.interrupt(), 20) : undefined;
      await last;
      clearInterval(interrupting);
      connection.closeSync();
    },
  };
}

/** The rows of an answer that is read as it is made; throws `TooLarge` as soon as they hold more than `largest_bytes`. */
async function rowsWithin(result: DuckDBResult, largest_bytes: number): Promise<Row[]> {
  const rows: Row[] = [];
  let bytes = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const row of rowsOfChunk(result, chunk)) {
      bytes += sizeOf(row);
      if (bytes > largest_bytes)
        throw new TooLarge(
          `the answer has more than ${Math.floor(largest_bytes / MIB)} MiB: ask for fewer rows or columns`,
        );
      rows.push(row);
    }
  return rows;
}

const MIB = 1024 * 1024;

/** The work's outcome, unless it takes longer than `longest_ms`. */
async function inTime<T>(
  connection: DuckDBConnection,
  longest_ms: number | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (longest_ms === undefined) return work();
  let slow = false;
  const interrupting = setInterval(() => {
    slow = true;
    connection.interrupt();
  }, longest_ms);
  try {
    return await work();
  } catch (error) {
    if (!slow) throw error;
    throw new TooSlow(`the statement ran longer than ${longest_ms / 1000} s: ask for fewer days or columns`);
  } finally {
    clearInterval(interrupting);
  }
}

/** Directories such as `arrival=…` are no columns; `filename` is there for the asking, but not in `*`. */
function readObjects(paths: readonly string[]): string {
  if (paths.length === 0) throw new Error('objects() needs at least one key: an empty list has no columns');
  const files = paths.map(path => text(path.replaceAll(GLOB, '[$&]')));
  return `read_parquet([${files.join(', ')}], union_by_name = true, hive_partitioning = false)`;
}

/** Characters that would make a name a pattern. */
const GLOB = /[*?[]/g;
