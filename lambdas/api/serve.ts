import type { RequestContext } from '@aws-lambda-powertools/event-handler/types';
import * as z from 'zod';
import type { ApiPorts } from './ports.ts';
import type { Fault } from './problem.ts';
import { Problem } from './problem.ts';
import { includes } from './roles.ts';
import type { Reply, Route } from './route.ts';

/** Serves one request by its route: authorise → check params, query and body → handle → answer. */
export async function serve(
  route: Route,
  ports: ApiPorts,
  { req, params }: Pick<RequestContext, 'req' | 'params'>,
): Promise<Response> {
  await authorise(route, ports, req).catch(refused => {
    if (refused instanceof Problem) ports.measure?.('access_refused', 1);
    throw refused;
  });
  const query = Object.fromEntries(new URL(req.url).searchParams);
  const parsed = {
    params: check('params', route.params ?? NOTHING, params),
    query: check('query', route.query ?? NOTHING, query),
    body: route.body && check('body', route.body, await bodyOf(req)),
  };
  const faults = Object.values(parsed).flatMap(part => part?.faults ?? []);
  if (faults.length > 0) throw new Problem(400, 'invalid_request', faultText(faults), { errors: faults });
  const input = { params: parsed.params.value, query: parsed.query.value, body: parsed.body?.value };
  return response(await route.handle(ports, input));
}

const NOTHING = z.strictObject({});

async function authorise({ role }: Route, { authorize }: ApiPorts, request: Request): Promise<void> {
  if (role === 'public') return;
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const caller = await authorize(token);
  if (!caller)
    throw new Problem(401, 'unauthorized', UNKNOWN_TOKEN, {
      headers: { 'www-authenticate': 'Bearer' },
    });
  if (!includes(caller.role, role))
    throw new Problem(403, 'forbidden', `this needs the role ${role}, and you are ${caller.role}: ask an admin`);
}

const UNKNOWN_TOKEN =
  "send 'Authorization: Bearer <token>' with the token printed at start, or the one you got by signing in";

type Checked = { value?: unknown; faults: Fault[] };

function check(part: string, schema: z.ZodType, value: unknown): Checked {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, faults: [] };
  return {
    faults: result.error.issues.map(issue => ({
      pointer: ['', part, ...issue.path.map(String)]
        .map(name => name.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/'),
      message: issue.message,
    })),
  };
}

const faultText = (faults: readonly Fault[]) =>
  faults
    .map(({ pointer, message }) => `${pointer}: ${message}`)
    .join('; ')
    .slice(0, 2000);

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'invalid_json', 'the body is not JSON: send a JSON object');
  }
}

const response = ({ status, body }: Reply): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { ...(body && { 'content-type': 'application/json' }), 'cache-control': 'no-store' },
  });
