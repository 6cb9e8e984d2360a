import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip, zstdDecompress } from 'node:zlib';
import { limits } from '../../core/limits.ts';
import { parseTime } from '../../core/time.ts';
import type { Problem } from '../problem.ts';

/** What a request says, before its events are judged. */
export type EventsBody = { events: unknown[]; sent_at?: number; history: boolean };

const LIMIT = { maxOutputLength: limits.request_bytes };
const decompressors = { gzip: (body: Uint8Array) => promisify(gunzip)(body, LIMIT), zstd: oneFrame };
const ENCODINGS: Readonly<Record<string, keyof typeof decompressors | 'identity'>> = {
  '': 'identity',
  identity: 'identity',
  gzip: 'gzip',
  'x-gzip': 'gzip',
  zstd: 'zstd',
};

/** Decompresses a body, never further than the limit of a request; a bomb is refused while it grows. */
export async function decompressed(body: Uint8Array, encoding = ''): Promise<Uint8Array | Problem> {
  const name = encoding.trim().toLowerCase();
  const known = Object.hasOwn(ENCODINGS, name) ? ENCODINGS[name]! : undefined;
  if (known === undefined)
    return problem(415, 'unsupported_encoding', 'send the body with content-encoding gzip or zstd, or plain');
  if (body.length > limits.request_bytes) return TOO_LARGE;
  if (known === 'identity') return body;
  try {
    return await decompressors[known](body);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return TOO_LARGE;
    return problem(
      400,
      'bad_encoding',
      `the body is not one whole ${known} stream: send it again, or name its content-encoding`,
    );
  }
}

/** Decompresses a body of one zstd frame. Node reads the first and drops whatever follows: half a request must not pass for a whole one. */
function oneFrame(body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zstdDecompress(body, { ...LIMIT, info: true }, (error, result) => {
      if (error) return reject(error);
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      if (engine.bytesWritten === body.length) resolve(buffer);
      else reject(new Error('the body goes on after its frame'));
    });
  });
}

/** Reads a native body: `{"events": […]}`, optionally with `sent_at` and `history`. */
export function readBody(bytes: Uint8Array): EventsBody | Problem {
  const body = isUtf8(bytes)
    ? parsed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
    : NOT_JSON;
  if (body === NOT_JSON)
    return problem(
      400,
      'not_json',
      'the body is no JSON in UTF-8: send {"events": […]}, and name its content-encoding if it is compressed',
    );
  const events = own(body, 'events');
  if (!Array.isArray(events) || events.length === 0)
    return problem(400, 'no_events', 'send {"events": […]} with at least one event');
  if (events.length > limits.request_events) {
    return problem(
      413,
      'too_many_events',
      `the request has ${events.length} events: send at most ${limits.request_events}`,
    );
  }
  const history = own(body, 'history') ?? false;
  if (typeof history !== 'boolean') return problem(400, 'bad_history', 'history must be true or false');
  return withSentAt({ events, history }, own(body, 'sent_at') ?? undefined);
}

function withSentAt(body: EventsBody, sent_at: unknown): EventsBody | Problem {
  if (sent_at === undefined) return body;
  const time = parseTime(sent_at);
  if ('ms' in time) return { ...body, sent_at: time.ms };
  return problem(400, 'bad_sent_at', `sent_at is no moment: ${time.hint}`);
}

const NOT_JSON = Symbol('not JSON');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return NOT_JSON;
  }
}

const own = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;

const problem = (status: number, code: string, detail: string): Problem => ({ status, code, detail });
const TOO_LARGE = problem(
  413,
  'request_too_large',
  `the request has more than ${limits.request_bytes} bytes once decompressed: send fewer events`,
);
