import { Router } from '@aws-lambda-powertools/event-handler/http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { ApiPorts } from './ports.ts';
import { Problem, problemBody } from './problem.ts';
import { asProblem } from './recover.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { serve } from './serve.ts';

/** Answers one request of API Gateway's HTTP API (payload format 2.0). Never throws. */
export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The API over its ports: routes by the table, problems of RFC 9457 for everything that goes wrong. */
export function api(ports: ApiPorts): ApiHandler {
  const router = new Router({ logger: QUIET });
  for (const route of routes)
    router.route(context => serve(route, ports, context), { method: route.method, path: powertoolsPath(route.path) });
  router.notFound(async (_error, { req }) => problemResponse(missing(req.method, new URL(req.url).pathname)));
  router.errorHandler(Error, async (error: Error) => problemResponse(asProblem(error, ports.log)));
  return async (event, context) => {
    const { method, path } = event.requestContext.http;
    // the router answers methods that it does not know without a word
    if (!METHODS.has(method)) return problemResult(missing(method, path));
    return (await router.resolve(readable(event), context)) as APIGatewayProxyStructuredResultV2;
  };
}

const METHODS: ReadonlySet<string> = new Set(routes.map(route => route.method));

/** A GET has no body, whatever was sent: the router would throw at one. */
function readable({ body, ...event }: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  const bodiless = ['GET', 'HEAD'].includes(event.requestContext.http.method);
  return body === undefined || bodiless ? event : { ...event, body };
}

// what is worth telling goes to ports.log
const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const powertoolsPath = (path: Route['path']) => path.replaceAll(/\{(\w+)\}/g, ':$1') as Route['path'];

const problemResult = (problem: Problem) => ({
  statusCode: problem.status,
  headers: { ...problem.headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify(problemBody(problem)),
});

function problemResponse(problem: Problem): Response {
  const { statusCode, headers, body } = problemResult(problem);
  return new Response(body, { status: statusCode, headers });
}

/** Tells a path nobody knows from a known one asked with the wrong method. */
function missing(method: string, path: string): Problem {
  const allowed = routes.filter(route => patternOf(route.path).test(path)).map(route => route.method);
  if (allowed.length === 0)
    return new Problem(404, 'not_found', `there is nothing at ${method} ${path.slice(0, 200)}: check how it is spelt`);
  const allow = [...new Set(allowed)].join(', ');
  return new Problem(405, 'method_not_allowed', `${path} answers ${allow}, not ${method}`, { headers: { allow } });
}

const patternOf = (path: Route['path']) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
