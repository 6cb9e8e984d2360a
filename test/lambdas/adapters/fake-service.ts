import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { clientSettings } from '../../../lambdas/adapters/clients.ts';

/** A request as the service sees it: the operation of the JSON protocols, else method and path. */
export type Asked = { operation: string; input: Record<string, unknown>; path: string };

/** What is answered; `hang` never is, `reset` breaks the connection. */
export type Answered = { status?: number; body: unknown; type?: string } | 'hang' | 'reset';

/** An error as the JSON protocols write it. */
export const failure = (type: string, more: Record<string, unknown> = {}, status = 400): Answered => ({
  status,
  body: { __type: `com.amazonaws#${type}`, message: type, ...more },
});

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/**
 * A service on this machine that answers by `answer`, with what it was asked in `asked`, and the settings of a client that
 * waits 200 ms for it and does not try again, unless told otherwise. It is gone after the tests of the file.
 */
export async function fakeService(answer: (asked: Asked) => Answered, { attempts = 1, request_ms = 200 } = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const target = String(request.headers['x-amz-target'] ?? `${request.method}`);
    const text = Buffer.concat(chunks).toString();
    const input = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
    asked.push({ operation: target.split('.').at(-1)!, input, path: request.url ?? '' });
    const answered = answer(asked.at(-1)!);
    if (answered === 'reset') request.socket.destroy();
    if (typeof answered === 'string') return;
    const { status = 200, body, type = 'application/x-amz-json-1.1' } = answered;
    response.writeHead(status, { 'content-type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const { requestHandler, ...others } = clientSettings({ request_ms, attempts });
  const settings = {
    ...others,
    requestHandler: inThisRealm(requestHandler),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  return { asked, settings };
}

/** Errors of Node's own sockets are no Errors to what jest loads, and the SDK would lose their names. */
const inThisRealm = (handler: NodeHttpHandler): NodeHttpHandler =>
  Object.assign(Object.create(handler) as NodeHttpHandler, {
    handle: (...request: Parameters<NodeHttpHandler['handle']>) =>
      handler.handle(...request).catch((error: Error & { code?: string }) => {
        throw Object.assign(new Error(error.message), { name: error.name, code: error.code });
      }),
  });

/** Waits no time, and remembers how long it was asked to. */
export function noSleep() {
  const slept: number[] = [];
  return {
    slept,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
    },
  };
}
