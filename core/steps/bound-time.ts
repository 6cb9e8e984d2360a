import type { Step } from '../draft.ts';
import { late, ok, quarantined } from '../result.ts';
import { DAY, HOUR } from '../time.ts';

/** The earliest moment an event may claim: no game of today has older players, and imported history none of before 1980. */
const EARLIEST = Date.UTC(2000, 0, 1);
const EARLIEST_HISTORY = Date.UTC(1980, 0, 1);

/** Sets aside events from the future, from before there were games, and those whose day is closed. Windows in milliseconds. */
export const boundTime = ({ late_window, future_bound }: { late_window: number; future_bound: number }): Step =>
  function boundTime(draft) {
    const { received_at, history } = draft.facts;
    const event_time = draft.row.event_time as number;
    const earliest = history ? EARLIEST_HISTORY : EARLIEST;
    if (event_time < earliest) {
      return quarantined(
        'invalid_time',
        '/client_time',
        `client_time lies before ${new Date(earliest).getUTCFullYear()}: set the client's clock, or send sent_at by the same clock`,
      );
    }
    if (event_time > received_at + future_bound) {
      return quarantined(
        'from_the_future',
        '/client_time',
        `client_time lies more than ${future_bound / HOUR} h after it was received: set the client's clock, or send sent_at by the same clock`,
      );
    }
    if (!history && event_time < received_at - late_window) {
      return late(
        `client_time lies more than ${late_window / DAY} days before it was received: send events sooner, or import them as history`,
      );
    }
    return ok(draft);
  };
