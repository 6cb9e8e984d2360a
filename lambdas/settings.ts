import type { FunctionName, Setting, SettingOf } from './functions.ts';
import { settingsOf } from './functions.ts';

/** What each setting holds. An empty text means that the environment has no such thing. */
export const settingMeanings: Readonly<Record<Setting, string>> = {
  STREAM_KIND: 'kinesis or msk',
  STREAM_NAME: 'The Kinesis stream, or the topic',
  STREAM_BROKERS: 'Bootstrap brokers of the MSK cluster, separated by commas; empty with Kinesis',
  ZONE_BUCKETS: 'Name of a zone’s bucket, with {zone} where the zone stands',
  GLOBAL_TABLE: 'DynamoDB table of games and write keys, replicated between regions',
  REGIONAL_TABLE: 'DynamoDB table of everything else',
  WORKGROUP: 'Athena workgroup the function’s statements run in',
  SECRETS_PREFIX: 'What the names of Playlake’s secrets begin with',
  SECRETS_KEY: 'KMS key that encrypts secrets, as an alias or ARN',
  SECRETS_REPLICAS: 'Regions that new secrets are replicated to, separated by commas',
  REFINE_WORKFLOW: 'ARN of the refine state machine',
  LATE_WINDOW_DAYS: 'Events older than this are late, unless they are trusted history',
  FUTURE_BOUND_MINUTES: 'Events further in the future are quarantined',
  EDGE_SECRET: 'Secret that holds what the edge sends in x-playlake-edge; empty without an edge',
  USER_POOL: 'Cognito user pool whose tokens the API accepts',
  USER_POOL_CLIENT: 'Client of that pool',
};

/** A function's settings, read from its environment. Throws, naming every one that is missing. */
export function readSettings<N extends FunctionName>(
  name: N,
  environment: Readonly<Record<string, string | undefined>>,
): Record<SettingOf<N>, string> {
  const names = settingsOf(name);
  const missing = names.filter(setting => environment[setting] === undefined);
  if (missing.length > 0) throw new Error(`${name} lacks the settings ${missing.join(', ')}: see lambdas/settings.ts`);
  return Object.fromEntries(names.map(setting => [setting, environment[setting]])) as Record<SettingOf<N>, string>;
}

/** What Lambda itself tells a function: its region and its name. An emulator's endpoint is there for the SDK. */
export function lambdaSettings({
  AWS_REGION,
  AWS_LAMBDA_FUNCTION_NAME,
  AWS_ENDPOINT_URL,
}: Readonly<Record<string, string | undefined>>) {
  if (AWS_REGION && AWS_LAMBDA_FUNCTION_NAME) return { AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_ENDPOINT_URL };
  throw new Error('AWS_REGION and AWS_LAMBDA_FUNCTION_NAME are set by Lambda, and are not: this is no Lambda');
}
