import type { Clock } from '../core/ports.ts';
import type { StageStatus } from '../lambdas/api/ports.ts';
import type { MappingStats } from './embedded/mapping.ts';

/** Over how long a rate is taken, in milliseconds. */
const SPAN = 30_000;

/** Turns consumers' counts into rates: events a second since an earlier look, up to half a minute back. */
export function stageRates(clock: Clock) {
  const seen = new Map<string, { at: number; events: number }[]>();
  return (consumers: readonly MappingStats[]): StageStatus[] =>
    consumers.map(({ name, events, lag_records, lag_events, iterator_age_ms }) => {
      const now = { at: clock.now(), events };
      const looks = [...(seen.get(name) ?? []).filter(({ at }) => now.at - at <= SPAN), now];
      seen.set(name, looks);
      const [first] = looks as [typeof now];
      const seconds = (now.at - first.at) / 1000;
      return {
        name,
        events_per_second: seconds > 0 ? Math.round((10 * (events - first.events)) / seconds) / 10 : 0,
        lag_events,
        oldest_age_ms: lag_records === 0 ? null : iterator_age_ms,
      };
    });
}
