import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  type AwsSdkCall,
  PhysicalResourceId,
} from 'aws-cdk-lib/custom-resources';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** Where the CDK keeps the function behind its custom resources, once in a stack. */
const PROVIDER = 'AWS679f53fac002430cb0da5b7982bd2287';

type Call = Pick<AwsSdkCall, 'service' | 'action' | 'parameters' | 'region'>;

/** Makes a call of AWS's API at deployment, where CloudFormation has no resource for it; `undo` when it is deleted. */
export function askAws(
  scope: Construct,
  id: string,
  { call, undo, name, may }: { call: Call; undo?: Call; name: string; may: PolicyStatement[] },
): AwsCustomResource {
  const asked = new AwsCustomResource(scope, id, {
    onUpdate: { ...call, physicalResourceId: PhysicalResourceId.of(name) },
    ...(undo && { onDelete: undo }),
    policy: AwsCustomResourcePolicy.fromStatements(may),
    installLatestAwsSdk: false,
  });
  acknowledge(Stack.of(scope).node.findChild(PROVIDER) as Construct, {
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'the CDK’s own provider, which only writes its log',
    L1: 'the CDK chooses its provider’s runtime',
  });
  return asked;
}
