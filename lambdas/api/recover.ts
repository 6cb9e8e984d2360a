import { randomUUID } from 'node:crypto';
import { StreamUnavailable } from '../../core/ports.ts';
import { errorEntry } from '../error-entry.ts';
import type { RegistryErrorCode } from '../registry-error.ts';
import { RegistryError } from '../registry-error.ts';
import type { ApiPorts } from './ports.ts';
import { Problem } from './problem.ts';

const STATUS: Record<RegistryErrorCode, number> = {
  invalid_game: 400,
  game_exists: 409,
  unknown_game: 404,
  invalid_key_request: 400,
  unknown_key: 404,
  missing_secret: 500,
};

/** The problem an error is answered with. One that nobody expected is logged under an id, and only the id is answered. */
export function asProblem(error: Error, log: ApiPorts['log']): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RegistryError) return new Problem(STATUS[error.code], error.code, error.message);
  if (error instanceof URIError)
    return new Problem(400, 'bad_path', 'the path holds a % that escapes nothing: encode it as %25');
  if (error instanceof StreamUnavailable)
    return new Problem(503, 'stream_unavailable', error.message, {
      headers: { 'retry-after': String(error.retry_after_seconds) },
    });
  const error_id = randomUUID();
  // a message may quote what a person sent; the stack's places cannot
  log({ ...errorEntry('api_error', error), error_id });
  return new Problem(
    500,
    'internal_error',
    `something went wrong on our side: name error ${error_id} when you report it`,
  );
}
