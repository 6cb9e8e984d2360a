import { Aws } from 'aws-cdk-lib';
import type { FunctionName } from '../lambdas/functions.ts';
import type { Zone } from './zones.ts';

/** Names of an environment's resources: where two stacks or two regions meet, they meet by these. */
export type Names = ReturnType<typeof namesOf>;

/** Names of the resources of an environment in one region. */
export function namesOf(environment: string, region: string) {
  const prefix = `playlake-${environment}`;
  const name = (what: string) => `${prefix}-${what}`;
  const bucket = (what: string, of = region) => `${name(what)}-${Aws.ACCOUNT_ID}-${of}`;
  return {
    environment,
    region,
    /** What all names begin with. */
    prefix,
    /** Name of anything that has no name of its own here. */
    of: name,
    zone: (zone: Zone, of = region) => bucket(zone, of),
    /** The setting ZONE_BUCKETS: a zone's bucket, with `{zone}` where the zone stands. */
    zoneBuckets: bucket('{zone}'),
    bucket,
    function: (what: FunctionName) => name(what),
    table: (which: 'global' | 'regional') => name(which),
    stream: name('events'),
    workgroup: (who: 'refine' | 'analysts') => name(who),
    workflow: name('refine'),
    /** What the names of secrets begin with. */
    secrets: `playlake/${environment}/`,
    edgeSecret: `playlake/${environment}/edge`,
    keyAlias: `alias/playlake-${environment}`,
    logs: (what: string) => `/playlake/${environment}/${what}`,
  };
}

/** An ARN in the deploying partition and account. */
export const arn = (service: string, region: string, resource: string): string =>
  `arn:${Aws.PARTITION}:${service}:${region}:${Aws.ACCOUNT_ID}:${resource}`;

/** The ARN of a bucket, or of what is in it. */
export const bucketArn = (name: string, key?: string): string =>
  `arn:${Aws.PARTITION}:s3:::${name}${key === undefined ? '' : `/${key}`}`;
