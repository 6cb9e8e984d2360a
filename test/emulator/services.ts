import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { FunctionName } from '../../lambdas/functions.ts';
import { gatewayEvent } from '../lambdas/events.ts';
import type { Answered, Deployed } from './deployed.ts';
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

/** Calls a function; `failed` when it threw, and `answer` is then the error. */
export async function invoke({ settings, names }: Deployed, { name, event }: { name: FunctionName; event: object }) {
  const { Payload, FunctionError } = await new LambdaClient(settings).send(
    new InvokeCommand({ FunctionName: names.function(name), Payload: JSON.stringify(event) }),
  );
  return { failed: FunctionError !== undefined, answer: JSON.parse(Buffer.from(Payload!).toString()) };
}

type Call = { method: string; path: string; headers: Record<string, string>; body: object };

/** Calls the function api as the gateway does. */
export async function callApi(place: Deployed, { method, path, headers, body }: Call): Promise<Answered> {
  const event = gatewayEvent(method, path, { headers, body: JSON.stringify(body) });
  const { answer } = await invoke(place, { name: 'api', event });
  return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : answer };
}
