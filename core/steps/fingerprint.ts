import { contentHash } from '../content-hash.ts';
import type { Named, Step } from '../draft.ts';
import { ok } from '../result.ts';

/** What makes an event that event is no part of what it says, and its time counts however the client wrote it. */
const hashOf = contentHash({ without: ['event_id', 'player_key', 'client_time'] });

/**
 * Fingerprints what the event says as it was sent, pseudonymised and masked: a whole number of 53 bits. Transport, derived fields and
 * the dedup key are no part of it, so a retry has the same one, whatever the order of its names and the form of its time.
 */
export const fingerprint = (): Step =>
  function fingerprint(draft) {
    const { event, row } = draft;
    row.fingerprint = hashOf(event as Named, { client_time: row.client_time });
    return ok(draft);
  };
