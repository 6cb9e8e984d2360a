import type { Clock, EventStream, KeyValue, ObjectStore, Secrets } from '../core/ports.ts';
import { DAY, MINUTE } from '../core/time.ts';
import type { ObjectZone, TableZone } from '../core/zones.ts';
import { OBJECT_ZONES } from '../core/zones.ts';
import { openDynamoDB } from './adapters/dynamodb.ts';
import { openKinesis } from './adapters/kinesis.ts';
import { openS3 } from './adapters/s3.ts';
import { openSecretsManager } from './adapters/secrets-manager.ts';
import type { EdgeOptions } from './edge.ts';
import type { Setting } from './functions.ts';

/** Some of the settings, by name. */
type Given<N extends Setting> = Readonly<Record<N, string>>;

/** The bucket of a zone. */
export const bucketOf =
  ({ ZONE_BUCKETS }: Given<'ZONE_BUCKETS'>) =>
  (zone: ObjectZone | TableZone): string =>
    ZONE_BUCKETS.replace('{zone}', zone);

/** The zone whose bucket this is; undefined when it is none of ours. */
export const zoneOfBucket =
  (settings: Given<'ZONE_BUCKETS'>) =>
  (bucket: string): ObjectZone | undefined =>
    OBJECT_ZONES.find(zone => bucketOf(settings)(zone) === bucket);

export const openObjects = (settings: Given<'ZONE_BUCKETS'>): ObjectStore => openS3({ buckets: bucketOf(settings) });

export const openKeyValue = (
  { GLOBAL_TABLE, REGIONAL_TABLE }: Given<'GLOBAL_TABLE' | 'REGIONAL_TABLE'>,
  clock: Clock,
): KeyValue => openDynamoDB({ tables: { global: GLOBAL_TABLE, regional: REGIONAL_TABLE }, clock });

type SecretSetting = 'SECRETS_PREFIX' | 'SECRETS_KEY' | 'SECRETS_REPLICAS';

export const openSecrets = (
  { SECRETS_PREFIX, SECRETS_KEY, SECRETS_REPLICAS }: Given<SecretSetting>,
  clock: Clock,
): Secrets =>
  openSecretsManager({ prefix: SECRETS_PREFIX, kms_key: SECRETS_KEY, replicas: listOf(SECRETS_REPLICAS), clock });

/** The stream of the environment. Kafka's client is loaded only where it is used. */
export async function openStream({
  STREAM_KIND,
  STREAM_NAME,
  STREAM_BROKERS,
}: Given<'STREAM_KIND' | 'STREAM_NAME' | 'STREAM_BROKERS'>): Promise<EventStream> {
  if (STREAM_KIND === 'kinesis') return openKinesis({ stream: STREAM_NAME });
  if (STREAM_KIND !== 'msk') throw new Error(`STREAM_KIND is '${STREAM_KIND}': make it kinesis or msk`);
  const { openKafka } = await import('./adapters/kafka.ts');
  return openKafka({ brokers: listOf(STREAM_BROKERS), topic: STREAM_NAME, credentials: 'iam' });
}

/** What the edge adds to requests, where there is an edge: the secret of that name, which begins as all of ours do. */
export function edgeSecret(
  { EDGE_SECRET, SECRETS_PREFIX }: Given<'EDGE_SECRET' | 'SECRETS_PREFIX'>,
  secrets: Secrets,
): Pick<EdgeOptions, 'secret'> {
  if (EDGE_SECRET === '') return {};
  if (!EDGE_SECRET.startsWith(SECRETS_PREFIX))
    throw new Error(`EDGE_SECRET is '${EDGE_SECRET}': secrets of this environment begin with '${SECRETS_PREFIX}'`);
  return { secret: () => secrets.get(EDGE_SECRET.slice(SECRETS_PREFIX.length)) };
}

/** The late window in milliseconds. */
export const lateWindow = ({ LATE_WINDOW_DAYS }: Given<'LATE_WINDOW_DAYS'>): number =>
  DAY * positive('LATE_WINDOW_DAYS', LATE_WINDOW_DAYS);

/** How far in the future events may be, in milliseconds. */
export const futureBound = ({ FUTURE_BOUND_MINUTES }: Given<'FUTURE_BOUND_MINUTES'>): number =>
  MINUTE * positive('FUTURE_BOUND_MINUTES', FUTURE_BOUND_MINUTES);

function positive(name: Setting, text: string): number {
  const value = Number(text);
  if (text !== '' && value > 0 && Number.isFinite(value)) return value;
  throw new Error(`${name} is '${text}': make it a number above 0`);
}

/** The region a function runs in, which Lambda tells it. */
export function regionOf({ AWS_REGION }: Readonly<Record<string, string | undefined>>): string {
  if (AWS_REGION) return AWS_REGION;
  throw new Error('AWS_REGION is not set: Lambda sets it');
}

const listOf = (text: string): string[] => text.split(',').filter(part => part !== '');
