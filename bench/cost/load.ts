/** What is priced: how many events come, how they are bundled, and what the environment chose. */
export type Load = {
  events_per_second: number;
  events_per_request: number;
  /** Days of data the lake holds when the month is paid. */
  history_days: number;
  choices: Choices;
};

/** The settings of an environment that cost something; `lib/environments.ts` explains them. */
export type Choices = {
  stream: { mode: 'provisioned' | 'on_demand'; retention_hours: number };
  windows: { transform: number; live: number };
  parallelisation: number;
  refine_minutes: number;
  edge: boolean;
  firewall_rules: number;
  audit: boolean;
  warm_instances: number;
};

export const MONTH_DAYS = 30;
export const MONTH_SECONDS = MONTH_DAYS * 86_400;
export const MONTH_HOURS = MONTH_DAYS * 24;
export const GB = 1024 ** 3;
/** Athena's terabyte and least charge. */
export const TB = 1024 ** 4;
export const LEAST_SCAN = 10 * 1024 ** 2;
