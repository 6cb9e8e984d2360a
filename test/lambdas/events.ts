import type { APIGatewayProxyEventV2, Context, KinesisStreamEvent, MSKEvent } from 'aws-lambda';
import type { StreamRecord } from '../../core/ports.ts';
import type { Around } from '../../lambdas/lambda.ts';
import type { Measure } from '../../lambdas/metrics.ts';

/** What Lambda tells of the call itself; nothing reads it. */
export const context = { functionName: 'playlake-dev-x', awsRequestId: '1' } as Context;

/** A request as the HTTP API sends it (payload 2.0): a body of bytes comes in base64. */
export function gatewayEvent(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Uint8Array } = {},
): APIGatewayProxyEventV2 {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'game/1' };
  const encoded = typeof body === 'string' || body === undefined ? body : Buffer.from(body).toString('base64');
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    cookies: ['a=b'],
    headers: { host: 'abc123.execute-api.eu-west-1.amazonaws.com', ...headers },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.eu-west-1.amazonaws.com',
      domainPrefix: 'abc123',
      http,
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '01/Mar/2026:10:00:00 +0000',
      timeEpoch: 1772359200000,
    },
    ...(encoded !== undefined && { body: encoded }),
    isBase64Encoded: body !== undefined && typeof body !== 'string',
  };
}

/** The sequence number of the n-th record of a Kinesis shard. */
export const kinesisSequence = (n: number): string => `4960118965842235937883629852182763847532018901230970472${n}`;

/** A batch as a Kinesis mapping hands it over. */
export const kinesisEvent = (records: readonly Pick<StreamRecord, 'data'>[]): KinesisStreamEvent => ({
  Records: records.map(({ data }, n) => ({
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey: 'p',
      sequenceNumber: kinesisSequence(n),
      data: Buffer.from(data).toString('base64'),
      approximateArrivalTimestamp: 1772359200.125,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000001:${kinesisSequence(n)}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::123456789012:role/transform',
    awsRegion: 'eu-west-1',
    eventSourceARN: 'arn:aws:kinesis:eu-west-1:123456789012:stream/playlake-dev-events',
  })),
});

/** A batch as an MSK mapping hands it over. */
export const mskEvent = (records: readonly Pick<StreamRecord, 'data'>[]): MSKEvent => ({
  eventSource: 'aws:kafka',
  eventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/playlake-dev/1',
  bootstrapServers: 'boot-1.kafka-serverless.eu-west-1.amazonaws.com:9098',
  records: {
    'events-2': records.map(({ data }, n) => ({
      topic: 'events',
      partition: 2,
      offset: 10 + n,
      timestamp: 1772359200125,
      timestampType: 'CREATE_TIME',
      key: 'cA==',
      value: Buffer.from(data).toString('base64'),
      headers: [],
    })),
  },
});

/** What stands around a function, kept to be looked at. */
export function noting() {
  const logged: Record<string, unknown>[] = [];
  const measured: unknown[][] = [];
  let flushed = 0;
  const measure = ((...given: unknown[]) => void measured.push(given)) as Measure;
  const recorder = {
    measure,
    flush: () => {
      flushed += 1;
    },
  };
  const around: Around = { recorder, log: entry => void logged.push(entry) };
  return { around, logged, measured, flushes: () => flushed };
}
