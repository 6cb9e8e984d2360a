import type { Item } from '../../core/ports.ts';
import type { RefineSettings } from './settings.ts';

type Zone = 'bronze' | 'quarantine' | 'late' | 'failed';

/** The zone of an object. */
export const zoneOf = (key: string) => key.slice(0, key.indexOf('/')) as Zone;

/**
 * Registered objects in batches that one statement merges, each of one zone. Bronze comes first, so that a fate is only `failed` when
 * the event did not arrive another way. An object larger than a batch may be is a batch of its own.
 */
export function* batches(objects: readonly Item[], settings: RefineSettings): Generator<Item[]> {
  for (const zone of ['bronze', 'quarantine', 'late', 'failed'] as const)
    yield* filled(
      objects.filter(item => zoneOf(item.sort) === zone),
      settings,
    );
}

function* filled(objects: readonly Item[], { objects_per_merge, bytes_per_merge }: RefineSettings): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of objects) {
    const size = sizeOf(item);
    if (batch.length > 0 && (batch.length === objects_per_merge || bytes + size > bytes_per_merge)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const sizeOf = ({ value }: Item): number => Number((value as { size?: number }).size ?? 0);
