import { randomUUID } from 'node:crypto';
import { AthenaClient, StopQueryExecutionCommand } from '@aws-sdk/client-athena';
import type { Clock, Row } from '../../core/ports.ts';
import type { SqlAnswer } from '../api/ports.ts';
import type { RefusedSql } from '../read-only.ts';
import { bareStatement, notReadOnly } from '../read-only.ts';
import { ATHENA_PATIENCE } from './athena.ts';
import { rowsOf } from './athena-rows.ts';
import type { Athena, Ended } from './athena-statement.ts';
import { ended, mayPass, pagesOf, reasonOf, start } from './athena-statement.ts';
import type { Sleep } from './backoff.ts';
import { pause } from './backoff.ts';
import { sharedClient } from './clients.ts';
import { isNamed } from './faults.ts';

export type AthenaReaderOptions = {
  /** A workgroup whose users may read and nothing else. */
  workgroup: string;
  clock: Clock;
  /** How long a statement may run, below the time of the function that waits for it; 24 s. */
  longest_ms?: number;
  /** How much it may answer, below what a function may answer (6 MB, Lambda quotas); 5 MiB of cells. */
  largest_bytes?: number;
  client?: AthenaClient;
  sleep?: Sleep;
};

/**
 * Runs one statement that reads: a query, SHOW, DESCRIBE, or EXPLAIN of a query. What a statement begins with is checked here;
 * the rights of the function keep it from changing anything whatever it says.
 */
export function openAthenaReader({
  workgroup,
  clock,
  longest_ms = 24_000,
  largest_bytes = 5 * 1024 * 1024,
  client = sharedClient(AthenaClient, ATHENA_PATIENCE),
  sleep = pause,
}: AthenaReaderOptions): (sql: string, limit: number) => Promise<SqlAnswer> {
  const athena: Athena = { client, workgroup, sleep, clock };

  async function execute(sql: string): Promise<string | RefusedSql> {
    const id = await start(athena, { sql, token: randomUUID() });
    const execution = await ended(athena, id, clock.now() + longest_ms);
    if (execution?.Status?.State === 'SUCCEEDED') return id;
    if (execution) return refusalOf(execution);
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
    const message = `the statement ran longer than ${longest_ms / 1000} s: ask for fewer days or columns`;
    return { refused: 'too_slow', message };
  }

  return async function select(sql, limit) {
    const statement = bareStatement(sql);
    if (!READING.test(statement.replace(COMMENTS, ''))) return notReadOnly('SELECT, DESCRIBE, SHOW or EXPLAIN');
    try {
      const id = await execute(statement);
      return typeof id === 'string' ? await answerOf(athena, id, { limit, largest_bytes }) : id;
    } catch (error) {
      if (isNamed(error, 'InvalidRequestException')) return { refused: 'sql_error', message: (error as Error).message };
      throw error;
    }
  };
}

/** A statement that begins so only reads: in Trino nothing else begins with the words of a query. */
const READING =
  /^(?:explain\s+(?:analyze\s+)?(?:verbose\s+)?(?:\([^)]*\)\s*)?)?[\s(]*(?:select|with|values|table)\b|^(?:show|describe|desc)\b/i;
const COMMENTS = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/;

function refusalOf(execution: Ended): RefusedSql {
  const message = reasonOf(execution);
  if (mayPass(execution) || execution.Status?.AthenaError?.ErrorCategory === 1)
    throw new Error(`Athena failed (execution ${execution.QueryExecutionId}): ${message}`);
  return { refused: 'sql_error', message };
}

/** Reads no more pages than the rows asked for need. */
async function answerOf(
  athena: Athena,
  id: string,
  { limit, largest_bytes }: { limit: number; largest_bytes: number },
): Promise<SqlAnswer> {
  const rows: Row[] = [];
  let columns: { name: string; type: string }[] = [];
  let bytes = 0;
  for await (const page of pagesOf(athena, id)) {
    columns = (page.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }) => ({
      name: Name,
      type: Type,
    }));
    for (const row of rowsOf(page)) {
      bytes += JSON.stringify(row).length;
      rows.push(row);
    }
    if (rows.length > limit) break;
    if (bytes > largest_bytes) return tooLarge(largest_bytes);
  }
  return { columns, rows: rows.slice(0, limit), truncated: rows.length > limit };
}

const tooLarge = (largest_bytes: number): RefusedSql => ({
  refused: 'answer_too_large',
  message: `the answer has more than ${Math.floor(largest_bytes / 1024 / 1024)} MiB: ask for fewer rows or columns`,
});
