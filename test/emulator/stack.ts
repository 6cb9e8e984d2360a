import { setTimeout as pause } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EmulatorSettings } from './emulator.ts';

const PATIENCE_MS = 60_000;
const TEMPLATES = 'probe-of-templates';

/** What became of a stack: the ids of its resources by their logical ids, or why it was refused. */
export type Made = { ids: Record<string, string>; refused?: undefined } | { refused: string };

/** Makes a stack of these resources, lets something be done with it, and deletes it. */
export async function withStack<T>(
  settings: EmulatorSettings,
  { name, resources }: { name: string; resources: object },
  use: (made: Made) => Promise<T> | T,
): Promise<T> {
  const client = new CloudFormationClient(settings);
  try {
    return await use(await make(client, name, await store(settings, JSON.stringify({ Resources: resources }))));
  } finally {
    await client.send(new DeleteStackCommand({ StackName: name }));
  }
}

/** Where a template is: one with a function's whole code is too long to be sent along. */
async function store(settings: EmulatorSettings, Body: string): Promise<string> {
  const s3 = new S3Client(settings);
  const Key = 'template.json';
  await s3.send(new CreateBucketCommand({ Bucket: TEMPLATES }));
  await s3.send(new PutObjectCommand({ Bucket: TEMPLATES, Key, Body }));
  return `${settings.endpoint}/${TEMPLATES}/${Key}`;
}

async function make(client: CloudFormationClient, StackName: string, TemplateURL: string): Promise<Made> {
  const created = client.send(new CreateStackCommand({ StackName, TemplateURL }));
  const refused = await created.then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (refused) return { refused };
  const status = await settled(client, StackName);
  if (status !== 'CREATE_COMPLETE') return { refused: await reasons(client, StackName) };
  const { StackResourceSummaries = [] } = await client.send(new ListStackResourcesCommand({ StackName }));
  return {
    ids: Object.fromEntries(StackResourceSummaries.map(each => [each.LogicalResourceId, each.PhysicalResourceId])),
  };
}

async function settled(client: CloudFormationClient, StackName: string): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    const status = Stacks[0]?.StackStatus ?? '';
    if (!status.endsWith('_IN_PROGRESS')) return status;
  }
  throw new Error(`stack ${StackName} is neither made nor refused after ${PATIENCE_MS / 1000} s`);
}

async function reasons(client: CloudFormationClient, StackName: string): Promise<string> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
  const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
  return failed.map(({ ResourceStatusReason }) => ResourceStatusReason).join('\n');
}
