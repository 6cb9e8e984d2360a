import { functions } from '../../lambdas/functions.ts';
import type { Choices } from './load.ts';

/** One region of production at the size it has: a shard where a shard is enough, the edge with its firewall, alarms, traces. */
export const oneRegion: Choices = {
  stream: { mode: 'provisioned', retention_hours: 168 },
  windows: { transform: 60, live: 1 },
  parallelisation: 1,
  refine_minutes: 15,
  edge: { firewall_rules: 3 },
  audit: false,
  warm: 0,
  traced: Object.keys(functions) as (keyof typeof functions)[],
  detailed_metrics: 32,
  regions: 1,
};

/** The same in two regions, each with the whole lake. */
export const twoRegions: Choices = { ...oneRegion, regions: 2 };

/** What the AWS guidance for a game analytics pipeline says of itself: its README of August 2025, 100 events/s of 1 KB, 100 a request. */
export const guidance = { lake: 65.88, real_time: 770.94 } as const;
