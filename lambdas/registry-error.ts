/** What was wrong with a request to the registry; `code` is stable. */
export type RegistryErrorCode =
  | 'invalid_game'
  | 'game_exists'
  | 'unknown_game'
  | 'invalid_key_request'
  | 'unknown_key'
  | 'missing_secret';

/** Thrown by the registry: says what was wrong, with which value, and what to do. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: RegistryErrorCode;
  constructor(code: RegistryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
