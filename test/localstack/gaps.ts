import { setTimeout as pause } from 'node:timers/promises';
import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
} from '@aws-sdk/client-cloudformation';
import type { Refused } from '../../lib/emulator-gaps.ts';

const STACK = 'probe';
const PATIENCE = 50;

/** Why the emulator refuses a resource when it is all that a stack has, or undefined. `having` has to be what it objects to. */
export async function refusal(client: CloudFormationClient, { type, having }: Refused): Promise<string | undefined> {
  const Properties = having ? { [having]: [{ Id: 'probe', Expression: '1', ReturnData: true }] } : {};
  const TemplateBody = JSON.stringify({ Resources: { Probe: { Type: type, Properties } } });
  try {
    await client.send(new CreateStackCommand({ StackName: STACK, TemplateBody }));
    const reason = having && (await failure(client));
    return reason?.includes(having ?? '') ? reason : undefined;
  } catch (error) {
    const { message } = error as Error;
    if (/Unrecognized resource types/.test(message)) return message;
    throw error;
  } finally {
    await client.send(new DeleteStackCommand({ StackName: STACK }));
  }
}

/** Why the stack could not be made, once it is known. */
async function failure(client: CloudFormationClient): Promise<string | undefined> {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: STACK }));
    const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    if (failed) return failed.ResourceStatusReason;
    await pause(100);
  }
  return undefined;
}
