import type { AthenaClient, QueryExecution, ResultSet } from '@aws-sdk/client-athena';
import { GetQueryExecutionCommand, GetQueryResultsCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import type { Clock } from '../../core/ports.ts';
import { withoutHeader } from './athena-rows.ts';
import type { Sleep } from './backoff.ts';

/** Where statements run. */
export type Athena = { client: AthenaClient; workgroup: string; sleep: Sleep; clock: Clock };

/** A statement that has ended, for better or worse. */
export type Ended = QueryExecution & { QueryExecutionId: string };

/** Athena takes no longer text (Athena service quotas). */
const LONGEST_BYTES = 262_144;
const POLL = { first_ms: 150, longest_ms: 3000, growth: 1.4 };

/** Starts a statement, or finds the one that was started with the same token; answers its id. */
export async function start({ client, workgroup }: Athena, statement: { sql: string; token: string }): Promise<string> {
  const bytes = Buffer.byteLength(statement.sql);
  if (bytes > LONGEST_BYTES)
    throw new Error(`a statement has ${bytes} bytes and Athena takes ${LONGEST_BYTES}: name fewer objects at once`);
  const { QueryExecutionId } = await client.send(
    new StartQueryExecutionCommand({
      QueryString: statement.sql,
      ClientRequestToken: statement.token,
      WorkGroup: workgroup,
    }),
  );
  return QueryExecutionId!;
}

/** Waits until a statement has ended, asking less and less often; undefined when it has not by `until`, in epoch milliseconds. */
export async function ended(
  { client, sleep, clock }: Athena,
  QueryExecutionId: string,
  until = Number.POSITIVE_INFINITY,
): Promise<Ended | undefined> {
  for (let wait = POLL.first_ms; ; wait = Math.min(wait * POLL.growth, POLL.longest_ms)) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const state = QueryExecution?.Status?.State ?? 'QUEUED';
    if (state !== 'QUEUED' && state !== 'RUNNING') return { ...QueryExecution, QueryExecutionId };
    if (clock.now() >= until) return undefined;
    await sleep(wait);
  }
}

/** The pages of a statement's answer. */
export async function* pagesOf({ client }: Athena, QueryExecutionId: string): AsyncGenerator<ResultSet> {
  let NextToken: string | undefined;
  let first = true;
  do {
    const page = await client.send(new GetQueryResultsCommand({ QueryExecutionId, NextToken }));
    const results = page.ResultSet ?? {};
    yield first ? withoutHeader(results) : results;
    first = false;
    NextToken = page.NextToken;
  } while (NextToken);
}

/** Why a statement failed, in Athena's words. */
export const reasonOf = ({ Status }: Pick<Ended, 'Status'>): string =>
  Status?.StateChangeReason ?? Status?.AthenaError?.ErrorMessage ?? `it is ${Status?.State}`;

/** Failures of the service and of statements that were at the same table at once. */
const PASSING =
  /ICEBERG_COMMIT_ERROR|INTERNAL_ERROR|internal error|exhausted resources|SlowDown|Rate exceeded|Throttling|TOO_MANY_REQUESTS/i;

/** Whether the same statement may succeed later; what was cancelled never is tried again. */
export const mayPass = ({ Status }: Pick<Ended, 'Status'>): boolean =>
  Status?.State === 'FAILED' && (Status.AthenaError?.Retryable === true || PASSING.test(reasonOf({ Status })));
