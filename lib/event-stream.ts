import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';

/** The event stream, as its writers and readers need it. */
export type EventStream = {
  kind: 'kinesis' | 'msk';
  /** The stream, or the topic. */
  name: string;
  /** ARN of the Kinesis stream, or of the MSK cluster. */
  arn: string;
  settings: { STREAM_KIND: string; STREAM_NAME: string; STREAM_BROKERS: string };
  /** Where writers must be to reach the brokers; Kinesis is reached from anywhere. */
  network?: Network;
};

export type Network = { vpc: IVpc; securityGroup: ISecurityGroup };
