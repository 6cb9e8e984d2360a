import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { api } from '../../lambdas/api/api.ts';
import { singleToken } from '../../lambdas/api/token.ts';
import { errorEntry } from '../../lambdas/error-entry.ts';
import { systemClock } from '../embedded/clock.ts';
import { exposition } from '../metrics/exposition.ts';
import { FRONT_METRICS } from '../metrics/names.ts';
import { metricRegistry } from '../metrics/registry.ts';
import { openFront } from '../open-lake.ts';
import { banner } from './banner.ts';
import { demoOf, keepPlaying, playMonth } from './demo.ts';
import { apiRoute, eventsRoute, httpServer } from './http.ts';
import { listen } from './listen.ts';
import { logLine } from './log-line.ts';
import { pageFiles } from './page.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';
import { startWorker } from './start-worker.ts';
import { keepTrimmed } from './trim.ts';

/** How to run; `port` undefined is 8787, or any free one when that is taken. `refine_wait` in milliseconds. */
export type ServerOptions = { dir: string; empty: boolean; port?: number; refine_wait?: number };

export type RunningServer = { url: string; stop: () => Promise<void> };

/** Starts the whole lake. `onDeath` hears when the part that works has ended by itself: then the process has to end too. */
export async function startServer(options: ServerOptions, onDeath: (error: unknown) => void): Promise<RunningServer> {
  const dir = resolve(options.dir);
  const clock = systemClock;
  const { measure, families } = metricRegistry(FRONT_METRICS);
  const front = await openFront({ dir, clock, measure });
  const worker = startWorker({ dir, durable: front.log.durable, refine_wait: options.refine_wait ?? 5000 }, onDeath);
  const token = randomBytes(24).toString('base64url');
  const { refine, select, stages, metrics: working } = worker.methods;
  const metrics = async () => {
    measure('process_memory', process.memoryUsage.rss());
    return exposition([...families(), ...(await working())]);
  };
  const server = httpServer({
    functions: {
      collect: eventsRoute(front.collect),
      api: apiRoute(
        api({ ...front, clock, authorize: singleToken(token), refine, select, stages, measure, log: logLine }),
      ),
    },
    page: await pageFiles(),
    metrics,
    measure,
    onError: error => logLine(errorEntry('request_failed', error)),
  });
  const port = await listen(server, { port: options.port ?? 8787, asked: options.port !== undefined });
  const url = `http://127.0.0.1:${port}`;
  await writeServerFile(dir, { url, token, pid: process.pid });

  const playing = new AbortController();
  const demo = options.empty ? undefined : await demoOf(front, { now: clock.now() });
  const notes = options.port === undefined && port !== 8787 ? [`port 8787 is taken, so this is ${port}`] : [];
  process.stdout.write(banner({ url, token, dir, demo: demo !== undefined && !demo.loaded, notes }));
  const playDemo = async (state: NonNullable<typeof demo>) => {
    await playMonth(front, state, playing.signal);
    if (!state.loaded && !playing.signal.aborted) await refine();
    await keepPlaying(front, state, playing.signal);
  };
  const background = Promise.all([
    demo && playDemo(demo),
    keepTrimmed({ log: front.log, done: worker.methods.done, signal: playing.signal }),
  ]).catch(error => playing.signal.aborted || onDeath(error));

  return {
    url,
    async stop() {
      playing.abort();
      const closed = new Promise(done => server.close(done));
      server.closeIdleConnections();
      await closed;
      await background;
      await worker.stop();
      await front.close();
      await removeServerFile(dir, process.pid);
    },
  };
}
