import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Alias, CfnReplicaKey, Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge, explainWildcards } from './acknowledge.ts';
import { askAws } from './constructs/ask-aws.ts';
import { lakeKeyPolicy } from './key-policy.ts';
import { LakeStack, type Place, pin } from './lake-stack.ts';
import { arn } from './names.ts';

/** What all else in a region stands on: the key that encrypts it, and the queue of what could not be delivered. */
export class FoundationStack extends LakeStack {
  readonly key: IKey;
  readonly deadLetters: Queue;

  /** `home` is the first region's foundation, whose key this one replicates. */
  constructor(scope: Construct, { place, home }: { place: Place; home: FoundationStack | undefined }) {
    super(scope, 'foundation', { place, description: 'the key, and the queue of what could not be delivered' });
    this.key = home ? this.replicaOf(home) : this.homeKey();
    new Alias(this, 'KeyAlias', { aliasName: place.names.keyAlias, targetKey: this.key });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: place.names.of('dead-letters'),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: this.removal,
    });
    this.deadLetters.addToResourcePolicy(this.letEventsIn());
    pin(this.deadLetters, 'DeadLetters');
    acknowledge(this.deadLetters, { SQS3: 'it is where dead letters go' });
  }

  /** EventBridge keeps what it could not deliver only where the queue's own policy lets its rules in. */
  private letEventsIn(): PolicyStatement {
    const { region, of } = this.place.names;
    return new PolicyStatement({
      sid: 'NewObjects',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [this.deadLetters.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': arn('events', region, `rule/${of('new-objects')}`) } },
    });
  }

  private homeKey(): IKey {
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

  /** The home key's ARN is asked for by its alias, since no reference of CloudFormation crosses regions. */
  private replicaOf(home: FoundationStack): IKey {
    const { names } = this.place;
    this.addStackDependency(home, 'its key is replicated');
    const replica = new CfnReplicaKey(this, 'Key', {
      description: `Playlake ${names.environment}: everything at rest`,
      primaryKeyArn: this.keyIn(home.place.names.region),
      keyPolicy: lakeKeyPolicy(names.region),
    });
    replica.applyRemovalPolicy(this.removal);
    pin(replica, 'LakeKey');
    return Key.fromKeyArn(this, 'LakeKeyReplica', replica.attrArn);
  }

  private keyIn(region: string): string {
    const { keyAlias } = this.place.names;
    const anyKey = arn('kms', region, 'key/*');
    const described = askAws(this, 'HomeKey', {
      name: keyAlias,
      call: { service: 'KMS', action: 'describeKey', region, parameters: { KeyId: arn('kms', region, keyAlias) } },
      may: [describeByAlias(anyKey, keyAlias)],
    });
    explainWildcards(described, [anyKey], 'the key’s id is what is asked for; its alias is a condition');
    return described.getResponseField('KeyMetadata.Arn');
  }
}

/** Whatever the key's id is, it must have this alias. */
const describeByAlias = (key: string, alias: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:DescribeKey'],
    resources: [key],
    conditions: { StringEquals: { 'kms:RequestAlias': alias } },
  });
