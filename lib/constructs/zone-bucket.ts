import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { BucketProps, CfnBucket, IBucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Lifecycle } from '../environment.ts';
import { type LakeStack, logicalId, pin } from '../lake-stack.ts';
import { type Zone, type ZoneSpec, zones } from '../zones.ts';

/** The bucket of a zone: private, encrypted by the lake's key, spoken to by TLS only, its accesses logged. */
export function zoneBucket(stack: LakeStack, zone: Zone, { key, logs }: { key: IKey; logs: IBucket }): Bucket {
  const { names, environment } = stack.place;
  const spec: ZoneSpec = zones[zone];
  const bucket = new Bucket(stack, logicalId(zone), {
    ...privateBucket(stack),
    bucketName: names.zone(zone),
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: spec.versioned,
    lifecycleRules: lifecycleRules(environment.lifecycle[zone as keyof typeof environment.lifecycle], spec),
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: `${zone}/`,
  });
  if (spec.announced)
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  pin(bucket, logicalId(zone, 'bucket'));
  return bucket;
}

/** What every bucket has in common. */
export function privateBucket({ removal }: LakeStack) {
  return {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: removal,
    autoDeleteObjects: removal === RemovalPolicy.DESTROY,
  } as const satisfies BucketProps;
}

function lifecycleRules(lifecycle: Lifecycle | undefined, { versioned, ends }: ZoneSpec): LifecycleRule[] {
  const rules: LifecycleRule[] = [{ id: 'UnfinishedUploads', abortIncompleteMultipartUploadAfter: Duration.days(2) }];
  if (versioned)
    rules.push({ id: 'OldVersions', noncurrentVersionExpiration: Duration.days(7), expiredObjectDeleteMarker: true });
  const { delete_after_days, infrequent_after_days } = lifecycle ?? {};
  if (delete_after_days)
    rules.push({ id: 'Delete', expiration: Duration.days(delete_after_days), ...(ends && { prefix: ends }) });
  if (infrequent_after_days)
    rules.push({
      id: 'Infrequent',
      transitions: [
        { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(infrequent_after_days) },
      ],
    });
  return rules;
}
