import type { Clock, Json, KeyValue, Row } from '../../core/ports.ts';
import type { Measure } from '../metrics.ts';
import type { RunSummary } from '../refine/run-store.ts';
import type { Registry } from '../registry.ts';
import type { Role } from './roles.ts';

/** The part of the registry that the API offers. */
export type ApiRegistry = Pick<Registry, 'createGame' | 'games' | 'game' | 'createKey' | 'keys' | 'revokeKey'>;

/** How far a consumer is behind the stream; null where nothing waits, or where the stream does not tell. */
export type StageStatus = {
  name: string;
  events_per_second: number;
  lag_events: number | null;
  oldest_age_ms: number | null;
};

/** A run that has not ended while the caller waited. */
export type StillRunning = { run_id: string; status: 'running' };

/** What a read-only statement answered, or why it was not run. */
export type SqlAnswer =
  | { columns: { name: string; type: string }[]; rows: Row[]; truncated: boolean }
  | { refused: 'not_read_only' | 'sql_error' | 'too_slow' | 'answer_too_large'; message: string };

/** Who is calling, or undefined when the token is not known. */
export type Authorize = (token: string | undefined) => Promise<{ name: string; role: Role } | undefined>;

/** What the API stands on. */
export type ApiPorts = {
  keyValue: KeyValue;
  registry: ApiRegistry;
  clock: Clock;
  authorize: Authorize;
  /** Refines; on the laptop, whatever was acknowledged before the call is consumed first. */
  refine: () => Promise<RunSummary | StillRunning>;
  /** Runs one read-only statement and answers at most `limit` rows. */
  select: (sql: string, limit: number) => Promise<SqlAnswer>;
  stages: () => Promise<readonly StageStatus[]>;
  measure?: Measure;
  /** Told of errors nobody expected; never with personal data. */
  log: (entry: Record<string, Json>) => void;
};
