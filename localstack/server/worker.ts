import { parentPort, workerData } from 'node:worker_threads';
import { spokenEntry } from '../../lambdas/error-entry.ts';
import { systemClock } from '../embedded/clock.ts';
import { openBack } from '../open-lake.ts';
import { hideExperimentalWarnings } from '../quiet.ts';
import { logLine } from './log-line.ts';
import { refineLoop } from './refine-loop.ts';
import { answerCalls } from './rpc.ts';
import type { BackMethods, WorkerData } from './worker-methods.ts';

/** The working half of the lake in its own thread: a merge never delays an answer to a client. */
hideExperimentalWarnings();
const { dir, durable, refine_wait } = workerData as WorkerData;
const back = await openBack({ dir, clock: systemClock, durable });
const stopping = new AbortController();
// this half sees pseudonymised and masked data only, so an error may be told in its own words
const onError = (error: unknown) => logLine(spokenEntry('refine_failed', error));
const refining = refineLoop({ run: back.refine, wait: refine_wait, now: systemClock.now, onError });
const running = [back.consume(stopping.signal), refining.keepRunning(stopping.signal)];

const methods: BackMethods = {
  async refine() {
    await back.drain();
    return refining.once();
  },
  select: back.select,
  stages: async () => back.stages(),
  done: async () => back.done(),
  metrics: back.metrics,
  async stop() {
    stopping.abort();
    await Promise.all(running);
    await back.close();
  },
};
answerCalls(parentPort!, methods);
