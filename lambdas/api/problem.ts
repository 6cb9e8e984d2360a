import { STATUS_CODES } from 'node:http';
import type { Json } from '../../core/ports.ts';

/** One thing that is wrong with a request; `pointer` names the part, as in `/query/from` or `/body/name`. */
export type Fault = { pointer: string; message: string };

/** An answer of RFC 9457: `code` is stable and for programs, `detail` is for people and says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, detail: string, { errors = [], headers = {} }: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

export type ProblemOptions = { errors?: readonly Fault[]; headers?: Readonly<Record<string, string>> };

/** The body of a problem, with media type `application/problem+json`. */
export const problemBody = ({ status, code, message, errors }: Problem): Record<string, Json> => ({
  type: `urn:playlake:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail: message,
  ...(errors.length > 0 && { errors: errors.map(fault => ({ ...fault })) }),
});
