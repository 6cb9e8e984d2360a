import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkKey } from '../../core/object-key.ts';
import type { ObjectInfo, ObjectStore } from '../../core/ports.ts';
import type { ObjectZone } from '../../core/zones.ts';
import { OBJECT_ZONES, objectZoneOf } from '../../core/zones.ts';
import type { Sleep } from './backoff.ts';
import { backoff, pause } from './backoff.ts';
import { sharedClient } from './clients.ts';
import { isNamed } from './faults.ts';

/** `buckets` names the bucket of a zone. */
export type S3Options = { buckets: (zone: ObjectZone) => string; client?: S3Client; sleep?: Sleep };

const PATIENCE = { request_ms: 10_000, attempts: 4 };
const CONFLICTS = 5;
const WAIT = { first_ms: 50, longest_ms: 800 };

/**
 * Objects on S3, a bucket per zone: `bronze/events/x` is `events/x` in the bucket of bronze. A missing object is told from a
 * forbidden one only where the function may list the bucket. Of a conditional put whose answer was lost, the SDK's next attempt
 * finds its own object and answers `'exists'`.
 */
export function openS3({ buckets, client = sharedClient(S3Client, PATIENCE), sleep = pause }: S3Options): ObjectStore {
  const place = (key: string): Place => {
    checkKey(key);
    const zone = objectZoneOf(key);
    if (!zone) throw new Error(`object key ${key} begins with no zone: use one of ${OBJECT_ZONES.join(', ')}`);
    return { Bucket: buckets(zone), Key: key.slice(zone.length + 1) };
  };
  return {
    async put(key, body, { if_absent = false } = {}) {
      const object = { ...place(key), Body: body };
      if (if_absent) return putAbsent({ client, sleep }, object);
      await client.send(new PutObjectCommand(object));
      return 'stored';
    },
    get: async key => read(client, place(key)),
    delete: async key => void (await client.send(new DeleteObjectCommand(place(key)))),
    async *list(prefix, { after = '' } = {}) {
      for (const zone of zonesUnder(prefix, after))
        yield* listZone(client, { zone, Bucket: buckets(zone), prefix, after });
    },
  };
}

type Place = { Bucket: string; Key: string };

async function putAbsent(
  { client, sleep }: { client: S3Client; sleep: Sleep },
  object: Place & { Body: Uint8Array },
): Promise<'stored' | 'exists'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
      return 'stored';
    } catch (error) {
      if (isNamed(error, 'PreconditionFailed')) return 'exists';
      // 409: another request for this key is under way, and who wins is not decided yet
      if (!isNamed(error, 'ConditionalRequestConflict') || attempt === CONFLICTS) throw error;
      await sleep(backoff(attempt, WAIT));
    }
  }
}

async function read(client: S3Client, place: Place): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(place));
    return await Body!.transformToByteArray();
  } catch (error) {
    if (isNamed(error, 'NoSuchKey')) return undefined;
    throw error;
  }
}

/** Zones that can hold keys under the prefix and after `after`, in key order. */
const zonesUnder = (prefix: string, after: string): ObjectZone[] =>
  OBJECT_ZONES.filter(zone => prefix.startsWith(`${zone}/`) || `${zone}/`.startsWith(prefix))
    .filter(zone => after.startsWith(`${zone}/`) || after < `${zone}/`)
    .toSorted();

type Listing = { zone: ObjectZone; Bucket: string; prefix: string; after: string };

async function* listZone(client: S3Client, { zone, Bucket, prefix, after }: Listing): AsyncIterable<ObjectInfo> {
  const inBucket = (key: string) => key.slice(zone.length + 1);
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix: inBucket(prefix),
        ...(after.startsWith(`${zone}/`) && { StartAfter: inBucket(after) }),
        ContinuationToken,
      }),
    );
    for (const { Key, Size = 0, LastModified } of page.Contents ?? [])
      yield { key: `${zone}/${Key}`, size: Size, modified_at: LastModified?.getTime() ?? 0 };
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}
