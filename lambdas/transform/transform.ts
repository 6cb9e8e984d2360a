import type { Delivery, ProcessedFate } from '../../core/delivery.ts';
import { decodeDelivery } from '../../core/delivery.ts';
import type { Cell, EventTable } from '../../core/event-table.ts';
import type { BatchHandler, ObjectStore, StreamRecord } from '../../core/ports.ts';
import { hourOf } from '../../core/time.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { writeParquet } from '../adapters/parquet.ts';
import type { Measure } from '../metrics.ts';
import { unmeasured } from '../metrics.ts';

/** Where events of each fate go. */
const ZONES = { ok: 'bronze', quarantined: 'quarantine', late: 'late' } as const satisfies Record<
  ProcessedFate,
  string
>;

export type TransformPorts = { objects: ObjectStore; measure?: Measure };

type Read = { record: StreamRecord; delivery: Delivery };

/**
 * Writes a batch's events as Parquet, by fate: `<zone>/events/arrival=YYYY-MM-DD-HH/<region>-<shard>-<first>-<last>.parquet`, one object per
 * zone, arrival hour, region and shard. The same records give the same keys, so a retried batch overwrites itself. Records that do
 * not decode are named as failures; everything else is written.
 */
export const transform = ({ objects, measure = unmeasured }: TransformPorts): BatchHandler =>
  async function transform(records) {
    const failures: string[] = [];
    const read: Read[] = [];
    for (const record of records) {
      const delivery = decodeDelivery(record.data);
      if (delivery) read.push({ record, delivery });
      else failures.push(record.sequence);
    }
    if (failures.length > 0) measure('records_undecodable', failures.length);
    for (const group of Map.groupBy(read, placeOf).values()) await writeGroup({ objects, measure }, group);
    return { failures };
  };

/** Deliveries of one place share their objects. */
const placeOf = ({ record, delivery }: Read): string =>
  `${delivery.region}-${record.shard} ${hourOf(delivery.received_at)}`;

async function writeGroup({ objects, measure }: Required<TransformPorts>, group: readonly Read[]): Promise<void> {
  for (const [fate, zone] of Object.entries(ZONES)) {
    const pieces = group.flatMap(read => pieceOf(read, fate as ProcessedFate) ?? []);
    if (pieces.length === 0) continue;
    await objects.put(keyOf(zone, group), writeParquet(tables[`${zone}.events`].columns, pieces));
    const events = pieces.reduce((sum, { rows }) => sum + rows, 0);
    measure('events_written', events, { zone });
  }
}

function keyOf(zone: string, group: readonly Read[]): string {
  const { record, delivery } = group[0]!;
  const hour = hourOf(delivery.received_at).slice(0, 13).replace('T', '-');
  const sequences = group.map(read => read.record.sequence).sort();
  return `${zone}/events/arrival=${hour}/${delivery.region}-${record.shard}-${sequences[0]}-${sequences.at(-1)}.parquet`;
}

/** One delivery's events of a fate, with what the delivery tells of all of them and where the stream holds it. */
function pieceOf({ record, delivery }: Read, fate: ProcessedFate): EventTable | undefined {
  const table = delivery.tables[fate];
  if (!table) return undefined;
  const { game, delivery_id, region, protocol, received_at, sent_at = null, history } = delivery;
  const { shard, sequence } = record;
  const shared = { game, delivery_id, region, protocol, received_at, sent_at, history, shard, sequence };
  const columns = Object.fromEntries(Object.entries(shared).map(([name, cell]): [string, Cell[]] => [name, [cell]]));
  return { rows: table.rows, columns: { ...table.columns, ...columns } };
}
