import type { Metric } from './metric.ts';
import { counter } from './metric.ts';
import { ownMetrics } from './own-metrics.ts';
import { serviceMetrics } from './service-metrics.ts';

const trail = <const P extends string>(pattern: P) => ({ from: 'trail', pattern }) as const;

/** What CloudTrail tells of attempts that were refused; counted by metric filters into our namespace. */
const trailMetrics = {
  access_denied: counter(
    'Calls to AWS that permissions refused',
    [],
    trail('{ ($.errorCode = "AccessDenied*") || ($.errorCode = "*UnauthorizedOperation") }'),
  ),
  kms_denied: counter(
    'Uses of a key that its policy refused',
    [],
    trail('{ ($.eventSource = "kms.amazonaws.com") && ($.errorCode = "AccessDenied*") }'),
  ),
  kms_key_at_risk: counter(
    'Keys disabled or scheduled for deletion',
    [],
    trail(
      '{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName = "ScheduleKeyDeletion")) }',
    ),
  ),
} as const satisfies Record<string, Metric>;

const laptopMetrics = {
  process_memory: {
    kind: 'gauge',
    unit: 'bytes',
    dimensions: [],
    meaning: 'Resident memory of the laptop’s process',
    source: { from: 'laptop' },
  },
} as const satisfies Record<string, Metric>;

/**
 * Every metric of Playlake. In CloudWatch those our functions record stand in the namespace `Playlake` under their own name, with the
 * dimension `service` (the function that recorded them, Powertools' default) and those of `billedDimensions`.
 */
export const metrics = { ...ownMetrics, ...trailMetrics, ...serviceMetrics, ...laptopMetrics } as const;
export const NAMESPACE = 'Playlake';

export type MetricName = keyof typeof metrics;

/** The metrics that functions record. */
export type RecordedName = keyof typeof ownMetrics;

type DimensionOf<N extends MetricName> = (typeof metrics)[N]['dimensions'][number];

/** Exactly the metric's dimensions; nothing where it has none. */
export type Dimensions<N extends MetricName> = [DimensionOf<N>] extends [never]
  ? []
  : [dimensions: Readonly<Record<DimensionOf<N>, string>>];

/** Records one value in the metric's unit. Never throws, never waits. */
export type Measure = <N extends RecordedName>(name: N, value: number, ...dimensions: Dimensions<N>) => void;

/** What the laptop shows at `/metrics`: all that functions record, and what the server can tell as well as a service of AWS. */
export type LaptopName = {
  [N in MetricName]: (typeof metrics)[N] extends { laptop: true } | { source: { from: 'functions' | 'laptop' } }
    ? N
    : never;
}[MetricName];

/** Where nobody listens. */
export const unmeasured: Measure = () => undefined;

/** A game or code of its own would cost 0.30 $ a month in CloudWatch for every metric, so these are labels of the laptop alone. */
const UNBILLED: ReadonlySet<string> = new Set(['game', 'code']);

/** A metric's dimensions in CloudWatch, `service` aside. */
export const billedDimensions = (name: MetricName): readonly string[] =>
  metrics[name].dimensions.filter(dimension => !UNBILLED.has(dimension));
