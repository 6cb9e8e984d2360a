import { createHash, timingSafeEqual } from 'node:crypto';
import type { Authorize } from './ports.ts';

/** Accepts exactly one token and makes its bearer admin: for the laptop, where the token is printed at start. Compares in constant time. */
export function singleToken(token: string): Authorize {
  const expected = digest(token);
  return async given =>
    given !== undefined && timingSafeEqual(digest(given), expected) ? { name: 'owner', role: 'admin' } : undefined;
}

// digests have one length, whatever was sent
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
