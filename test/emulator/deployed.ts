import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
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
  const { endpoint, credentials, certificate } = emulator;
  const ca = certificate && readFileSync(certificate);
  const requestHandler = ca && new NodeHttpHandler({ httpsAgent: new https.Agent({ ca }) });
  const settings = {
    ...clientSettings(PATIENCE),
    endpoint,
    credentials,
    region,
    ...(requestHandler && { requestHandler }),
  };
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
      const { hostname, port } = new URL(endpoint);
      const host = `${api}.execute-api.localhost:${port}`;
      const options = { hostname, port, method, path, headers: { ...headers, host } };
      const sent = ca ? https.request({ ...options, ca, servername: 'localhost' }) : http.request(options);
      const answered = once(sent, 'response');
      sent.end(body);
      const [response] = await answered;
      const said = await text(response);
      return { status: response.statusCode, body: said === '' ? {} : JSON.parse(said) };
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
