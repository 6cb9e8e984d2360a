import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  IpAddresses,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Network } from '../event-stream.ts';
import type { LakeStack } from '../lake-stack.ts';

/**
 * Services that are reached without leaving the network: collect asks for games' secrets, and Lambda's poller of the topic
 * needs Lambda and STS. Tables are reached by a gateway endpoint, which costs nothing.
 */
const INTERFACES = {
  SecretsManager: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  Lambda: InterfaceVpcEndpointAwsService.LAMBDA,
  Sts: InterfaceVpcEndpointAwsService.STS,
};

/** A network without a way in or out: subnets for the brokers and their clients, and endpoints for the services they need. */
export function lakeNetwork(stack: LakeStack, key: IKey): Network {
  const log = new LogGroup(stack, 'NetworkLog', {
    logGroupName: stack.place.names.logs('network'),
    retention: stack.place.environment.log_retention_days,
    encryptionKey: key,
    removalPolicy: stack.removal,
  });
  const vpc = new Vpc(stack, 'Network', {
    vpcName: stack.place.names.of('network'),
    ipAddresses: IpAddresses.cidr('10.40.0.0/20'),
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'inside', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    flowLogs: { All: { destination: FlowLogDestination.toCloudWatchLogs(log) } },
  });
  const securityGroup = new SecurityGroup(stack, 'Inside', {
    vpc: vpc as IVpc,
    description: 'Brokers, their clients, and endpoints speak to each other',
    allowAllOutbound: false,
  });
  for (const port of [Port.tcp(9098), Port.HTTPS]) securityGroup.addIngressRule(securityGroup, port, 'from inside');
  securityGroup.addEgressRule(securityGroup, Port.tcp(9098), 'to the brokers');
  // tables and objects have public addresses, which the gateway endpoints alone lead to
  securityGroup.addEgressRule(Peer.anyIpv4(), Port.HTTPS, 'to endpoints, there being no other way');
  vpc.addGatewayEndpoint('Dynamodb', { service: GatewayVpcEndpointAwsService.DYNAMODB });
  vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
  for (const [id, service] of Object.entries(INTERFACES))
    vpc.addInterfaceEndpoint(id, { service, securityGroups: [securityGroup], open: false });
  return { vpc: vpc as IVpc, securityGroup };
}
