import { Worker } from 'node:worker_threads';
import { remote } from './rpc.ts';
import type { BackMethods, WorkerData } from './worker-methods.ts';

/** The working half, in its thread. */
export type BackThread = { methods: BackMethods; stop: () => Promise<void> };

/** Starts the thread; `onDeath` hears when it ends without being asked to. */
export function startWorker(workerData: WorkerData, onDeath: (error: unknown) => void): BackThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, name: 'lake' });
  const { methods, fail } = remote<BackMethods>(worker);
  let stopping = false;
  const died = (error: unknown) => {
    fail('the lake is stopping: ask again when it runs');
    if (!stopping) onDeath(error);
  };
  worker.on('error', died);
  worker.on('exit', code => died(new Error(`the worker ended with code ${code}`)));
  return {
    methods,
    async stop() {
      stopping = true;
      await methods.stop();
      await worker.terminate();
    },
  };
}
