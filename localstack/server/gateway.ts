import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { HttpAnswer } from '../../lambdas/problem.ts';

/** One value a header, as API Gateway hands them over. */
export const flatHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );

/** The request as API Gateway's HTTP API sends it to a function (payload format 2.0). */
export const proxyEvent = (
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Uint8Array,
): APIGatewayProxyEventV2 =>
  localEvent({
    method,
    url,
    headers: flatHeaders(headers),
    ...(body.length > 0 && { body: Buffer.from(body).toString() }),
  });

export type LocalRequest = { method: string; url: string; headers?: Record<string, string>; body?: string };

/** A request that came by no network, in the same form. */
export function localEvent({ method, url, headers = {}, body }: LocalRequest): APIGatewayProxyEventV2 {
  const [rawPath, rawQueryString] = splitOnce(url, '?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
}

/** What a function is told of its own run; nothing here reads it. */
export const localContext = { functionName: 'api', awsRequestId: 'local' } as Context;

/** A function's result as an answer. */
export const answerOf = (result: APIGatewayProxyStructuredResultV2): HttpAnswer => ({
  status: result.statusCode ?? 200,
  headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
  body: result.body ?? '',
});

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
