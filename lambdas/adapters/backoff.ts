import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<unknown>;

/** Waits in real time. */
export const pause: Sleep = milliseconds => setTimeout(milliseconds);

/**
 * How long to wait before the next attempt, in milliseconds: a random part of a time that doubles, so that those who failed
 * together do not return together (AWS Architecture Blog, "Exponential backoff and jitter": full jitter).
 */
export const backoff = (attempt: number, { first_ms, longest_ms }: { first_ms: number; longest_ms: number }): number =>
  Math.random() * Math.min(longest_ms, first_ms * 2 ** (attempt - 1));
