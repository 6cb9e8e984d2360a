import type { Json } from '../../core/ports.ts';
import type { EventAnswer } from '../../lambdas/collect/ingest.ts';
import { Failure } from './failure.ts';

export type Body = Record<string, Json>;
export type Method = 'GET' | 'POST' | 'DELETE';

/** Sends events of one game as trusted history; answers for each, in order. `events` are at most 500. */
export type Sender = {
  send: (events: readonly object[]) => Promise<readonly EventAnswer[]>;
  close: () => Promise<void>;
};

/** A lake to talk to, by its API: a server that runs, or a directory that this process opened. */
export type LakeClient = {
  where: string;
  /** Calls a route of the API. A problem becomes a Failure in its own words. */
  call: (method: Method, path: string, body?: Json) => Promise<Body>;
  sender: (game: string) => Promise<Sender>;
  close: () => Promise<void>;
};

/** The answer of a route, or its problem as a Failure. */
export function bodyOrFailure(status: number, text: string): Body {
  const body = (text === '' ? {} : JSON.parse(text)) as Body;
  if (status < 400) return body;
  throw new Failure(`${body.detail ?? `the lake answered ${status}`} (${body.code ?? status})`);
}
