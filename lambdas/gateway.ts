import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { HttpAnswer, HttpRequest } from './problem.ts';
import { problemAnswer } from './problem.ts';

/** A function behind the HTTP API (payload format 2.0). */
export type GatewayFunction = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Thrown while a function cannot get what it stands on: its words are the operator's, and quote no request. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** The request in an event: its body as the client sent it, byte by byte. Cookies are nobody's business here. */
export const httpRequest = ({ headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): HttpRequest => ({
  headers,
  body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
});

/** An answer as the gateway takes it. */
export const gatewayAnswer = ({ status, headers, body }: HttpAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers,
  body,
});

/** Serves requests through the gateway. */
export const throughGateway =
  (handle: (request: HttpRequest) => Promise<HttpAnswer>): GatewayFunction =>
  async event =>
    gatewayAnswer(await handle(httpRequest(event)));

/** The answer when something went wrong that nobody expected. */
export const INTERNAL = gatewayAnswer(
  problemAnswer({ status: 500, code: 'internal_error', detail: 'something went wrong on our side: the log says more' }),
);

/** The answer while a function cannot get what it stands on; nothing was kept. */
export const NOT_READY = gatewayAnswer(
  problemAnswer({
    status: 503,
    code: 'not_ready',
    detail:
      'the service is not ready, nothing was kept: send the same request again, and tell the operator if it stays so',
    headers: { 'retry-after': '5' },
  }),
);
