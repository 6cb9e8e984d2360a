import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Deployed } from './deployed.ts';
import { eventually } from './deployed.ts';

/** What the edge adds to requests, as the edge itself is told it. */
export async function edgeOf({ settings, names }: Deployed): Promise<Record<string, string>> {
  const client = new SecretsManagerClient(settings);
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: names.edgeSecret }));
  return { 'x-playlake-edge': SecretString! };
}

/** Runs the workflow of refine to its end. */
export async function runWorkflow({
  settings,
  physicalIds,
}: Deployed): Promise<{ status: string | undefined; output: string | undefined }> {
  const client = new SFNClient(settings);
  const [stateMachineArn] = await physicalIds('refine', 'AWS::StepFunctions::StateMachine');
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
  const { status, output } = await eventually(
    () => client.send(new DescribeExecutionCommand({ executionArn })),
    execution => execution.status !== 'RUNNING',
  );
  return { status, output };
}
