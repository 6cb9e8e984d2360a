import { functions } from '../../lambdas/functions.ts';
import { environments } from '../../lib/environments.ts';
import type { Choices } from './load.ts';

/** One region of production: a shard where a shard is enough, the edge with its firewall, all alarms, every function traced. */
export const oneRegion: Choices = {
  stream: { mode: 'provisioned', retention_hours: 168 },
  windows: environments.prod.windows,
  parallelisation: 1,
  refine_minutes: 15,
  models: true,
  edge: { firewall_rules: 4 },
  compressed: false,
  audit: false,
  warm: 0,
  traced: Object.keys(functions) as (keyof typeof functions)[],
  watch: { alarm_metrics: 98, composite_alarms: 12, dashboards: 3, metrics: 28 + 18 },
  regions: 1,
};

/** The same in two regions, each with the whole lake. */
export const twoRegions: Choices = { ...oneRegion, regions: 2 };

/** What watches where only essential alarms are wanted. */
export const essentialWatch: Choices['watch'] = { alarm_metrics: 15, composite_alarms: 1, dashboards: 3, metrics: 28 };

/** What a studio may choose instead, and what for. */
export const savings: Readonly<Record<string, Partial<Choices>>> = {
  'clients compress bodies': { compressed: true },
  'the stream keeps a day': { stream: { mode: 'provisioned', retention_hours: 24 } },
  'live counts every ten seconds': { windows: { ...oneRegion.windows, live: 10 } },
  'only refine and api are traced': { traced: ['refine', 'api'] },
  'essential alarms, no metrics by route': { watch: essentialWatch },
  'refine every hour': { refine_minutes: 60 },
  'no firewall': { edge: { firewall_rules: 0 } },
};

/** What others publish of themselves, us-east-1, by `<events a second>/<events a request>`. */
export const published: readonly { name: string; costs: Readonly<Record<string, string>> }[] = [
  {
    // README of guidance-for-game-analytics-pipeline-on-aws, August 2025: 1 KB an event
    name: 'AWS game analytics pipeline: Iceberg lake + real time',
    costs: { '100/100': '$65.88 + $770.94 = $836.82' },
  },
  {
    // docs.aws.amazon.com/solutions/latest/clickstream-analytics-on-aws/cost.html, June 2025
    name: 'AWS clickstream analytics: ingestion + hourly processing + real time',
    costs: { '100/10': '$49.80 + $242 + $2,214', '10000/10': '$348 + $3,961' },
  },
];
