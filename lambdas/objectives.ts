import type { MetricName } from './metrics.ts';

/** The share of requests that have to go well over `days`; what is left of it is the error budget. */
export type Budget = { says: string; route: string; target: number; days: number } & (
  | { by: 'errors' }
  /** A request goes well when it is answered within so many milliseconds. */
  | { by: 'latency'; within: number }
);

/** What we promise of requests, by the route of the HTTP API, as the gateway measures it. */
export const budgets = {
  collect_availability: {
    says: '99.9 % of the requests to collect are served',
    route: 'POST /v1/events',
    target: 0.999,
    days: 30,
    by: 'errors',
  },
  collect_latency: {
    says: '99 % of the requests to collect are answered within 500 ms',
    route: 'POST /v1/events',
    target: 0.99,
    days: 30,
    by: 'latency',
    within: 500,
  },
  api_availability: {
    says: '99.5 % of the requests to the API are served',
    route: 'ANY /api/{proxy+}',
    target: 0.995,
    days: 30,
    by: 'errors',
  },
  api_latency: {
    says: '95 % of the requests to the API are answered within 2 s, questions in SQL included',
    route: 'ANY /api/{proxy+}',
    target: 0.95,
    days: 30,
    by: 'latency',
    within: 2000,
  },
} as const satisfies Record<string, Budget>;

/** A value that a gauge stays at or below, in the metric's unit. */
export type Ceiling = {
  says: string;
  metric: MetricName;
  dimensions: Readonly<Record<string, string>>;
  at_most: number;
};

/** What we promise of the lake. */
export const ceilings = {
  silver_freshness: {
    says: 'silver.events is never older than 30 minutes',
    metric: 'table_age',
    dimensions: { table: 'silver.events' },
    at_most: 30 * 60,
  },
  accounting: {
    says: 'every received event has exactly one fate, an hour after its hour has ended',
    metric: 'accounting_difference',
    dimensions: {},
    at_most: 0,
  },
} as const satisfies Record<string, Ceiling>;
