import type { Step } from '../draft.ts';
import { ok } from '../result.ts';
import { dateOf, MINUTE } from '../time.ts';

const GRAIN = 5 * MINUTE;

/**
 * Places the event on the server's clock and in its reporting day. Skew is rounded to 5 minutes, so transit time never reorders
 * a session; history, and a request without `sent_at`, keep the client's clock.
 */
export const correctClock = ({ offset_minutes }: { offset_minutes: number }): Step =>
  function correctClock(draft) {
    const { facts, row } = draft;
    const event_time = (row.client_time as number) + skewOf(facts);
    row.event_time = event_time;
    row.event_date = dateOf(event_time, offset_minutes);
    return ok(draft);
  };

/** How far the client's clock is behind the server's, in milliseconds, to the nearest 5 minutes. */
export function skewOf({
  received_at,
  sent_at,
  history,
}: {
  received_at: number;
  sent_at?: number;
  history: boolean;
}): number {
  return sent_at === undefined || history ? 0 : Math.round((received_at - sent_at) / GRAIN) * GRAIN;
}
