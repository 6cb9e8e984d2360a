import { STATUS_CODES } from 'node:http';

/** An HTTP answer; header names in lower case. */
export type HttpAnswer = { status: number; headers: Record<string, string>; body: string };

/** A request as handlers see it. */
export type HttpRequest = { headers: Record<string, string | undefined>; body: Uint8Array };

/** Why a whole request was refused: nothing of it was kept. */
export type Problem = { status: number; code: string; detail: string; headers?: Record<string, string> };

/** An error answer as RFC 9457 (`application/problem+json`). */
export const problemAnswer = ({ status, code, detail, headers = {} }: Problem): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({
    type: `urn:playlake:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
  }),
});
