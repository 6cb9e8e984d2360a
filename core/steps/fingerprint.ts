import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Named, Step } from '../draft.ts';
import { ok } from '../result.ts';

/**
 * Fingerprints the event as it was sent, pseudonymised and masked: the first 32 hexadecimal digits of the SHA-256 of its canonical JSON with
 * `client_time` in epoch milliseconds. Transport and derived fields are no part of it, so a retry has the same one.
 */
export const fingerprint = (): Step =>
  function fingerprint(draft) {
    const content = { ...(draft.event as Named), client_time: draft.row.client_time };
    draft.row.fingerprint = hash('sha256', canonicalJson(content), 'hex').slice(0, 32);
    return ok(draft);
  };
