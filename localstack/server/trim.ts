import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedLog } from '../embedded/log.ts';

const HOUR = 3_600_000;

/** Every hour deletes what every consumer has done and the log's retention no longer wants, until the signal. */
export async function keepTrimmed({
  log,
  done,
  signal,
}: {
  log: Pick<EmbeddedLog, 'trim'>;
  done: () => Promise<string | null>;
  signal: AbortSignal;
}): Promise<void> {
  while (!signal.aborted) {
    // the signal ends the pause, which is no failure
    await sleep(HOUR, undefined, { signal }).catch(() => undefined);
    const before = signal.aborted ? null : await done();
    if (before !== null) await log.trim({ before });
  }
}
