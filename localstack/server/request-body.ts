import type { IncomingMessage } from 'node:http';

/** Most bytes of a body that are read, as sent; what may be in them is for each function to say. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** Reads a body, or answers undefined as soon as it is known to be longer than the limit. Rejects when the client goes away. */
export async function readRequestBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the client went away')));
  });
}

/** Longest that a refused body is listened to, in milliseconds. */
const PATIENCE = 10_000;

/** Lets a client finish sending what nobody wants: a connection closed under it would often take the answer along. */
export function discardBody(request: IncomingMessage): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PATIENCE);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    request.once('end', done).once('close', done).resume();
  });
}
