import type { Environment } from './environment.ts';

const WEEK_HOURS = 168;
/** Real time within ten seconds: five to gather, and time to spare to count and show. */
const CALM = { transform: 30, live: 5 } as const;

/** What all environments agree on unless they say otherwise. */
const usual = {
  windows: { transform: 30, live: 1 },
  parallelisation: 1,
  analyst_scan_limit_gib: 100,
  late_window_days: 30,
  future_bound_minutes: 60,
  provisioned_concurrency: {},
  reserved_concurrency: {},
  alarms: 'all',
} as const satisfies Partial<Environment>;

/** Cheap and gone without a trace: an account is all it needs. */
const dev = {
  ...usual,
  regions: ['us-east-1'],
  stream: { kind: 'kinesis', mode: 'provisioned', shards: 1, retention_hours: 24 },
  refine: { every_minutes: 15, scan_limit_gib: 20 },
  analyst_scan_limit_gib: 10,
  log_retention_days: 7,
  throttling: { rate: 100, burst: 200 },
  edge: { firewall: false },
  alarms: 'essential',
  budget_usd: 50,
  lifecycle: {
    bronze: { delete_after_days: 90 },
    quarantine: { delete_after_days: 90 },
    late: { delete_after_days: 90 },
    failed: { delete_after_days: 30 },
    work: { delete_after_days: 7 },
  },
  removal: 'destroy',
} as const satisfies Environment;

/** Production's shape in one region, at a size for rehearsals. */
const staging = {
  ...usual,
  regions: ['us-east-1'],
  windows: CALM,
  stream: { kind: 'kinesis', mode: 'on_demand', retention_hours: WEEK_HOURS },
  refine: { every_minutes: 15, scan_limit_gib: 200 },
  log_retention_days: 30,
  throttling: { rate: 1000, burst: 2000 },
  reserved_concurrency: { refine: 5 },
  edge: { firewall: true },
  audit: { keep_days: 30 },
  budget_usd: 500,
  lifecycle: {
    bronze: { infrequent_after_days: 30, delete_after_days: 180 },
    quarantine: { delete_after_days: 180 },
    late: { delete_after_days: 180 },
    failed: { delete_after_days: 90 },
    work: { delete_after_days: 7 },
  },
  removal: 'retain',
} as const satisfies Environment;

/** Two regions that each collect; nothing that holds data can be deleted. */
const prod = {
  ...usual,
  regions: ['us-east-1', 'eu-west-1'],
  windows: CALM,
  stream: { kind: 'kinesis', mode: 'on_demand', retention_hours: WEEK_HOURS },
  parallelisation: 4,
  refine: { every_minutes: 15, scan_limit_gib: 2000 },
  analyst_scan_limit_gib: 1000,
  log_retention_days: 365,
  throttling: { rate: 10_000, burst: 5000 },
  provisioned_concurrency: {
    collect: { min: 5, max: 200, target: 0.7 },
    api: { min: 1, max: 20, target: 0.7 },
  },
  reserved_concurrency: { refine: 10 },
  edge: { firewall: true },
  audit: { keep_days: 365 },
  budget_usd: 5000,
  lifecycle: {
    bronze: { infrequent_after_days: 60 },
    quarantine: { infrequent_after_days: 60 },
    late: { infrequent_after_days: 60 },
    failed: { delete_after_days: 365 },
    work: { delete_after_days: 7 },
  },
  removal: 'retain',
} as const satisfies Environment;

/** For emulators: two regions as in prod, gone as in dev. The account is one that no real credentials have. */
const local = {
  ...dev,
  account: '000000000000',
  regions: ['us-east-1', 'eu-west-1'],
  windows: { transform: 1, live: 1 },
  provisioned_concurrency: prod.provisioned_concurrency,
  audit: { keep_days: 1 },
  edge: { firewall: true },
  alarms: 'all',
  emulated: true,
} as const satisfies Environment;

/** Every environment there is. */
export const environments = { dev, staging, prod, local } as const satisfies Record<string, Environment>;
export type EnvironmentName = keyof typeof environments;

/** Stops an emulated environment from going anywhere but to this machine, and where it is deployed, from going to AWS. */
export function refuseEndpoint(
  { emulated }: Environment,
  { endpoint, deploying }: { endpoint: string | undefined; deploying: boolean },
): void {
  if (!emulated || (endpoint === undefined && !deploying)) return;
  if (endpoint === undefined || !isLoopback(endpoint))
    throw new Error(
      `an emulated environment is deployed to this machine only, and AWS_ENDPOINT_URL is ${endpoint ?? 'not set'}: ` +
        'set it to an emulator’s address, such as http://127.0.0.1:4566',
    );
}

const isLoopback = (endpoint: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(URL.parse(endpoint)?.hostname ?? '');
