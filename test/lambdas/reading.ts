import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Delivery, DeliveryFacts } from '../../core/delivery.ts';
import { encodeDelivery, deliveryOf as sorted } from '../../core/delivery.ts';
import { timeBounds } from '../../core/limits.ts';
import { eventPipeline } from '../../core/pipeline.ts';
import type { StreamRecord } from '../../core/ports.ts';

/** Rows of a Parquet file as an ordinary reader sees them. */
export const rowsOf = (body: Uint8Array): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: Uint8Array.from(body).buffer, compressors });

export const HOUR = 3_600_000;
export const AT = Date.UTC(2026, 2, 1, 10);

/** Sequence of the n-th record. */
export const sequence = (n: number): string => String(n).padStart(20, '0');

const process = eventPipeline({
  secret: { version: 1, key: '5e'.repeat(32) },
  offset_minutes: 0,
  rates: new Map(),
  ...timeBounds,
});

/** A delivery of events as collect would have made it. */
export function deliveryOf(
  delivery_id: string,
  events: readonly unknown[],
  facts: Partial<DeliveryFacts> = {},
): Delivery {
  const known = {
    delivery_id,
    game: 'g',
    region: 'local',
    protocol: 'native',
    received_at: AT,
    history: false,
    ...facts,
  };
  return sorted(
    known,
    events.map(event => process(event, known)),
  );
}

/** The n-th record of the stream. */
export const recordOf = (n: number, delivery: Delivery | Uint8Array, shard = '0'): StreamRecord => ({
  shard,
  sequence: sequence(n),
  partition_key: 'p',
  arrived_at: AT,
  data: delivery instanceof Uint8Array ? delivery : encodeDelivery(delivery),
});
