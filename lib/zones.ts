import type { Trigger } from '../lambdas/functions.ts';

/** Zones that hold objects as they arrived; the names are those of the functions' manifest. */
export type ObjectZone = Extract<Trigger, { kind: 'object_created' }>['zones'][number];
export type Zone = ObjectZone | 'silver' | 'gold' | 'work';

/** What a zone is: its bucket follows from it. */
export type ZoneSpec = {
  holds: string;
  /** Old versions of objects are kept for a week: what was written over or deleted by mistake can be had back. */
  versioned: boolean;
  /** New objects are announced to EventBridge. */
  announced: boolean;
  /** Copied to the other region as objects appear. */
  replicated: boolean;
  /** All that ends by the days of an environment; without it everything. Iceberg removes its files itself, and lost ones break a table. */
  ends?: string;
  /** Glue databases whose tables live in it. */
  databases: readonly string[];
};

const arrived = { versioned: true, announced: true, replicated: true } as const;

/** Every zone, each a bucket. Iceberg's are not versioned: its snapshots are, and are never copied, since metadata holds absolute paths. */
export const zones = {
  bronze: { ...arrived, holds: 'Accepted events, as they arrived', databases: ['bronze'] },
  quarantine: { ...arrived, holds: 'Refused events, with the reason', databases: ['quarantine'] },
  late: { ...arrived, holds: 'Events older than the late window', databases: ['late'] },
  failed: { ...arrived, replicated: false, holds: 'Batches that could not be worked on, whole', databases: [] },
  silver: tables('Distinct events, players and sessions', ['silver']),
  gold: tables('The data marts', ['gold']),
  work: { ...tables('What refine works with, and results of statements', ['refine', 'work']), ends: 'results/' },
} as const satisfies Record<Zone, ZoneSpec>;

/** Names of all zones, in the order of the flow. */
export const ZONES = Object.keys(zones) as Zone[];

function tables(holds: string, databases: readonly string[]) {
  return { holds, databases, versioned: false, announced: false, replicated: false };
}
