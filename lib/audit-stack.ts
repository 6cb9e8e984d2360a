import { Duration } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { privateBucket } from './constructs/zone-bucket.ts';
import { LakeStack, type Place, pin } from './lake-stack.ts';
import type { StorageStack } from './storage-stack.ts';

/** Who read or wrote which object of the lake: a trail in a bucket whose objects nobody can change for as long as they are kept. */
export class AuditStack extends LakeStack {
  readonly trail: Trail;
  readonly log: LogGroup;

  constructor(
    scope: Construct,
    { place, key, storage, keep_days }: { place: Place; key: IKey; storage: StorageStack; keep_days: number },
  ) {
    super(scope, 'audit', { place, description: 'a trail of every access to the lake’s objects' });
    const { names, environment } = place;
    const bucket = new Bucket(this, 'TrailBucket', {
      ...privateBucket(this),
      bucketName: names.bucket('trail'),
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(keep_days)),
      lifecycleRules: [{ expiration: Duration.days(keep_days + 1), noncurrentVersionExpiration: Duration.days(1) }],
      serverAccessLogsBucket: storage.accessLogs as IBucket,
      serverAccessLogsPrefix: 'trail/',
    });
    pin(bucket, 'TrailBucket');
    this.log = new LogGroup(this, 'TrailLog', {
      logGroupName: names.logs('trail'),
      retention: environment.log_retention_days,
      encryptionKey: key,
      removalPolicy: this.removal,
    });
    this.trail = new Trail(this, 'Trail', {
      trailName: names.of('objects'),
      bucket: bucket as IBucket,
      encryptionKey: key,
      enableFileValidation: true,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
      cloudWatchLogGroup: this.log,
      sendToCloudWatchLogs: true,
    });
    this.trail.addS3EventSelector(Object.values(storage.buckets).map(watched => ({ bucket: watched as IBucket })));
  }
}
