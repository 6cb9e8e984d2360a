import { addDays } from '../../core/days.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { date, timestamp } from '../../core/sql.ts';
import type { MergeCount, MergeOptions } from './merge.ts';
import { mergeEvents, workTable } from './merge.ts';

export type SweepOptions = { since: number } & Omit<MergeOptions, 'source'>;

/** Merges silver with itself: of events that arrived since then, copies up to `reach_days` apart are found too. */
export async function sweepEvents({ since, ...options }: SweepOptions): Promise<MergeCount> {
  const { engine, reach_days } = options;
  const arrived = timestamp(since);
  const [row] = await engine.run(`SELECT min(event_date) AS day FROM silver.events WHERE received_at >= ${arrived}`);
  if (!row?.day) return NOTHING;
  const within = `event_date >= ${date(addDays(String(row.day), -reach_days))}`;
  await workTable(engine, 'doubled', heldTwice(within, arrived));
  const [count] = await engine.run('SELECT count(*) AS keys FROM work.doubled');
  if (Number(count?.keys) === 0) return NOTHING;
  return mergeEvents({ ...options, source: eventsOf('work.doubled', within) });
}

const NOTHING: MergeCount = { entered: 0, left: 0, duplicate: 0 };

/** Keys of events that silver holds twice, one of which arrived since then. */
const heldTwice = (within: string, arrived: string) => `
SELECT game, coalesce(player_key, '') AS player, event_id
FROM silver.events
WHERE ${within}
GROUP BY 1, 2, 3
HAVING count(*) > 1 AND max(received_at) >= ${arrived}`;

/** All that silver holds of these keys, as a source of the merge. */
const eventsOf = (keys: string, within: string) => `(
SELECT e.*, CAST('' AS varchar) AS filename
FROM silver.events e
JOIN ${keys} k ON k.game = e.game AND k.player = coalesce(e.player_key, '') AND k.event_id = e.event_id
WHERE e.${within}
)`;

/**
 * The earliest hour of arrival of what this run merged and of what was unswept before. The clock does not tell it: a replay, a
 * dead letter sent again or another region's object is merged long after its events arrived.
 */
export async function unsweptSince(engine: QueryEngine, before: number | undefined): Promise<number | undefined> {
  const [row] = await engine.run('SELECT min(arrival_hour) AS first FROM refine.touched_hours');
  return row?.first ? Math.min(Date.parse(String(row.first)), before ?? Number.POSITIVE_INFINITY) : before;
}
