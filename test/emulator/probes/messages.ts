import { askService, type Probe } from './probe.ts';

/** A queue. */
export const queue: Probe = {
  type: 'AWS::SQS::Queue',
  properties: {
    QueueName: { set: 'probe-of-queue', told: 'probe-of-queue' },
    MessageRetentionPeriod: { set: 1_209_600, told: '1209600' },
    SqsManagedSseEnabled: { set: true, told: 'true' },
  },
  ask: async (settings, QueueUrl) => {
    const { Attributes } = JSON.parse(
      await askService(settings, {
        service: 'sqs',
        target: 'AmazonSQS.GetQueueAttributes',
        body: JSON.stringify({ QueueUrl, AttributeNames: ['All'] }),
      }),
    );
    return { ...Attributes, QueueName: Attributes.QueueArn.split(':').at(-1) };
  },
};

/** A topic. */
export const topic: Probe = {
  type: 'AWS::SNS::Topic',
  properties: {
    TopicName: { set: 'probe-of-topic', told: true },
    KmsMasterKeyId: { set: 'alias/aws/sns', told: true, without: false },
  },
  ask: async (settings, TopicArn) => {
    const said = await askService(settings, {
      service: 'sns',
      content_type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ Action: 'GetTopicAttributes', Version: '2010-03-31', TopicArn }).toString(),
    });
    return { TopicName: said.includes(':probe-of-topic<'), KmsMasterKeyId: said.includes('alias/aws/sns') };
  },
};
