import { setTimeout as sleep } from 'node:timers/promises';

/** Runs refine again and again. `run` is refine; times in milliseconds. */
export type RefineLoopOptions<T> = {
  run: () => Promise<T>;
  /** Shortest wait between runs; a run that took longer than half of it is followed by twice its own time. */
  wait: number;
  now: () => number;
  onError: (error: unknown) => void;
};

/** One refine at a time, whether by schedule or by request. */
export type RefineLoop<T> = {
  /** A run that begins after the call. */
  once: () => Promise<T>;
  /** Runs until the signal; a failed run is told and tried again. */
  keepRunning: (signal: AbortSignal) => Promise<void>;
};

/** The first run comes soon: a page that has just been opened waits for its numbers. */
const FIRST = 1000;

export function refineLoop<T>({ run, wait, now, onError }: RefineLoopOptions<T>): RefineLoop<T> {
  let last: Promise<unknown> = Promise.resolve();
  const once = (): Promise<T> => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    once,
    async keepRunning(signal) {
      let pause = Math.min(wait, FIRST);
      while (!signal.aborted) {
        // the signal ends the pause, which is no failure
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        const started = now();
        await once().catch(onError);
        pause = Math.max(wait, 2 * (now() - started));
      }
    },
  };
}
