import { limits } from '../../core/limits.ts';
import type { Json } from '../../core/ports.ts';
import type { EventAnswer } from '../../lambdas/collect/ingest.ts';
import type { ServerFile } from '../server/server-file.ts';
import type { Body, LakeClient, Method, Sender } from './client.ts';
import { bodyOrFailure } from './client.ts';
import { Failure } from './failure.ts';

/** A lake that a server holds: every call goes over HTTP, events under a key made for the purpose and revoked after it. */
export function remoteClient({ url, token }: Pick<ServerFile, 'url' | 'token'>): LakeClient {
  async function call(method: Method, path: string, body?: Json): Promise<Body> {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Failure(`the server at ${url} does not answer: start it again`);
    });
    return bodyOrFailure(answer.status, await answer.text());
  }

  async function sender(game: string): Promise<Sender> {
    const keys = `/api/games/${encodeURIComponent(game)}/keys`;
    const { key_id, key } = await call('POST', keys, { name: 'command line', scopes: ['history'] });
    return {
      send: events => sendAll(parts(events), { url, key: String(key) }),
      close: async () => void (await call('DELETE', `${keys}/${key_id}`)),
    };
  }
  return { where: url, call, sender, close: async () => undefined };
}

/** Room for what stands around the events. */
const FRAME = 1024;

/** Events as JSON, in parts that fit a request. */
function parts(events: readonly object[]): string[][] {
  const all: string[][] = [[]];
  let bytes = 0;
  for (const event of events) {
    const json = JSON.stringify(event);
    bytes += Buffer.byteLength(json) + 1;
    if (bytes > limits.request_bytes - FRAME && all.at(-1)!.length > 0) {
      all.push([]);
      bytes = Buffer.byteLength(json) + 1;
    }
    all.at(-1)!.push(json);
  }
  return all;
}

async function sendAll(requests: readonly string[][], to: { url: string; key: string }): Promise<EventAnswer[]> {
  const answers: EventAnswer[] = [];
  for (const events of requests) {
    const first = answers.length;
    for (const answer of await sendOne(events, to)) answers.push({ ...answer, index: first + answer.index });
  }
  return answers;
}

async function sendOne(events: readonly string[], { url, key }: { url: string; key: string }): Promise<EventAnswer[]> {
  const answer = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: `{"history":true,"events":[${events.join(',')}]}`,
  }).catch(() => {
    throw new Failure(`the server at ${url} does not answer: import again when it runs, nothing counts twice`);
  });
  const text = await answer.text();
  const { results } = JSON.parse(text) as { results?: EventAnswer[] };
  if (results) return results;
  bodyOrFailure(answer.status, text);
  throw new Failure(`the lake answered ${answer.status} without results: is ${url} a Playlake?`);
}
