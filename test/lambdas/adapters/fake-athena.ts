import { AthenaClient } from '@aws-sdk/client-athena';
import type { Answered } from './fake-service.ts';
import { failure, fakeService } from './fake-service.ts';

/** How a statement ends; times in epoch milliseconds. */
export type Outcome = {
  state?: 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'RUNNING';
  reason?: string;
  retryable?: boolean;
  category?: number;
  /** How often it is asked for before it has ended. */
  polls?: number;
  completed_at?: number;
  columns?: [name: string, type: string][];
  /** Pages of rows; a cell is null where Athena sends none. */
  pages?: (string | null)[][][];
};
type Execution = { sql: string; outcome: Outcome; asked: number };

/** Athena with outcomes by statement and nth execution of it; a token that was used finds its execution again. */
export async function fakeAthena(outcomeOf: (sql: string, nth: number) => Outcome) {
  const executions: Execution[] = [];
  const byToken = new Map<string, number>();
  const stopped: string[] = [];

  function started({ QueryString, ClientRequestToken }: Record<string, string>): Answered {
    const found = byToken.get(ClientRequestToken!);
    if (found !== undefined && executions[found]!.sql !== QueryString) return failure('InvalidRequestException');
    const index = found ?? executions.length;
    if (found === undefined) {
      const nth = executions.filter(({ sql }) => sql === QueryString).length + 1;
      executions.push({ sql: QueryString!, outcome: outcomeOf(QueryString!, nth), asked: 0 });
      byToken.set(ClientRequestToken!, index);
    }
    return { body: { QueryExecutionId: `${index}` } };
  }

  const answers: Record<string, (input: Record<string, string>) => Answered> = {
    StartQueryExecution: started,
    GetQueryExecution: ({ QueryExecutionId }) => ({
      body: { QueryExecution: describe(executions[Number(QueryExecutionId)]!) },
    }),
    GetQueryResults: ({ QueryExecutionId, NextToken }) => ({
      body: results(executions[Number(QueryExecutionId)]!.outcome, Number(NextToken ?? 0)),
    }),
    StopQueryExecution: ({ QueryExecutionId }) => {
      stopped.push(QueryExecutionId!);
      return { body: {} };
    },
  };
  const { asked, settings } = await fakeService(({ operation, input }) =>
    answers[operation]!(input as Record<string, string>),
  );
  return { client: new AthenaClient(settings), asked, executions, stopped };
}

function describe(execution: Execution) {
  const { state = 'SUCCEEDED', reason, retryable, category, polls = 0, completed_at } = execution.outcome;
  const ended = execution.asked++ >= polls;
  return {
    Status: {
      State: ended ? state : 'RUNNING',
      ...(reason && { StateChangeReason: reason }),
      AthenaError: { Retryable: retryable, ErrorCategory: category },
      ...(completed_at !== undefined && { CompletionDateTime: completed_at / 1000 }),
    },
    Statistics: { DataScannedInBytes: 1000, EngineExecutionTimeInMillis: 20 },
  };
}

function results({ columns = [], pages = [[]] }: Outcome, page: number) {
  const header = page === 0 && columns.length > 0 ? [columns.map(([name]) => name)] : [];
  return {
    ResultSet: {
      ResultSetMetadata: { ColumnInfo: columns.map(([Name, Type]) => ({ Name, Type })) },
      Rows: [...header, ...pages[page]!].map(cells => ({
        Data: cells.map(cell => (cell === null ? {} : { VarCharValue: cell })),
      })),
    },
    ...(page + 1 < pages.length && { NextToken: `${page + 1}` }),
  };
}
