import { dayOf } from '../../core/days.ts';
import type { Clock, KeyValue, ObjectInfo, ObjectStore, Write } from '../../core/ports.ts';
import { DAY } from '../../core/time.ts';
import { OBJECT_ZONES, objectZoneOf } from '../../core/zones.ts';
import type { Measure } from '../metrics.ts';
import { unmeasured } from '../metrics.ts';

const UNMERGED = 'register#unmerged';
const MERGED = 'register#merged';
/** A transaction of DynamoDB takes 100 writes. */
const AT_ONCE = 100;

/** An object that appeared, and its bytes. */
export type NewObject = Pick<ObjectInfo, 'key' | 'size'>;

export type RegisterPorts = { keyValue: KeyValue; clock: Clock; measure?: Measure };

/**
 * Notes objects that appeared, so that refine merges each once. Noting one again changes nothing; one that was merged and is
 * written again is merged again, which is harmless: a position counts once.
 */
export const register = ({ keyValue, clock, measure = unmeasured }: RegisterPorts) =>
  async function registerObjects(appeared: readonly NewObject[]): Promise<void> {
    const writes = appeared.flatMap(({ key, size }): Write[] => {
      const zone = objectZoneOf(key);
      if (!zone) return [];
      return [{ kind: 'put', partition: UNMERGED, sort: key, value: { zone, size, registered_at: clock.now() } }];
    });
    for (let at = 0; at < writes.length; at += AT_ONCE) await keyValue.write(writes.slice(at, at + AT_ONCE));
    const dead = appeared.filter(({ key }) => objectZoneOf(key) === 'failed').length;
    if (dead > 0) measure('dead_letters', dead);
  };

/** Where stored objects are looked for: everywhere. */
const EVERYWHERE = (): string[] => OBJECT_ZONES.map(zone => `${zone}/`);

/** Registers stored objects under these prefixes whose notification was lost; answers how many. */
export const sweep = ({ objects, ...ports }: RegisterPorts & { objects: ObjectStore }, prefixes = EVERYWHERE) =>
  async function sweepObjects(): Promise<number> {
    let found = 0;
    for (const prefix of prefixes()) {
      const known = await knownKeys(ports.keyValue, prefix);
      const lost: NewObject[] = [];
      for await (const object of objects.list(prefix)) if (!known.has(object.key)) lost.push(object);
      await register(ports)(lost);
      found += lost.length;
    }
    return found;
  };

/** How many days back a notification may have been lost: EventBridge tries for one. */
const RECENT_DAYS = 3;

/** Prefixes of what has arrived lately: a sweep of them costs the same however old the lake is. Dead letters are few, all are looked at. */
export const recently =
  ({ now }: Clock) =>
  (): string[] => {
    const days = Array.from({ length: RECENT_DAYS + 1 }, (_, back) => dayOf(now() - back * DAY));
    const zones = OBJECT_ZONES.filter(zone => zone !== 'failed');
    return [...zones.flatMap(zone => days.map(day => `${zone}/events/arrival=${day}`)), 'failed/'];
  };

async function knownKeys(keyValue: KeyValue, prefix: string): Promise<Set<string>> {
  const items = await Promise.all([UNMERGED, MERGED].map(partition => keyValue.query(partition, { prefix })));
  return new Set(items.flat().map(item => item.sort));
}
