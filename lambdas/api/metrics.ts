import { fields } from '../../glue/rendered/contracts.ts';

/** How a metric's days make one number for a period: `add` them, average them, take the last, or divide two sums. */
export type OverPeriod = 'sum' | 'mean' | 'last' | { divide: readonly [string, string] };

/** A metric of the catalogue. A `count` of a day without play is 0, a `ratio` of it is null. */
export type Metric = {
  id: string;
  name: string;
  unit: string;
  definition: string;
  formula: string;
  grain: 'day' | 'cohort';
  dimensions: readonly Dimension[];
  kind: 'count' | 'ratio';
};

export const DIMENSIONS = ['platform', 'country', 'app_version'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

type Daily = { name: string; formula: string; kind: Metric['kind']; over: OverPeriod };

const ratio = (name: string, top: string, bottom: string): Daily => ({
  name,
  formula: `${top} / ${bottom}`,
  kind: 'ratio',
  over: { divide: [top, bottom] },
});

const count = (name: string, formula: string, over: OverPeriod = 'sum'): Daily => ({
  name,
  formula,
  kind: 'count',
  over,
});

/** The metrics of gold.daily_metrics by column; unit and definition are those of the vocabulary. */
export const DAILY = {
  dau: count('Daily active players', 'distinct players with an accepted event on the day', 'mean'),
  wau: count('Weekly active players', 'distinct players active on the day or the 6 before', 'last'),
  mau: count('Monthly active players', 'distinct players active on the day or the 29 before', 'last'),
  stickiness: ratio('Stickiness', 'dau', 'mau'),
  new_players: count('New players', 'players whose first active day is the day'),
  returning_players: count('Returning players', 'dau - new_players'),
  sessions: count('Sessions', 'sessions begun on the day'),
  sessions_per_player: ratio('Sessions per player', 'sessions', 'dau'),
  playtime_seconds: count('Playtime', 'sum of the length of the sessions begun'),
  session_seconds_avg: ratio('Session length', 'playtime_seconds', 'sessions'),
  revenue_usd: count('Revenue', 'purchase_usd + ad_usd - refund_usd'),
  purchase_usd: count('Purchase revenue', 'sum of purchases, each transaction once, sandbox left out'),
  ad_usd: count('Ad revenue', 'sum of ad_revenue_micros, converted'),
  refund_usd: count('Refunds', 'sum of refunds, on the day of the refund'),
  purchases: count('Purchases', 'distinct transactions, sandbox left out'),
  payers: count('Payers', 'players with a purchase on the day'),
  arpdau: ratio('Revenue per active player', 'revenue_usd', 'dau'),
  arppu: ratio('Purchase revenue per payer', 'purchase_usd', 'payers'),
} satisfies Partial<Record<keyof typeof fields, Daily>>;

export type DailyId = keyof typeof DAILY;

const daily: Metric[] = Object.entries(DAILY).map(([id, { name, formula, kind }]) => {
  const { meaning, unit } = fields[id as DailyId];
  return { id, name, unit: unit ?? '', definition: meaning, formula, grain: 'day', dimensions: DIMENSIONS, kind };
});

/** The three ways to ask who came back (devtodev, PlayFab: see docs/dictionary). */
export const KINDS = ['classic', 'rolling', 'bracket'] as const;
export type Kind = (typeof KINDS)[number];

/** Days that retention is usually quoted for, and where a bracket ends; a bracket begins after the one before. */
export const RETENTION_DAYS: readonly number[] = [1, 3, 7, 14, 30, 60, 90];

const MEANINGS: Record<Kind, (day: number, after: number) => string> = {
  classic: day => `active exactly on day ${day}`,
  rolling: day => `active on day ${day} or later`,
  bracket: (day, after) =>
    after + 1 === day ? `active on day ${day}` : `active at least once on days ${after + 1} to ${day}`,
};

/** The id of a retention metric: `retention_d7`, `retention_rolling_d7`, `retention_bracket_d7`. */
export const retentionId = (kind: Kind, day: number): string =>
  `retention_${kind === 'classic' ? '' : `${kind}_`}d${day}`;

/** Retention metrics by id: the kind and the day they ask for. */
export const RETENTION: ReadonlyMap<string, { kind: Kind; day: number }> = new Map(
  KINDS.flatMap(kind => RETENTION_DAYS.map(day => [retentionId(kind, day), { kind, day }] as const)),
);

const retention: Metric[] = [...RETENTION].map(([id, { kind, day }]) => {
  const after = RETENTION_DAYS[RETENTION_DAYS.indexOf(day) - 1] ?? 0;
  const who = MEANINGS[kind](day, after);
  return {
    id,
    name: `Day ${day} retention, ${kind}`,
    unit: 'ratio',
    definition: `Share of the players who began on the date who were ${who}; null until that day is over`,
    formula: `players of the cohort ${who} / players of the cohort`,
    grain: 'cohort',
    dimensions: [],
    kind: 'ratio',
  };
});

/** Every metric there is. */
export const METRICS: ReadonlyMap<string, Metric> = new Map(
  [...daily, ...retention].map(metric => [metric.id, metric]),
);
