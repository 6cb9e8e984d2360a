import type { Route } from './route.ts';
import { createGame } from './routes/create-game.ts';
import { createKey } from './routes/create-key.ts';
import { getMetric } from './routes/get-metric.ts';
import { getOverview } from './routes/get-overview.ts';
import { getRetention } from './routes/get-retention.ts';
import { getStreamingStatus } from './routes/get-streaming-status.ts';
import { health } from './routes/health.ts';
import { listGames } from './routes/list-games.ts';
import { listKeys } from './routes/list-keys.ts';
import { listMetrics } from './routes/list-metrics.ts';
import { refineNow } from './routes/refine-now.ts';
import { revokeKey } from './routes/revoke-key.ts';
import { runSql } from './routes/run-sql.ts';

/** Every route of the API. */
export const routes: readonly Route[] = [
  health,
  listGames,
  createGame,
  listKeys,
  createKey,
  revokeKey,
  listMetrics,
  getMetric,
  getOverview,
  getRetention,
  getStreamingStatus,
  refineNow,
  runSql,
];
