import { Fn } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnServerlessCluster, CfnTopic } from 'aws-cdk-lib/aws-msk';
import type { StreamChoice } from '../environment.ts';
import type { EventStream } from '../event-stream.ts';
import { grant, statement } from '../grant.ts';
import { type LakeStack, pin } from '../lake-stack.ts';
import { askAws } from './ask-aws.ts';
import { lakeNetwork } from './network.ts';

const HOUR_MS = 3_600_000;

/** MSK Serverless with access by IAM, in a network of its own, and the topic of events. */
export function mskStream(stack: LakeStack, choice: Extract<StreamChoice, { kind: 'msk' }>, key: IKey): EventStream {
  const { names } = stack.place;
  const network = lakeNetwork(stack, key);
  const { subnetIds } = network.vpc.selectSubnets();
  const cluster = new CfnServerlessCluster(stack, 'Cluster', {
    clusterName: names.stream,
    clientAuthentication: { sasl: { iam: { enabled: true } } },
    vpcConfigs: [{ subnetIds, securityGroups: [network.securityGroup.securityGroupId] }],
  });
  cluster.applyRemovalPolicy(stack.removal);
  pin(cluster, 'EventStream');
  const topic = new CfnTopic(stack, 'Topic', {
    clusterArn: cluster.attrArn,
    topicName: names.stream,
    partitionCount: choice.partitions,
    replicationFactor: 3,
    configs: Fn.base64(`retention.ms=${choice.retention_hours * HOUR_MS}`),
  });
  topic.applyRemovalPolicy(stack.removal);
  pin(topic, 'EventTopic');
  const settings = { STREAM_KIND: 'msk', STREAM_NAME: names.stream, STREAM_BROKERS: brokersOf(stack, cluster) };
  return { kind: 'msk', name: names.stream, arn: cluster.attrArn, settings, network };
}

/** CloudFormation does not tell a serverless cluster's brokers, so they are asked for once it exists. */
function brokersOf(stack: LakeStack, cluster: CfnServerlessCluster): string {
  const asked = askAws(stack, 'Brokers', {
    name: 'brokers',
    call: { service: 'Kafka', action: 'getBootstrapBrokers', parameters: { ClusterArn: cluster.attrArn } },
    may: [statement(grant(['kafka:GetBootstrapBrokers'], [cluster.attrArn]))],
  });
  return asked.getResponseField('BootstrapBrokerStringSaslIam');
}
