import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance, StatementType } from '@duckdb/node-api';
import type { Named } from '../../core/draft.ts';
import { withoutRows } from './duckdb-words.ts';
import type { ExitCode } from './failure.ts';
import { EXIT, Failure, wrongUsage } from './failure.ts';
import { faithfulTypes } from './faithful-types.ts';
import type { InputRelation } from './input-relation.ts';
import type { MappedColumn, Transport } from './mapping.ts';
import { bareStatement, describe, inputView, limitsOf, transports, travellingRows } from './mapping.ts';
import { eventOfRow } from './row-event.ts';

/** What to read: the relation `input`, and the user's SELECT over it. */
export type ReadOptions = { relation: InputRelation; sql: string; distinct_rows: boolean; memory_limit?: string };

/** The files as events, in pieces of at most a DuckDB chunk (2,048 rows); memory does not grow with the files. */
export type EventReader = {
  count: () => Promise<number>;
  events: () => AsyncGenerator<Named[]>;
  close: () => Promise<void>;
};

/** Opens files as events. Throws Failures that say what is wrong with the files or the SELECT. */
export async function readEvents({
  relation,
  sql,
  distinct_rows,
  memory_limit = '512MB',
}: ReadOptions): Promise<EventReader> {
  const temp_dir = await mkdtemp(join(tmpdir(), 'playlake-import-'));
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(temp_dir, { recursive: true, force: true });
  };
  try {
    await connection.run(limitsOf({ memory_limit, temp_dir }));
    const known = `${relation.sql()} ${sql}`;
    const reading = faithfulTypes(connection, relation).then(types => connection.run(inputView(relation.sql(types))));
    await orFail(reading, { what: 'the files cannot be read', known });
    const statement = await checkedStatement(connection, { sql, known });
    const columns = transports(await columnsOf(connection, statement));
    return {
      count: async () =>
        Number((await connection.runAndReadAll(`SELECT count(*) FROM (${statement}\n) AS mapped`)).getRows()[0]?.[0]),
      events: () => stream(connection, { sql: travellingRows(statement, { columns, distinct_rows }), columns, known }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function checkedStatement(
  connection: DuckDBConnection,
  { sql, known }: { sql: string; known: string },
): Promise<string> {
  const statement = bareStatement(sql);
  if (statement === '') throw wrongUsage('the mapping is empty: write a SELECT … FROM input');
  const statements = await orFail(connection.extractStatements(statement), { what: 'the mapping is no SQL', known });
  if (statements.count !== 1) throw wrongUsage(`the mapping has ${statements.count} statements: write one SELECT`);
  const prepared = await orFail(statements.prepare(0), { what: 'the mapping does not fit the files', known });
  const type = prepared.statementType;
  prepared.destroySync();
  if (type !== StatementType.SELECT)
    throw wrongUsage(`the mapping is a ${StatementType[type]} statement: write a SELECT`);
  return statement;
}

const columnsOf = async (connection: DuckDBConnection, statement: string): Promise<MappedColumn[]> =>
  (await connection.runAndReadAll(describe(statement))).getRowObjects() as MappedColumn[];

async function* stream(
  connection: DuckDBConnection,
  { sql, columns, known }: { sql: string; columns: readonly Transport[]; known: string },
): AsyncGenerator<Named[]> {
  const result = await orFail(connection.stream(sql), { what: 'the mapping cannot be run', known, exit: EXIT.failed });
  for (;;) {
    const chunk = await orFail(result.fetchChunk(), { what: 'a row cannot be read', known, exit: EXIT.failed });
    if (!chunk || chunk.rowCount === 0) return;
    const values = chunk.getColumns();
    yield Array.from({ length: chunk.rowCount }, (_, row) =>
      eventOfRow(
        values.map(column => column[row]),
        columns,
      ),
    );
  }
}

/** DuckDB's own words say best where the mistake is. */
async function orFail<T>(
  work: Promise<T>,
  { what, known, exit = EXIT.usage }: { what: string; known: string; exit?: ExitCode },
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Failure(`${what}: ${withoutRows((error as Error).message, known)}`, exit);
  }
}
