import { type CloudFormationClient, CreateStackCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import type { Refused } from '../../lib/emulator-gaps.ts';

const STACK = 'probe';

/** Whether the emulator refuses a resource when it is all that a stack has; the reason it gives, or undefined. */
export async function refusal(client: CloudFormationClient, { type, having }: Refused): Promise<string | undefined> {
  const Properties = having ? { [having]: [{ Id: 'probe', Expression: '1', ReturnData: true }] } : {};
  const TemplateBody = JSON.stringify({ Resources: { Probe: { Type: type, Properties } } });
  try {
    await client.send(new CreateStackCommand({ StackName: STACK, TemplateBody }));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return /Unrecognized resource types/.test(message) ? message : undefined;
  } finally {
    await client.send(new DeleteStackCommand({ StackName: STACK }));
  }
}

/** Types of a list that the emulator refuses. */
export async function refusedTypes(client: CloudFormationClient, types: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const type of types) if (await refusal(client, { type })) answers.push(type);
  return answers;
}
