import type { Bucket } from '../../core/token-bucket.ts';
import { takeTokens } from '../../core/token-bucket.ts';
import type { Problem } from '../problem.ts';
import type { CollectingGame } from './games.ts';

/** Holds each game to the events per second it sets, in this process; a game that sets none has no limit. */
export function rateLimit({ now }: { now: () => number }) {
  const buckets = new Map<string, Bucket>();
  return function overRate({ game }: CollectingGame, events: number): Problem | undefined {
    if (game.events_per_second === undefined) return undefined;
    const settings = { per_second: game.events_per_second, capacity: game.events_per_second };
    const { bucket, wait_seconds } = takeTokens(buckets.get(game.id), { tokens: events, now: now(), settings });
    buckets.set(game.id, bucket);
    if (wait_seconds === 0) return undefined;
    const seconds = Math.ceil(wait_seconds);
    return {
      status: 429,
      code: 'over_rate',
      detail: `the game sends more than its ${game.events_per_second} events per second: send again in ${seconds} s`,
      headers: { 'retry-after': String(seconds) },
    };
  };
}
