import type { QueryEngine } from '../../core/ports.ts';
import { timestamp } from '../../core/sql.ts';
import type { MergeCount, MergeOptions } from './merge.ts';
import { mergeEvents } from './merge.ts';

export type SweepOptions = { since: number } & Omit<MergeOptions, 'source'>;

/** Merges silver with itself: of events that arrived since then, copies up to `reach_days` apart are found too. */
export const sweepEvents = ({ since, ...options }: SweepOptions): Promise<MergeCount> =>
  mergeEvents({ ...options, source: doubled(since, options.reach_days) });

/**
 * The earliest hour of arrival of what this run merged and of what was unswept before. The clock does not tell it: a replay, a
 * dead letter sent again or another region's object is merged long after its events arrived.
 */
export async function unsweptSince(engine: QueryEngine, before: number | undefined): Promise<number | undefined> {
  const [row] = await engine.run('SELECT min(arrival_hour) AS first FROM refine.touched_hours');
  return row?.first ? Math.min(Date.parse(String(row.first)), before ?? Number.POSITIVE_INFINITY) : before;
}

/** Events that arrived since then under a key that silver holds twice, as a source of the merge. */
function doubled(since: number, reach_days: number): string {
  const arrived = `received_at >= ${timestamp(since)}`;
  return `(
SELECT e.*, '' AS filename
FROM silver.events e
JOIN (
  SELECT game, coalesce(player_key, '') AS player, event_id
  FROM silver.events
  WHERE event_date >= (
    SELECT date_add('day', -${reach_days}, oldest) FROM (SELECT min(event_date) AS oldest FROM silver.events WHERE ${arrived}) a
  )
  GROUP BY 1, 2, 3
  HAVING count(*) > 1 AND max(received_at) >= ${timestamp(since)}
) k ON k.game = e.game AND k.player = coalesce(e.player_key, '') AND k.event_id = e.event_id
)`;
}
