import { randomUUID } from 'node:crypto';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Clock } from '../../core/ports.ts';
import type { Sleep } from '../adapters/backoff.ts';
import { pause } from '../adapters/backoff.ts';
import { sharedClient } from '../adapters/clients.ts';
import { NOTHING_DONE, summaryOf } from '../refine/finish.ts';
import type { Planned } from '../refine/plan.ts';
import type { RunSummary } from '../refine/run-store.ts';
import type { StillRunning } from './ports.ts';
import { Problem } from './problem.ts';

/** `wait_ms` is how long a caller waits for the end of a run, below what the gateway waits; 20 s. */
export type WorkflowOptions = { workflow: string; clock: Clock; wait_ms?: number; client?: SFNClient; sleep?: Sleep };

const PATIENCE = { request_ms: 3000, attempts: 3 };
const BETWEEN_LOOKS_MS = 1000;

/** Starts the refine workflow and waits a while: answers what it did, or that it still runs. Throws a Problem when it failed. */
export function refineWorkflow({
  workflow,
  clock,
  wait_ms = 20_000,
  client = sharedClient(SFNClient, PATIENCE),
  sleep = pause,
}: WorkflowOptions): () => Promise<RunSummary | StillRunning> {
  return async function refine() {
    const started = clock.now();
    const run_id = randomUUID();
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: workflow, name: run_id }));
    while (clock.now() - started < wait_ms) {
      await sleep(BETWEEN_LOOKS_MS);
      const { status, output = '{}' } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'SUCCEEDED') return answerOf(JSON.parse(output), { run_id, started, ended: clock.now() });
      if (status !== 'RUNNING')
        throw new Problem(502, 'refine_failed', `run ${run_id} ended as ${status}: the next run repairs what it left`);
    }
    return { run_id, status: 'running' };
  };
}

type Run = { run_id: string; started: number; ended: number };

/** The workflow ends with what its last step said: a summary, or a plan without work. */
function answerOf(output: RunSummary | Planned, run: Run): RunSummary | StillRunning {
  if ('started_at' in output) return output;
  return output.busy ? { run_id: run.run_id, status: 'running' } : summaryOf({ ...run, ...NOTHING_DONE });
}
