import type { QueryEngine, Row } from '../../core/ports.ts';
import { columnsOf, date, text } from '../../core/sql.ts';
import type { ColumnType } from '../../glue/rendered/columns.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { models } from '../../glue/rendered/models.ts';
import type { ModelRun } from '../../lambdas/refine/models.ts';
import { keepFirstDays, runModel, touchedDays } from '../../lambdas/refine/models.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { inWaves } from '../../lambdas/refine/waves.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';

/** An event of a golden case: names stand for keys, `at` for every time; any column of silver.events may be given. */
export type GivenEvent = { player: string | null; at: string; day?: string } & Record<string, unknown>;

/** An empty lake in memory with every table. */
export async function emptyLake() {
  const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
  await ensureTables(engine);
  return engine;
}

/** Puts events straight into silver and marks them as touched. */
export async function givenEvents(engine: QueryEngine, events: readonly GivenEvent[]): Promise<void> {
  const { columns } = tables['silver.events'];
  const rows = events.map((event, index) => {
    const row = silverRow(event, index);
    return `(${columns.map(({ name, type }) => literal(row[name], type)).join(', ')})`;
  });
  const names = columnsOf(columns.map(column => column.name));
  if (rows.length > 0) await engine.run(`INSERT INTO silver.events (${names}) VALUES ${rows.join(',\n')}`);
}

/** Names the games with their own today. */
export async function givenGames(engine: QueryEngine, games: Record<string, string>): Promise<void> {
  for (const [game, today] of Object.entries(games))
    await engine.run(`INSERT INTO refine.games VALUES (${text(game)}, ${date(today)})`);
}

/** Runs every model over everything in silver, and its checks. */
export async function buildAll(engine: QueryEngine): Promise<ModelRun[]> {
  await engine.run(
    'INSERT INTO refine.touched SELECT DISTINCT game, player_key, event_date FROM silver.events WHERE player_key IS NOT NULL',
  );
  await keepFirstDays(engine);
  const options = { engine, now: () => 0, longest_span_days: 90, new_days: [], days: await touchedDays(engine) };
  const runs: ModelRun[] = [];
  for (const model of inWaves(models).flat()) runs.push(...(await runModel(model, options)));
  return runs;
}

/** Every row of a table, in grain order. */
export const rowsOf = (engine: QueryEngine, table: keyof typeof tables, where = 'true'): Promise<Row[]> =>
  engine.run(`SELECT * FROM ${table} WHERE ${where} ORDER BY ${columnsOf(tables[table].grain)}`);

function silverRow({ player, at, day, ...given }: GivenEvent, index: number): Record<string, unknown> {
  const time = at.replace('T', ' ').replace('Z', '');
  return {
    game: 'g',
    event_id: `e${index}`,
    event_type: 'custom',
    player_key: player,
    client_time: time,
    received_at: time,
    event_time: time,
    event_date: day ?? at.slice(0, 10),
    environment: 'production',
    contract_version: '1.0.0',
    drift: 0,
    fingerprint: index,
    region: 'local',
    shard: '0',
    sequence: String(index).padStart(20, '0'),
    event_index: 0,
    ...given,
  };
}

function literal(value: unknown, type: ColumnType): string {
  if (value === undefined || value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return `${type === 'timestamp' || type === 'date' ? type : ''} ${text(value)}`;
}
