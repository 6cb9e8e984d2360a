import type { FunctionName } from '../lambdas/functions.ts';

/** Everything one environment may choose. An environment is one account and its regions. */
export type Environment = {
  /** The only account it may be deployed to. Without it: whichever the credentials name. */
  account?: string;
  /** Where events are collected; each region has a lake of its own. The first also has what exists once. */
  regions: readonly [string] | readonly [string, string];
  stream: StreamChoice;
  /** How long a consumer gathers records before it works, in seconds: fewer, larger objects against fresher ones. */
  windows: { transform: number; live: number };
  /** Batches of one shard that are worked on at once, 1 to 10. Kinesis only. */
  parallelisation: number;
  refine: {
    /** How often new objects are merged, in minutes. */
    every_minutes: number;
    /** Most bytes one statement of refine may scan, in GiB. */
    scan_limit_gib: number;
  };
  /** Most bytes one statement of an analyst may scan, in GiB. */
  analyst_scan_limit_gib: number;
  /** Events older than this many days are late, unless they are trusted history. */
  late_window_days: number;
  /** Events further in the future than this many minutes are quarantined. */
  future_bound_minutes: number;
  /** Days that logs of functions, workflow and gateway are kept; a value CloudWatch knows. */
  log_retention_days: 7 | 30 | 90 | 365;
  /** Requests of one second the gateway lets through, and how many more in a burst. */
  throttling: { rate: number; burst: number };
  /** Warm instances, between `min` and `max`, so that `target` of them (0 to 1) are busy. */
  provisioned_concurrency: Partial<Record<FunctionName, { min: number; max: number; target: number }>>;
  /** Most instances of a function, which are also kept from all others. New accounts have ten in all: leave it out there. */
  reserved_concurrency: Partial<Record<FunctionName, number>>;
  /** CloudFront before API and dashboard; `firewall` puts WAF before CloudFront, for about eight dollars a month. */
  edge?: { firewall: boolean };
  /** A name that Route 53 answers for. Without it the edge, or the gateway, has the name AWS gave it. */
  domain?: { name: string; hosted_zone_id: string };
  /** A trail of every read and write of the lake's objects, in a bucket whose objects cannot be changed. */
  audit?: { keep_days: number };
  /** All alarms, or only those of loss and broken promises: about a tenth of the price. */
  alarms: 'all' | 'essential';
  /** Where alarms are sent. */
  alarm_email?: string;
  /** What a month should cost at most, in US dollars; 80 % of it, and a forecast beyond it, raise an alarm. */
  budget_usd: number;
  /** Days after which objects of a zone are deleted, or moved to infrequent access; without a number: never. */
  lifecycle: Partial<Record<'bronze' | 'quarantine' | 'late' | 'failed' | 'work', Lifecycle>>;
  /** What becomes of data when a stack is deleted. `retain` also protects the stacks from being deleted. */
  removal: 'destroy' | 'retain';
  /** An emulator: what it lacks is left out (`lib/emulator-gaps.ts`), and only its endpoint is accepted. */
  emulated?: boolean;
};

export type Lifecycle = { delete_after_days?: number; infrequent_after_days?: number };

/** What carries events from collect to its consumers. */
export type StreamChoice =
  | { kind: 'kinesis'; mode: 'on_demand'; retention_hours: number }
  /** A shard takes 1 MiB or 1,000 requests a second. */
  | { kind: 'kinesis'; mode: 'provisioned'; shards: number; retention_hours: number }
  /** MSK Serverless, in a network of its own. */
  | { kind: 'msk'; partitions: number; retention_hours: number };
