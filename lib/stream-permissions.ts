import { Fn } from 'aws-cdk-lib';
import { type Grant, grant } from './grant.ts';

/** The stream, as permissions name it: `arn` of the Kinesis stream or the MSK cluster, `name` of the topic. */
export type StreamArns = { kind: 'kinesis' | 'msk'; arn: string; name: string };

/** What putting records on the stream takes. */
export function writesStream({ kind, arn, name }: StreamArns): Grant[] {
  if (kind === 'kinesis') return [grant(['kinesis:PutRecords'], [arn])];
  return [
    grant(['kafka-cluster:Connect', 'kafka-cluster:WriteDataIdempotently'], [arn]),
    grant(['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'], [withinCluster(arn, 'topic', name)]),
    IN_NETWORK,
  ];
}

/** What Lambda's poller takes to read the stream for a function, in the function's name. `group`: its consumer group. */
export function readsStream({ kind, arn, name }: StreamArns, group: string): Grant[] {
  if (kind === 'kinesis')
    return [
      grant(
        [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
        ],
        [arn],
      ),
    ];
  return [
    grant(['kafka-cluster:Connect', 'kafka-cluster:DescribeClusterDynamicConfiguration'], [arn]),
    grant(['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'], [withinCluster(arn, 'topic', name)]),
    grant(['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'], [withinCluster(arn, 'group', group)]),
    grant(['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'], [arn]),
    IN_NETWORK,
    grant(['ec2:DescribeVpcs'], ['*'], 'DescribeVpcs knows no resources'),
  ];
}

const IN_NETWORK = grant(
  [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  ['*'],
  'network interfaces of functions have ids that nobody knows beforehand',
);

/** `arn:…:cluster/name/uuid` → `arn:…:topic/name/uuid/<name>`. The ARN is known at deployment only, so it is cut there. */
function withinCluster(cluster: string, what: 'topic' | 'group', name: string): string {
  const [beforePath, cluster_name, uuid] = Fn.split('/', cluster, 3) as [string, string, string];
  const prefix = Fn.select(0, Fn.split(':cluster', beforePath));
  return `${prefix}:${what}/${cluster_name}/${uuid}/${name}`;
}
