import type { Json, QueryEngine, Row } from '../../core/ports.ts';
import { readObjects } from '../../lambdas/adapters/athena-objects.ts';
import { type Column, plain } from './trino-values.ts';

/** What one statement read and how long it took, as Trino counts it. */
export type StatementStats = {
  sql: string;
  physical_input_bytes: number;
  physical_written_bytes: number;
  elapsed_ms: number;
};

export type TrinoOptions = { url: string; onStats?: (stats: StatementStats) => void };

/** A statement that Trino refused; `code` is its name for the error, such as `ICEBERG_COMMIT_ERROR`. */
export class TrinoError extends Error {
  override readonly name = 'TrinoError';
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

const ATTEMPTS = 5;
/** Characters of a statement that an error shows. */
const LONGEST_SQL = 1000;
/** Another statement changed the table first; or the first scans after a start, which find no worker yet. */
const PASSING = ['ICEBERG_COMMIT_ERROR', 'NO_NODES_AVAILABLE'];

/** Trino by its own protocol, with the objects of a zone read as Athena reads them: by a table over all, of these partitions and files. */
export function openTrino({ url, onStats }: TrinoOptions): QueryEngine {
  async function run(sql: string): Promise<Row[]> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await statement(url, sql, onStats);
      } catch (error) {
        if (attempt === ATTEMPTS || !(error instanceof TrinoError && PASSING.includes(error.code))) throw error;
        await pause(attempt * 500);
      }
  }
  return { run, objects };
}

/** Athena's own relation, its bucket being a folder of the machine. */
const objects: QueryEngine['objects'] = (zone, keys) =>
  readObjects(zone, keys, 'bucket').replaceAll("'s3://bucket/", `'local:///${zone}/`);

type Answer = {
  id: string;
  nextUri?: string;
  columns?: Column[];
  data?: Json[][];
  error?: { message: string; errorName: string };
  stats: { physicalInputBytes: number; physicalWrittenBytes: number; elapsedTimeMillis: number };
};

async function statement(url: string, sql: string, onStats: TrinoOptions['onStats']): Promise<Row[]> {
  const headers = { 'X-Trino-User': 'test', 'X-Trino-Catalog': 'iceberg', 'X-Trino-Time-Zone': 'UTC' };
  let answer = await read(await fetch(`${url}/v1/statement`, { method: 'POST', body: sql, headers }));
  const rows: Row[] = [];
  while (true) {
    const { columns = [], data = [] } = answer;
    for (const values of data)
      rows.push(Object.fromEntries(columns.map((column, index) => [column.name, plain(values[index]!, column)])));
    if (!answer.nextUri) break;
    answer = await follow(answer.nextUri, headers);
  }
  if (answer.error)
    throw new TrinoError(`${answer.error.message}\n${sql.slice(0, LONGEST_SQL)}`, answer.error.errorName);
  const { physicalInputBytes, physicalWrittenBytes, elapsedTimeMillis } = answer.stats;
  onStats?.({
    sql,
    physical_input_bytes: physicalInputBytes,
    physical_written_bytes: physicalWrittenBytes,
    elapsed_ms: elapsedTimeMillis,
  });
  return rows;
}

/** The next page of an answer; asking again does no harm, while a statement sent again could run twice. */
async function follow(uri: string, headers: Record<string, string>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(uri, { headers });
    if (response.ok || attempt === ATTEMPTS || ![429, 502, 503, 504].includes(response.status)) return read(response);
    await pause(attempt * 100);
  }
}

/** JSON whose integers beyond 2^53 stay exact, as text. */
async function read(response: Response): Promise<Answer> {
  const body = await response.text();
  if (!response.ok) throw new Error(`Trino answered ${response.status}: ${body}`);
  const exact = (_name: string, value: unknown, { source }: { source?: string }) =>
    typeof value === 'number' && /^-?\d+$/.test(source!) && !Number.isSafeInteger(value) ? source : value;
  return (JSON.parse as (text: string, reviver: typeof exact) => unknown)(body, exact) as Answer;
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
