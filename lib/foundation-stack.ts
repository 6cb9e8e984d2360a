import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Alias, CfnReplicaKey, Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { lakeKeyPolicy } from './key-policy.ts';
import { LakeStack, type Place, pin } from './lake-stack.ts';

/** What all else in a region stands on: the key that encrypts it, and the queue of what could not be delivered. */
export class FoundationStack extends LakeStack {
  readonly key: IKey;
  readonly deadLetters: Queue;

  /** `primary` is the first region's foundation, whose key this one replicates. */
  constructor(scope: Construct, { place, primary }: { place: Place; primary?: FoundationStack | undefined }) {
    super(scope, 'foundation', { place, description: 'the key, and the queue of what could not be delivered' });
    this.key = primary ? this.replicaOf(primary.key) : this.primaryKey();
    new Alias(this, 'KeyAlias', { aliasName: place.names.keyAlias, targetKey: this.key });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: place.names.of('dead-letters'),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: this.removal,
    });
    pin(this.deadLetters, 'DeadLetters');
  }

  private primaryKey(): IKey {
    const { environment, names } = this.place;
    const key = new Key(this, 'Key', {
      description: `Playlake ${names.environment}: everything at rest`,
      enableKeyRotation: true,
      multiRegion: environment.regions.length > 1,
      policy: lakeKeyPolicy(names.region),
      removalPolicy: this.removal,
    });
    pin(key, 'LakeKey');
    return key;
  }

  private replicaOf(primary: IKey): IKey {
    const { names } = this.place;
    const replica = new CfnReplicaKey(this, 'Key', {
      description: `Playlake ${names.environment}: everything at rest`,
      primaryKeyArn: primary.keyArn,
      keyPolicy: lakeKeyPolicy(names.region),
    });
    replica.applyRemovalPolicy(this.removal);
    pin(replica, 'LakeKey');
    return Key.fromKeyArn(this, 'LakeKeyReplica', replica.attrArn);
  }
}
