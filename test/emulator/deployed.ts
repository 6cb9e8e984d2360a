import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../../core/ports.ts';
import { clientSettings } from '../../lambdas/adapters/clients.ts';
import { openDynamoDB } from '../../lambdas/adapters/dynamodb.ts';
import { openS3 } from '../../lambdas/adapters/s3.ts';
import { namesOf } from '../../lib/names.ts';
import type { EmulatorSettings } from './emulator.ts';

export const ACCOUNT = '000000000000';
const PATIENCE = { request_ms: 10_000, attempts: 3 };
const systemClock: Clock = { now: () => Date.now() };

export type Asked = { method: string; path: string; headers?: Record<string, string>; body?: string | Uint8Array };
// biome-ignore lint/suspicious/noExplicitAny: what a test expects of it says its shape
export type Answered = { status: number; body: any };

/** The local environment as it stands in one region of the emulator. */
export function deployedIn(region: string, emulator: EmulatorSettings) {
  const settings = { ...emulator, ...clientSettings(PATIENCE), region };
  const names = namesOf('local', region);
  const bucket = (zone: string) => `playlake-local-${zone}-${ACCOUNT}-${region}`;
  const physicalIds = async (stack: string, type: string): Promise<string[]> => {
    const client = new CloudFormationClient(settings);
    const found: string[] = [];
    for await (const page of paginateListStackResources({ client }, { StackName: names.of(stack) }))
      for (const { ResourceType, PhysicalResourceId } of page.StackResourceSummaries ?? [])
        if (ResourceType === type) found.push(PhysicalResourceId!);
    return found;
  };
  return {
    region,
    settings,
    names,
    bucket,
    physicalIds,
    objects: openS3({ buckets: bucket, client: new S3Client(settings) }),
    keyValue: openDynamoDB({
      tables: { global: names.table('global'), regional: names.table('regional') },
      clock: systemClock,
      client: new DynamoDBClient(settings),
    }),
    /** Asks the region's gateway as a client would whose name server knows it. */
    async ask({ method, path, headers = {}, body }: Asked): Promise<Answered> {
      const [api] = await physicalIds('ingest', 'AWS::ApiGatewayV2::Api');
      const { hostname, port } = new URL(emulator.endpoint);
      return new Promise((resolve, reject) => {
        const host = `${api}.execute-api.localhost:${port}`;
        const sent = request({ hostname, port, method, path, headers: { ...headers, host } }, async response => {
          const said = await text(response);
          resolve({ status: response.statusCode!, body: said === '' ? {} : JSON.parse(said) });
        });
        sent.on('error', reject).end(body);
      });
    },
  };
}
export type Deployed = ReturnType<typeof deployedIn>;

/** The first answer that will do, asked for again and again; throws with the last one when none has come in time. */
export async function eventually<T>(
  ask: () => Promise<T>,
  willDo: (answer: T) => boolean,
  within_ms = 60_000,
): Promise<T> {
  const until = Date.now() + within_ms;
  for (;;) {
    const answer = await ask();
    if (willDo(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`nothing that will do within ${within_ms} ms; last: ${JSON.stringify(answer)}`);
    await setTimeout(500);
  }
}
