import type { Clock, KeyValue, ObjectStore, Secrets } from '../core/ports.ts';
import { DAY, MINUTE } from '../core/time.ts';
import type { ObjectZone } from '../core/zones.ts';
import { OBJECT_ZONES } from '../core/zones.ts';
import { openDynamoDB } from './adapters/dynamodb.ts';
import { openS3 } from './adapters/s3.ts';
import { openSecretsManager } from './adapters/secrets-manager.ts';
import type { EdgeOptions } from './edge.ts';
import type { FunctionName, Setting } from './functions.ts';

/** Some of the settings, by name. */
type Given<N extends Setting> = Readonly<Record<N, string>>;

/** The bucket of a zone. */
export const bucketOf =
  ({ ZONE_BUCKETS }: Given<'ZONE_BUCKETS'>) =>
  (zone: string): string =>
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

/** What the stream is. */
export function streamKind({ STREAM_KIND: kind }: Given<'STREAM_KIND'>): 'kinesis' | 'msk' {
  if (kind === 'kinesis' || kind === 'msk') return kind;
  throw new Error(`STREAM_KIND is '${kind}': make it kinesis or msk`);
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

/** Names another function of the environment, from this function's own name: they differ in the last word. */
export const siblingOf =
  ({ AWS_LAMBDA_FUNCTION_NAME: own }: { AWS_LAMBDA_FUNCTION_NAME: string }) =>
  (name: FunctionName): string =>
    own.slice(0, own.lastIndexOf('-') + 1) + name;

const listOf = (text: string): string[] => text.split(',').filter(part => part !== '');
