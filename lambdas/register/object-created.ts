import type { EventBridgeEvent } from 'aws-lambda';
import type { ObjectZone } from '../../core/zones.ts';
import type { NewObject } from './register.ts';

/** What EventBridge tells of a new object: its key as it is, unlike S3's own notifications, which encode it. */
export type ObjectCreated = EventBridgeEvent<
  'Object Created',
  { bucket: { name: string }; object: { key: string; size: number } }
>;

/** Registers the object of an event. One in another bucket is an error: the rule lets in what it should not. */
export const objectCreated =
  (register: (objects: readonly NewObject[]) => Promise<void>, zoneOf: (bucket: string) => ObjectZone | undefined) =>
  async ({ detail: { bucket, object } }: Pick<ObjectCreated, 'detail'>): Promise<void> => {
    const zone = zoneOf(bucket.name);
    if (!zone) throw new Error(`bucket ${bucket.name} is of no zone: see the rule of new objects`);
    await register([{ key: `${zone}/${object.key}`, size: object.size }]);
  };
