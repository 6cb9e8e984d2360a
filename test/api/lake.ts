import type { Json, KeyValue } from '../../core/ports.ts';
import { api } from '../../lambdas/api/api.ts';
import type { DailyId } from '../../lambdas/api/metrics.ts';
import { DAILY } from '../../lambdas/api/metrics.ts';
import type { ApiPorts } from '../../lambdas/api/ports.ts';
import { singleToken } from '../../lambdas/api/token.ts';
import { registry } from '../../lambdas/registry.ts';
import { memoryClock, memoryKeyValue, memorySecrets } from '../memory-ports.ts';

export const TOKEN = 'a-token-for-tests';
export const NOW = Date.UTC(2026, 2, 10, 12);

export type Answer = { status: number; headers: Record<string, unknown>; body: Record<string, Json> };
export type CallOptions = { body?: unknown; raw?: string; token?: string | null; query?: string };

/** The API over memory, at noon of 2026-03-10, with the game `demo`. */
export async function apiLake(ports: Partial<ApiPorts> = {}) {
  const clock = memoryClock(NOW);
  const keyValue = memoryKeyValue(clock);
  const games = registry({ keyValue, secrets: memorySecrets(), clock });
  await games.createGame({ id: 'demo', name: 'Demo' });
  const logged: Record<string, Json>[] = [];
  const handler = api({
    keyValue,
    registry: games,
    clock,
    authorize: singleToken(TOKEN),
    refine: async () => EMPTY_RUN,
    select: async () => ({ columns: [{ name: 'n', type: 'BIGINT' }], rows: [{ n: 1 }], truncated: false }),
    stages: async () => [{ name: 'transform', events_per_second: 0, lag_events: 0, oldest_age_ms: null }],
    log: entry => void logged.push(entry),
    ...ports,
  });

  async function call(method: string, path: string, { body, raw, token = TOKEN }: CallOptions = {}): Promise<Answer> {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const result = await handler(
      {
        version: '2.0',
        routeKey: '$default',
        rawPath,
        rawQueryString,
        headers: { host: 'localhost', ...(token !== null && { authorization: `Bearer ${token}` }) },
        requestContext: { domainName: 'localhost', http: { method, path: rawPath } },
        isBase64Encoded: false,
        ...((raw ?? body) !== undefined && { body: raw ?? JSON.stringify(body) }),
      } as unknown as Parameters<typeof handler>[0],
      {} as Parameters<typeof handler>[1],
    );
    return {
      status: result.statusCode ?? 0,
      headers: result.headers ?? {},
      body: result.body ? JSON.parse(result.body) : {},
    };
  }
  return { call, keyValue, games, clock, logged };
}

const EMPTY_RUN = {
  run_id: 'r',
  started_at: 's',
  ended_at: 'e',
  milliseconds: 0,
  objects: 0,
  entered: 0,
  left: 0,
  duplicate: 0,
  models: [],
  published: 0,
};

const NOTHING = Object.fromEntries(
  Object.entries(DAILY).map(([id, { kind }]) => [id, kind === 'count' ? 0 : null]),
) as Record<DailyId, number | null>;

/** A day of the demo game as refine publishes it. */
export async function publishDay(
  keyValue: KeyValue,
  {
    date,
    dimension = 'total',
    of = 'all',
    ...numbers
  }: { date: string; dimension?: string; of?: string } & Partial<Record<DailyId, number>>,
): Promise<void> {
  const value = { game: 'demo', event_date: date, dimension, dimension_value: of, ...NOTHING, ...numbers };
  await keyValue.write([
    { kind: 'put', partition: 'mart#daily_metrics#demo', sort: `${dimension}#${date}#${of}`, value },
  ]);
}

/** A cohort of the demo game: players who came back by day, null where the day is not over; rolling and bracket are one and two more. */
export async function publishCohort(
  keyValue: KeyValue,
  cohort_date: string,
  { size, players }: { size: number; players: (number | null)[] },
) {
  const cells = players.map((count, day) => ({
    day,
    players: count,
    players_rolling: count === null ? null : count + 1,
    players_bracket: count === null || ![0, 1, 3, 7].includes(day) ? null : count + 2,
  }));
  await keyValue.write([
    { kind: 'put', partition: 'mart#retention#demo', sort: cohort_date, value: { cohort_date, size, cells } },
  ]);
}
