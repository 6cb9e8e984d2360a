import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { orNothing, type Probe } from './probe.ts';

const ACCESS = {
  BlockPublicAcls: false,
  BlockPublicPolicy: true,
  IgnorePublicAcls: false,
  RestrictPublicBuckets: true,
};
const LOCK = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Days: 1, Mode: 'GOVERNANCE' } } };
const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::probe-of-policy/*' }],
};

/** A bucket with all that a zone or a log has. */
export const bucket: Probe = {
  type: 'AWS::S3::Bucket',
  properties: {
    BucketName: { set: 'probe-of-bucket', told: 'probe-of-bucket' },
    BucketEncryption: {
      set: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      told: 'aws:kms',
      without: 'AES256',
    },
    LifecycleConfiguration: {
      set: { Rules: [{ Id: 'Delete', ExpirationInDays: 7, Status: 'Enabled' }] },
      told: ['Delete'],
    },
    LoggingConfiguration: {
      set: { DestinationBucketName: { Ref: 'Logs' }, LogFilePrefix: 'probe/' },
      told: 'probe/',
    },
    NotificationConfiguration: { set: { EventBridgeConfiguration: { EventBridgeEnabled: true } }, told: true },
    ObjectLockConfiguration: { set: LOCK, told: LOCK.Rule },
    ObjectLockEnabled: { set: true, told: 'Enabled' },
    OwnershipControls: {
      set: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
      told: 'ObjectWriter',
      without: 'BucketOwnerEnforced',
    },
    PublicAccessBlockConfiguration: { set: ACCESS, told: ACCESS },
    Tags: { set: [{ Key: 'probe', Value: 'yes' }], told: 'yes' },
    VersioningConfiguration: { set: { Status: 'Enabled' }, told: 'Enabled' },
  },
  beside: { Logs: { Type: 'AWS::S3::Bucket' } },
  ask: async (settings, Bucket) => {
    const s3 = new S3Client(settings);
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const encryption = await orNothing(s3.send(new GetBucketEncryptionCommand({ Bucket })));
    const lifecycle = await orNothing(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })));
    const lock = await orNothing(s3.send(new GetObjectLockConfigurationCommand({ Bucket })));
    const ownership = await orNothing(s3.send(new GetBucketOwnershipControlsCommand({ Bucket })));
    const access = await orNothing(s3.send(new GetPublicAccessBlockCommand({ Bucket })));
    const tags = await orNothing(s3.send(new GetBucketTaggingCommand({ Bucket })));
    const logging = await s3.send(new GetBucketLoggingCommand({ Bucket }));
    const notified = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    const [first] = encryption?.ServerSideEncryptionConfiguration?.Rules ?? [];
    return {
      BucketName: Buckets.find(({ Name }) => Name === Bucket)?.Name,
      BucketEncryption: first?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
      LifecycleConfiguration: lifecycle?.Rules?.map(({ ID }) => ID),
      LoggingConfiguration: logging.LoggingEnabled?.TargetPrefix,
      NotificationConfiguration: notified.EventBridgeConfiguration && true,
      ObjectLockConfiguration: lock?.ObjectLockConfiguration?.Rule,
      ObjectLockEnabled: lock?.ObjectLockConfiguration?.ObjectLockEnabled,
      OwnershipControls: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership,
      PublicAccessBlockConfiguration: access?.PublicAccessBlockConfiguration,
      Tags: tags?.TagSet?.find(({ Key }) => Key === 'probe')?.Value,
      VersioningConfiguration: (await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status,
    };
  },
};

/** A policy, asked of the bucket that it is of. */
export const bucketPolicy: Probe = {
  type: 'AWS::S3::BucketPolicy',
  properties: { Bucket: { set: { Ref: 'Of' }, told: true }, PolicyDocument: { set: POLICY, told: POLICY } },
  beside: { Of: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'probe-of-policy' } } },
  ask: async settings => {
    const s3 = new S3Client(settings);
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket: 'probe-of-policy' }));
    return { Bucket: Policy !== undefined, PolicyDocument: Policy && JSON.parse(Policy) };
  },
};
