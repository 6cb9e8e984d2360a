import type { Delivery, EventRow, ProcessedEvent } from '../../core/delivery.ts';
import { decodeDelivery } from '../../core/delivery.ts';
import type { BatchHandler, ObjectStore, StreamRecord } from '../../core/ports.ts';
import { hourOf } from '../../core/time.ts';
import type { TableName } from '../../glue/rendered/columns.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { writeParquet } from '../adapters/parquet.ts';
import type { ParquetBatch } from '../adapters/parquet-batch.ts';
import { parquetBatch } from '../adapters/parquet-batch.ts';

/** Where events of each fate go. */
const ZONES = { ok: 'bronze', quarantined: 'quarantine', late: 'late' } as const satisfies Record<
  ProcessedEvent['fate'],
  string
>;
type Zone = (typeof ZONES)[ProcessedEvent['fate']];

type Read = { record: StreamRecord; delivery: Delivery };

/**
 * Writes a batch's events as Parquet, by fate: `<zone>/events/arrival=YYYY-MM-DD-HH/<region>-<shard>-<first>-<last>.parquet`, one object per
 * zone, arrival hour, region and shard. The same records give the same keys, so a retried batch overwrites itself. Records that do
 * not decode are named as failures; everything else is written.
 */
export const transform = ({ objects }: { objects: ObjectStore }): BatchHandler =>
  async function transform(records) {
    const failures: string[] = [];
    const read: Read[] = [];
    for (const record of records) {
      const delivery = decodeDelivery(record.data);
      if (delivery) read.push({ record, delivery });
      else failures.push(record.sequence);
    }
    for (const group of Map.groupBy(read, placeOf).values()) await writeGroup(objects, group);
    return { failures };
  };

/** Deliveries of one place share their objects. */
const placeOf = ({ record, delivery }: Read): string =>
  `${delivery.region}-${record.shard} ${hourOf(delivery.received_at)}`;

async function writeGroup(objects: ObjectStore, group: readonly Read[]): Promise<void> {
  for (const [fate, zone] of Object.entries(ZONES)) {
    const batch = batchOf(group, { zone, fate: fate as ProcessedEvent['fate'] });
    if (batch.rows > 0) await objects.put(keyOf(zone, group), writeParquet(tables[tableOf(zone)].columns, batch));
  }
}

const tableOf = (zone: Zone): TableName => `${zone}.events`;

function keyOf(zone: Zone, group: readonly Read[]): string {
  const { record, delivery } = group[0]!;
  const hour = hourOf(delivery.received_at).slice(0, 13).replace('T', '-');
  const sequences = group.map(read => read.record.sequence).sort();
  return `${zone}/events/arrival=${hour}/${delivery.region}-${record.shard}-${sequences[0]}-${sequences.at(-1)}.parquet`;
}

function batchOf(group: readonly Read[], { zone, fate }: { zone: Zone; fate: ProcessedEvent['fate'] }): ParquetBatch {
  const capacity = group.reduce((sum, { delivery }) => sum + delivery.events.length, 0);
  const rows = parquetBatch(
    tables[tableOf(zone)].columns.map(column => column.name),
    capacity,
  );
  for (const { record, delivery } of group) {
    const position: EventRow = { shard: record.shard, sequence: record.sequence, event_index: 0 };
    delivery.events.forEach((event, index) => {
      if (event.fate !== fate) return;
      position.event_index = index;
      if (event.fate === 'ok') rows.add(event.row, position);
      else rows.add(event.row, position, verdict(event));
    });
  }
  return rows.batch();
}

const verdict = ({ reason, pointer, message, payload }: Exclude<ProcessedEvent, { fate: 'ok' }>): EventRow => ({
  reason,
  pointer,
  message,
  payload,
});
