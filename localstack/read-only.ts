import type { SqlAnswer } from '../lambdas/api/ports.ts';
import type { RefusedSql } from '../lambdas/read-only.ts';
import { bareStatement, notReadOnly } from '../lambdas/read-only.ts';
import type { DuckDB } from './embedded/duckdb.ts';
import { TooLarge, TooSlow } from './embedded/duckdb.ts';

type Engine = Pick<DuckDB, 'all'>;

/** Runs one statement that reads: SELECT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN of one. Answers why it refuses any other. */
export const readOnly = (engine: Engine) =>
  async function select(sql: string, limit: number): Promise<SqlAnswer> {
    const statement = bareStatement(sql);
    const [explain = ''] = /^explain(?:\s+analyze)?\b/i.exec(statement) ?? [];
    const inner = statement.slice(explain.length);
    const wrapped = `SELECT * FROM (${inner}\n) AS answer`;
    // what is checked is what is run: a statement that closes the bracket and goes on is caught here
    if ((await kindOf(engine, wrapped)).kind !== 'select') return refusalOf(engine, inner);
    try {
      return explain ? await plan(engine, `${explain} ${wrapped}`) : await rowsOf(engine, wrapped, limit);
    } catch (error) {
      return { refused: reasonOf(error), message: (error as Error).message };
    }
  };

function reasonOf(error: unknown): RefusedSql['refused'] {
  if (error instanceof TooSlow) return 'too_slow';
  return error instanceof TooLarge ? 'answer_too_large' : 'sql_error';
}

/** Functions that act, or hide a statement in text, though they stand in a SELECT. Quotes inside a text would be escaped. */
const ACTING =
  /"function_name":"(?:(?:en|dis)able_\w+|truncate_duckdb_logs|write_log|(?:force_)?checkpoint|query|json_execute_serialized_sql)"/i;

/** DuckDB's own parser says what a statement is: it turns SELECTs into JSON, and nothing else. */
async function kindOf(
  engine: Engine,
  statement: string,
): Promise<{ kind: 'select' | 'other' | 'no_sql'; message: string }> {
  const [row] = await engine.all('SELECT json_serialize_sql(?::VARCHAR) AS parsed', [statement]);
  const parsed = String(row?.parsed);
  const { error, error_type, error_message, statements } = JSON.parse(parsed) as {
    error: boolean;
    error_type?: string;
    error_message?: string;
    statements?: unknown[];
  };
  if (!error) return { kind: statements?.length === 1 && !ACTING.test(parsed) ? 'select' : 'other', message: '' };
  return { kind: error_type === 'parser' ? 'no_sql' : 'other', message: error_message ?? '' };
}

async function refusalOf(engine: Engine, statement: string): Promise<RefusedSql> {
  const { kind, message } = await kindOf(engine, statement);
  if (kind === 'no_sql') return { refused: 'sql_error', message };
  return notReadOnly('SELECT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN');
}

async function rowsOf(engine: Engine, select: string, limit: number): Promise<SqlAnswer> {
  const described = await engine.all(`DESCRIBE ${select}`);
  const rows = await engine.all(`${select} LIMIT ${limit + 1}`);
  const columns = described.map(row => ({ name: String(row.column_name), type: String(row.column_type) }));
  return { columns, rows: rows.slice(0, limit), truncated: rows.length > limit };
}

async function plan(engine: Engine, statement: string): Promise<SqlAnswer> {
  const rows = await engine.all(statement);
  const columns = Object.keys(rows[0] ?? {}).map(name => ({ name, type: 'VARCHAR' }));
  return { columns, rows, truncated: false };
}
