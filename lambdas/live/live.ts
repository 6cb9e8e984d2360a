import type { CountedFacts } from '../../core/delivery.ts';
import { decodeDeliveryFacts } from '../../core/delivery.ts';
import type { BatchHandler, Clock, KeyValue, Write } from '../../core/ports.ts';
import { DAY, hourOf } from '../../core/time.ts';
import type { Measure } from '../metrics.ts';
import { unmeasured } from '../metrics.ts';

/** A delivery is remembered longer than any stream could bring it again. */
const LEDGER_MS = 40 * DAY;
/** A transaction of DynamoDB takes 100 writes: one per delivery, and one per game and hour. */
const DELIVERIES_AT_ONCE = 45;

export type LivePorts = { keyValue: KeyValue; clock: Clock; measure?: Measure };

/**
 * Counts what the stream has acknowledged, each delivery id once: `received#<game>` holds, per arrival hour
 * (`2026-03-01T10:00:00.000Z`), `{events, deliveries}`. What is no delivery is left to the transform to report.
 */
export const live = ({ keyValue, clock, measure = unmeasured }: LivePorts): BatchHandler =>
  async function live(records) {
    const deliveries = new Map<string, CountedFacts>();
    for (const { data } of records) {
      const facts = decodeDeliveryFacts(data);
      if (facts) deliveries.set(`${facts.game}#${facts.delivery_id}`, facts);
    }
    const all = [...deliveries.values()];
    for (let at = 0; at < all.length; at += DELIVERIES_AT_ONCE) {
      await countOnce(all.slice(at, at + DELIVERIES_AT_ONCE), {
        keyValue,
        measure,
        expires_at: clock.now() + LEDGER_MS,
      });
    }
    return { failures: [] };
  };

type Counting = Required<Pick<LivePorts, 'keyValue' | 'measure'>> & { expires_at: number };

/** Counts all or, when one of them was counted before, each by itself. */
async function countOnce(deliveries: readonly CountedFacts[], counting: Counting): Promise<void> {
  const counted = await counting.keyValue.write([
    ...deliveries.map(facts => ledgerEntry(facts, counting)),
    ...additions(deliveries),
  ]);
  if (counted) for (const { game, count } of deliveries) counting.measure('events_received', count, { game });
  if (counted || deliveries.length === 1) return;
  for (const facts of deliveries) await countOnce([facts], counting);
}

const ledgerEntry = ({ game, delivery_id, count }: CountedFacts, { expires_at }: Counting): Write => ({
  kind: 'put',
  partition: `delivery#${game}`,
  sort: delivery_id,
  value: { events: count },
  if_absent: true,
  expires_at,
});

function additions(deliveries: readonly CountedFacts[]): Write[] {
  const hours = Map.groupBy(deliveries, ({ game, received_at }) => `${game}#${hourOf(received_at)}`);
  return [...hours.values()].map(group => ({
    kind: 'add',
    partition: `received#${group[0]!.game}`,
    sort: hourOf(group[0]!.received_at),
    amounts: { events: group.reduce((sum, { count }) => sum + count, 0), deliveries: group.length },
  }));
}
