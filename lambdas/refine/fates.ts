import { POSITION, samePosition } from '../../core/dedup-sql.ts';
import { decodeDeliveryFacts } from '../../core/delivery.ts';
import type { ObjectStore, QueryEngine, StreamRecord } from '../../core/ports.ts';
import { columnsOf, text, timestamp } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { readDeadLetters } from '../dead-letters.ts';

const FATES = tables['silver.fates'].columns.map(column => column.name);
const VALUES = FATES.filter(name => !(POSITION as readonly string[]).includes(name));

/** Records the fate of received events that are not in silver; a position has one row, the newest word counts. */
export const mergeFates = (rows: string): string => `
MERGE INTO silver.fates AS t
USING (${rows}) AS s
ON ${samePosition('t', 's')}
WHEN MATCHED THEN UPDATE SET ${VALUES.map(name => `${name} = s.${name}`).join(', ')}
WHEN NOT MATCHED THEN INSERT (${columnsOf(FATES)}) VALUES (${columnsOf(FATES, 's')})`;

/** Records what quarantine or late objects hold. */
export async function mergeSetAside(
  engine: QueryEngine,
  zone: 'quarantine' | 'late',
  keys: readonly string[],
): Promise<void> {
  const source = engine.objects(zone, keys);
  const fate = zone === 'late' ? 'late' : 'quarantined';
  await engine.run(touchHours(`${source} c`));
  await engine.run(
    mergeFates(`
SELECT DISTINCT
  game, region, shard, sequence, event_index, date_trunc('hour', received_at) AS arrival_hour, received_at,
  '${fate}' AS fate, reason, event_type, event_id, player_key, event_date, false AS conflict
FROM ${source} c`),
  );
}

/**
 * Records every event of a delivery that the transform gave up as failed, unless it has reached the lake all the same. Another
 * consumer's failure keeps no event from the lake.
 */
export async function mergeFailed({ engine, objects }: FailedOptions, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const body = await objects.get(key);
    const letters = body && readDeadLetters(body);
    const rows = letters?.consumer === 'transform' ? letters.records.flatMap(failedRows) : [];
    for (let at = 0; at < rows.length; at += ROWS) await mergeRows(engine, rows.slice(at, at + ROWS));
  }
}

/** A row takes 300 bytes of a statement, and Athena takes 256 KiB. */
const ROWS = 400;

async function mergeRows(engine: QueryEngine, rows: readonly string[]): Promise<void> {
  const failed = `(SELECT * FROM (VALUES ${rows.join(', ')}) AS v (${columnsOf(FATES)}))`;
  await engine.run(touchHours(`${failed} c`));
  await engine.run(
    mergeFates(`
SELECT c.* FROM ${failed} c
WHERE NOT EXISTS (SELECT 1 FROM silver.events e WHERE ${samePosition('e', 'c')})
  AND NOT EXISTS (SELECT 1 FROM silver.fates f WHERE ${samePosition('f', 'c')})`),
  );
}

export type FailedOptions = { engine: QueryEngine; objects: ObjectStore };

const touchHours = (relation: string): string =>
  `INSERT INTO refine.touched_hours SELECT DISTINCT game, date_trunc('hour', received_at) FROM ${relation}`;

/** Rows of silver.fates for the events of a record. One that no longer names its game was never counted as received. */
function failedRows({ shard, sequence, data }: StreamRecord): string[] {
  const facts = decodeDeliveryFacts(data);
  if (!facts) return [];
  const known: Record<string, string> = {
    game: text(facts.game),
    region: text(facts.region),
    shard: text(shard),
    sequence: text(sequence),
    arrival_hour: `date_trunc('hour', ${timestamp(facts.received_at)})`,
    received_at: timestamp(facts.received_at),
    fate: text('failed'),
    reason: text('dead_lettered'),
    event_type: 'CAST(NULL AS varchar)',
    event_id: 'CAST(NULL AS varchar)',
    player_key: 'CAST(NULL AS varchar)',
    event_date: 'CAST(NULL AS date)',
    conflict: 'false',
  };
  return Array.from(
    { length: facts.count },
    (_, index) => `(${FATES.map(name => (name === 'event_index' ? index : known[name])).join(', ')})`,
  );
}
