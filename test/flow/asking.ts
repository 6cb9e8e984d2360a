import { request } from 'node:http';
import { connect } from 'node:net';
import type { RunningServer } from './running-server.ts';

/** A request as a careless or hostile client would send it; `chunked` leaves content-length out. */
export type Ask = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  chunked?: boolean;
};

/** What came back; `body` is parsed when it is JSON. */
export type Answered = { status: number; type: string | undefined; retry_after?: string; body: Body };
export type Body = {
  code?: string;
  delivery_id?: string;
  results?: { index: number; event_id: string | null; status: string; code?: string; pointer?: string }[];
};

/** Sends a request with any method, host and header. */
export function ask({ url }: Pick<RunningServer, 'url'>, asked: Ask): Promise<Answered> {
  const { method = 'POST', path = '/v1/events', headers = {}, body = '', chunked = false } = asked;
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const length = chunked || method === 'GET' ? {} : { 'content-length': bytes.length };
    const sending = request(new URL(url), { method, path, headers: { ...length, ...headers } }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'],
          body: parsed(Buffer.concat(parts).toString()),
        }),
      );
    });
    sending.on('error', reject);
    for (let at = 0; at < bytes.length; at += 65_536) sending.write(bytes.subarray(at, at + 65_536));
    sending.end();
  });
}

/** A request as bytes on the wire. */
export function onTheWire({ method = 'POST', path = '/v1/events', headers = {}, body = '' }: Ask): string {
  const lines = Object.entries({
    host: 'localhost',
    'content-length': String(Buffer.byteLength(String(body))),
    ...headers,
  });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** Writes to a socket and answers what came back until the server closed it. */
export function converse({ url }: Pick<RunningServer, 'url'>, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', data => {
      said += data.toString();
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}

/** Writes to a socket and hangs up as soon as that is sent. */
export function hangUp({ url }: Pick<RunningServer, 'url'>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(text, () => setImmediate(() => socket.resetAndDestroy())),
    );
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}
