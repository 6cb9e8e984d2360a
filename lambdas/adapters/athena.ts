import { createHash, randomUUID } from 'node:crypto';
import { AthenaClient } from '@aws-sdk/client-athena';
import type { Clock, QueryEngine, Row } from '../../core/ports.ts';
import { readObjects } from './athena-objects.ts';
import { rowsOf } from './athena-rows.ts';
import type { Athena, Ended } from './athena-statement.ts';
import { ended, mayPass, pagesOf, reasonOf, start } from './athena-statement.ts';
import type { Sleep } from './backoff.ts';
import { backoff, pause } from './backoff.ts';
import { sharedClient } from './clients.ts';

export type AthenaOptions = {
  workgroup: string;
  /** Names the bucket of a zone, `work` among them: what one merge works with lies there, until the next drops it. */
  buckets: (zone: string) => string;
  /** Run and step of refine: with the same two, statements that run or have succeeded are found again. */
  run?: string;
  step?: string;
  clock: Clock;
  client?: AthenaClient;
  sleep?: Sleep;
};

/** What statements took together: bytes Athena billed by, milliseconds its engine worked. */
export type AthenaStatistics = { statements: number; scanned_bytes: number; engine_ms: number };

/** Patience of any client of Athena; a call only starts or asks. */
export const ATHENA_PATIENCE = { request_ms: 10_000, attempts: 6 };
const FAILURES = 4;
const ATTEMPTS = 30;
const WAIT = { first_ms: 1000, longest_ms: 20_000 };
/** Clocks differ; what failed longer ago than this failed in an earlier life of the step. */
const EARLIER_MS = 5000;

/**
 * Athena. A statement's token is made of the run, the step, how often the step has said this statement, and the attempt, so a
 * step that is started again takes up what runs or has succeeded, in the same order. What failed is a new attempt: at once when
 * it failed before this start, after a pause when it may pass, and never when the statement is wrong.
 */
export function openAthena({
  workgroup,
  buckets,
  run = randomUUID(),
  step = '',
  clock,
  client = sharedClient(AthenaClient, ATHENA_PATIENCE),
  sleep = pause,
}: AthenaOptions): QueryEngine & { statistics: () => AthenaStatistics } {
  const athena: Athena = { client, workgroup, sleep, clock };
  const said = new Map<string, number>();
  const total: AthenaStatistics = { statements: 0, scanned_bytes: 0, engine_ms: 0 };
  return {
    async run(sql) {
      const nth = (said.get(sql) ?? 0) + 1;
      said.set(sql, nth);
      const token = (attempt: number) => hashOf([run, step, nth, sql, attempt]);
      const { QueryExecutionId, Statistics } = await succeeded(athena, attempt => ({
        sql: inAthena(sql, { bucket: buckets('work'), token: token(attempt) }),
        token: token(attempt),
      }));
      total.statements += 1;
      total.scanned_bytes += Statistics?.DataScannedInBytes ?? 0;
      total.engine_ms += Statistics?.EngineExecutionTimeInMillis ?? 0;
      return rowsOfAll(athena, QueryExecutionId);
    },
    objects: (zone, keys) => readObjects(zone, keys, buckets(zone)),
    statistics: () => ({ ...total }),
  };
}

type Attempt = (attempt: number) => { sql: string; token: string };

/** The execution that succeeded, after as many attempts as are worth it. */
async function succeeded(athena: Athena, statement: Attempt): Promise<Ended> {
  const started = athena.clock.now();
  let failures = 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const execution = (await ended(athena, await start(athena, statement(attempt))))!;
    if (execution.Status?.State === 'SUCCEEDED') return execution;
    if (isEarlier(execution, started)) continue;
    failures += 1;
    if (!mayPass(execution) || failures === FAILURES) throw failure(execution);
    await athena.sleep(backoff(failures, WAIT));
  }
  throw new Error(`a statement has failed ${ATTEMPTS} times: ${statement(1).sql.slice(0, 200)}`);
}

const isEarlier = ({ Status }: Ended, started: number): boolean =>
  (Status?.CompletionDateTime?.getTime() ?? started) < started - EARLIER_MS;

const failure = (execution: Ended): Error =>
  new Error(`Athena did not run a statement (execution ${execution.QueryExecutionId}): ${reasonOf(execution)}`);

async function rowsOfAll(athena: Athena, id: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pagesOf(athena, id)) rows.push(...rowsOf(page));
  return rows;
}

/**
 * The statement as Athena wants it: a table made from a query is an Iceberg table at a place that nothing was at before.
 * Everything else is in Trino's words already, or said in Athena's own by `athena-tables.ts`.
 */
const inAthena = (sql: string, { bucket, token }: { bucket: string; token: string }): string =>
  sql.replace(
    /^\s*CREATE TABLE work\.(\w+) AS\b/,
    (_all, name: string) =>
      `CREATE TABLE work.${name} WITH (table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3://${bucket}/${name}/${token.slice(0, 16)}/') AS`,
  );

const hashOf = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
