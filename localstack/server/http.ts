import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { ApiHandler } from '../../lambdas/api/api.ts';
import type { StartedBy } from '../../lambdas/functions.ts';
import type { HttpAnswer, HttpRequest } from '../../lambdas/problem.ts';
import { problemAnswer } from '../../lambdas/problem.ts';
import { EXPOSITION_TYPE } from '../metrics/exposition.ts';
import type { LaptopMeasure } from '../metrics/registry.ts';
import { measureRequest } from '../metrics/requests.ts';
import { answerOf, flatHeaders, localContext, proxyEvent } from './gateway.ts';
import { isLoopback } from './host.ts';
import type { PageFile } from './page.ts';
import { PAGE_HEADERS } from './page.ts';
import { BODY_LIMIT, discardBody, readRequestBody } from './request-body.ts';
import { routeTo } from './routes.ts';

/** What the server hands requests to: the functions behind the routes of `lambdas/functions.ts`, and the page. */
export type Served = {
  functions: Record<StartedBy<'http'>, (request: IncomingMessage, body: Uint8Array) => Promise<HttpAnswer>>;
  page: ReadonlyMap<string, PageFile>;
  /** The text of `/metrics`. */
  metrics: () => Promise<string>;
  measure: LaptopMeasure;
  /** Told the name of an error that nobody expected, never its words. */
  onError: (error: unknown) => void;
};

/** The laptop's HTTP server, not listening yet. A slow or endless request is cut off; so is a body beyond 2 MiB. */
export function httpServer(served: Served): Server {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    (request, response) => void respond(request, response, served),
  );
  return server;
}

async function respond(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const started = performance.now();
  const path = (request.url ?? '/').split('?', 1)[0]!;
  const answer = await answerTo(request, path, served).catch((error: unknown) => {
    if (request.destroyed && !request.complete) return undefined;
    served.onError(error);
    return INTERNAL;
  });
  if (!answer || response.destroyed) return;
  measureRequest(served.measure, { path, status: answer.status, milliseconds: performance.now() - started });
  const body = request.method === 'HEAD' ? '' : answer.body;
  if (request.complete) return void response.writeHead(answer.status, answer.headers).end(body);
  // an unread rest of a body would be taken for the next request
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.write(body);
  await discardBody(request);
  response.end(() => request.destroy());
}

async function answerTo(request: IncomingMessage, path: string, served: Served): Promise<HttpAnswer> {
  const { functions, page, metrics } = served;
  if (!isLoopback(request.headers.host)) return NOT_OURS;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const file = page.get(path);
  if (file && reads) return { status: 200, headers: { ...PAGE_HEADERS, 'content-type': file.type }, body: file.body };
  // without a token, as /health: a scraper cannot learn one that is new at every start, and there is nothing of players here
  if (path === '/metrics' && reads)
    return { status: 200, headers: { 'content-type': EXPOSITION_TYPE }, body: await metrics() };
  const body = await readRequestBody(request);
  if (!body) return TOO_LARGE;
  const route = routeTo(path);
  // the API answers for its own methods, and for paths that nobody serves
  if (!route || route.function === 'api') return functions.api(request, body);
  if (request.method === route.method) return functions[route.function](request, body);
  return problemAnswer({
    status: 405,
    code: 'method_not_allowed',
    detail: `${path} takes ${route.method}`,
    headers: { allow: route.method },
  });
}

/** collect, as the server hands requests to it. */
export const eventsRoute =
  (collect: (request: HttpRequest) => Promise<HttpAnswer>): Served['functions']['collect'] =>
  ({ headers }, body) =>
    collect({ headers: flatHeaders(headers), body });

/** api, called as the gateway calls it. */
export const apiRoute =
  (api: ApiHandler): Served['functions']['api'] =>
  async (request, body) =>
    answerOf(await api(proxyEvent(request, body), localContext));

const NOT_OURS = problemAnswer({
  status: 421,
  code: 'not_loopback',
  detail: 'this lake answers on this machine only: use http://127.0.0.1 or http://localhost',
});

const TOO_LARGE = problemAnswer({
  status: 413,
  code: 'request_too_large',
  detail: `the body has more than ${BODY_LIMIT} bytes: send less at once`,
});

const INTERNAL = problemAnswer({
  status: 500,
  code: 'internal_error',
  detail: 'something went wrong on our side: the log of the server says more',
});
