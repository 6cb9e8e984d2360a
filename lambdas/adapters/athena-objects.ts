import { text } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';

/** A zone whose objects are a table. */
type EventZone = 'bronze' | 'quarantine' | 'late';

/**
 * A relation that reads exactly these objects: the columns of the zone's table, and the object as `filename`. Hours of arrival
 * are the table's partitions, so that nothing else is even listed.
 */
export function readObjects(zone: EventZone, keys: readonly string[], bucket: string): string {
  if (keys.length === 0) throw new Error('objects() needs at least one key: an empty list has no columns');
  const hours = new Set(keys.map(key => hourOf(key)));
  const paths = keys.map(key => `s3://${bucket}/${key.slice(zone.length + 1)}`);
  const columns = tables[`${zone}.events`].columns.map(({ name }) => name).join(', ');
  return `(SELECT ${columns}, "$path" AS filename FROM ${zone}.events WHERE arrival IN (${list(hours)}) AND "$path" IN (${list(paths)}))`;
}

function hourOf(key: string): string {
  const hour = /\/arrival=([^/]+)\//.exec(key)?.[1];
  if (!hour)
    throw new Error(`object ${key} has no hour of arrival in its key: only what transform wrote can be merged`);
  return hour;
}

const list = (values: Iterable<string>): string => [...values].map(text).join(', ');
