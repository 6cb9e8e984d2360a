import { Aws } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { AlarmSpec } from '../alarms/alarm-spec.ts';

/** `prefix` begins the topics' names; the key's policy has to let CloudWatch and Budgets use it. */
export type NoticesProps = { prefix: string; key: IKey; email?: string | undefined };

/** Where alarms are sent: one topic that wakes somebody, one that waits. Encrypted, over TLS only. */
export class Notices extends Construct {
  readonly topics: Readonly<Record<AlarmSpec['action'], Topic>>;

  constructor(scope: Construct, id: string, { prefix, key, email }: NoticesProps) {
    super(scope, id);
    const topicOf = (action: AlarmSpec['action']): Topic => {
      const topic = new Topic(this, action, { topicName: `${prefix}-${action}`, masterKey: key, enforceSSL: true });
      topic.addToResourcePolicy(publishing(topic));
      if (email) topic.addSubscription(new EmailSubscription(email));
      return topic;
    };
    this.topics = { page: topicOf('page'), ticket: topicOf('ticket') };
  }

  /** Sends an alarm to its topic, and word when it is over. */
  tell(alarm: IAlarm & { addAlarmAction: Telling; addOkAction: Telling }, action: AlarmSpec['action']): void {
    const send = new SnsAction(this.topics[action]);
    alarm.addAlarmAction(send);
    alarm.addOkAction(send);
  }
}

type Telling = (...actions: SnsAction[]) => void;

/** What may publish: alarms and budgets of this account. */
const publishing = (topic: Topic): PolicyStatement =>
  new PolicyStatement({
    sid: 'AlarmsOfThisAccount',
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com'), new ServicePrincipal('budgets.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
