import { SingleBar } from 'cli-progress';

/** A bar on the terminal. */
export type Progress = { update: (done: number) => void; stop: () => void };

/** Shows progress on stderr when a person is looking there; `total` is asked for only then. */
export async function progress(what: string, total: () => Promise<number>): Promise<Progress> {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {percentage}% | {value} of {total} | {eta_formatted} left`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(await total(), 0);
  return { update: done => bar.update(done), stop: () => bar.stop() };
}
