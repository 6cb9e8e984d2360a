import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { askAws } from './constructs/ask-aws.ts';
import { allow, grant, OBJECTS_COME_AND_GO, statement } from './grant.ts';
import { LakeStack, logicalId } from './lake-stack.ts';
import { bucketArn } from './names.ts';
import type { RegionalLake } from './regional-lake.ts';
import { keyArnIn } from './regions.ts';
import { ZONES, zones } from './zones.ts';

/**
 * Copies what arrives here to the other region. Two buckets that copy to each other have no order that CloudFormation could
 * make them in, so the rules are put once both exist. Keys carry the region, so copies never meet another object.
 */
export class ReplicationStack extends LakeStack {
  constructor(
    scope: Construct,
    {
      from: { place, foundation, storage },
      to: { place: other, storage: otherStorage },
    }: { from: RegionalLake; to: RegionalLake },
  ) {
    super(scope, 'replication', { place, description: `copies of what arrives, to ${other.names.region}` });
    for (const both of [storage, otherStorage])
      this.addStackDependency(both, 'both buckets exist before one copies to the other');
    const copied = ZONES.filter(zone => zones[zone].replicated).map(zone => ({
      zone,
      from: place.names.zone(zone),
      to: other.names.zone(zone),
    }));
    const keys = { from: foundation.key.keyArn, to: keyArnIn(other.names.region, foundation.key) };
    const role = this.copyRole(copied, keys);
    for (const { zone, from, to } of copied) {
      const rules = askAws(this, logicalId(zone), {
        name: from,
        call: {
          service: 'S3',
          action: 'putBucketReplication',
          parameters: { Bucket: from, ReplicationConfiguration: copyRules(role.roleArn, to, keys.to) },
        },
        undo: { service: 'S3', action: 'deleteBucketReplication', parameters: { Bucket: from } },
        may: [
          statement(grant(['s3:PutReplicationConfiguration'], [bucketArn(from)])),
          statement(grant(['iam:PassRole'], [role.roleArn])),
        ],
      });
      rules.node.addDependency(role);
    }
  }

  private copyRole(copied: readonly { from: string; to: string }[], keys: { from: string; to: string }): Role {
    const { names } = this.place;
    const role = new Role(this, 'Role', {
      roleName: names.of(`replication-${names.region}`),
      assumedBy: new ServicePrincipal('s3.amazonaws.com'),
    });
    const from = (key?: string) => copied.map(bucket => bucketArn(bucket.from, key));
    allow(role, [
      grant(['s3:GetReplicationConfiguration', 's3:ListBucket'], from()),
      grant(
        ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
        from('*'),
        OBJECTS_COME_AND_GO,
      ),
      grant(
        ['s3:ReplicateObject', 's3:ReplicateTags'],
        copied.map(bucket => bucketArn(bucket.to, '*')),
        OBJECTS_COME_AND_GO,
      ),
      grant(['kms:Decrypt'], [keys.from]),
      grant(['kms:Encrypt', 'kms:GenerateDataKey'], [keys.to]),
    ]);
    return role;
  }
}

const copyRules = (role: string, to: string, key: string) => ({
  Role: role,
  Rules: [
    {
      ID: 'other-region',
      Priority: 1,
      Status: 'Enabled',
      Filter: { Prefix: '' },
      DeleteMarkerReplication: { Status: 'Disabled' },
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
      Destination: { Bucket: bucketArn(to), EncryptionConfiguration: { ReplicaKmsKeyID: key } },
    },
  ],
});
