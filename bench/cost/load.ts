import type { FunctionName } from '../../lambdas/functions.ts';

/** What is priced: how many events come, how they are bundled, how long the lake has run, and what the environment chose. */
export type Load = {
  events_per_second: number;
  events_per_request: number;
  /** Days of data that are stored, and searched, in the month that is paid. */
  history_days: number;
  choices: Choices;
};

/** The settings of an environment that cost something. */
export type Choices = {
  stream: { mode: 'provisioned' | 'on_demand'; retention_hours: number };
  /** Seconds. */
  windows: { transform: number; live: number };
  parallelisation: number;
  refine_minutes: number;
  /** Refine also computes and publishes sessions, players and the marts; without, events only come to be once each in silver. */
  models: boolean;
  /** CloudFront before the gateway, with so many rules of WAF; no firewall without a rule. */
  edge?: { firewall_rules: number } | undefined;
  /** A trail of every access to the lake's objects. */
  audit: boolean;
  /** Instances of collect that are kept warm. */
  warm: number;
  /** Functions whose calls X-Ray records. */
  traced: readonly FunctionName[];
  /** What watches: the metrics that alarms read, composite alarms, dashboards, and metrics that CloudWatch bills as custom. */
  watch: { alarm_metrics: number; composite_alarms: number; dashboards: number; metrics: number };
  /** Clients compress bodies. */
  compressed: boolean;
  regions: 1 | 2;
};

export const MONTH_DAYS = 30;
export const MONTH_HOURS = MONTH_DAYS * 24;
export const MONTH_SECONDS = MONTH_HOURS * 3600;
export const KB = 1024;
export const MB = 1024 * KB;
export const GB = 1024 * MB;
export const TB = 1024 * GB;

/** Events of a month. */
export const eventsOf = ({ events_per_second }: Pick<Load, 'events_per_second'>): number =>
  events_per_second * MONTH_SECONDS;

/** Runs of refine in a month. */
export const runsOf = ({ choices }: Pick<Load, 'choices'>): number => MONTH_SECONDS / (choices.refine_minutes * 60);
