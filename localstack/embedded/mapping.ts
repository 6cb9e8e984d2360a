import { setTimeout as pause } from 'node:timers/promises';
import { readCheckpoint, recordsDone } from './mapping-checkpoint.ts';
import type { PollOutcome } from './mapping-consumer.ts';
import { consumer } from './mapping-consumer.ts';
import type { MappingPorts, MappingSettings } from './mapping-settings.ts';
import { filled } from './mapping-settings.ts';

/** Figures of a consumer. Lag is what is durable and not done; `records`, `events` and `failed_records` count since it was opened. */
export type MappingStats = {
  name: string;
  lag_records: number;
  lag_events: number;
  iterator_age_ms: number;
  records: number;
  events: number;
  failed_records: number;
  /** Why the last batch failed or could not be stored; null once one has gone well. */
  last_error: string | null;
};

/** A consumer of the stream. */
export type Mapping = {
  /** Handles one batch at most. Throws when the stream cannot be read or progress not stored; the batch is then repeated. */
  poll: () => Promise<PollOutcome>;
  /** Polls until the signal aborts, asleep while there is nothing to do. A batch under way is finished first. */
  run: (signal: AbortSignal) => Promise<void>;
  /** Handles what is durable at the call, without waiting for batches to fill. */
  drain: () => Promise<void>;
  stats: () => MappingStats;
  /** The last sequence done: the stream may be trimmed before the lowest of all consumers. */
  after: () => string | null;
};

const IDLE_MS = 1000;
const TROUBLE_MS = 1000;
const GATHER_MS = 20;

/**
 * Opens a consumer where its checkpoint stands, with the semantics of Lambda's event source mapping: batches in order,
 * partial failure, retries with growing pauses, bisection, and given-up records kept whole in the object store.
 */
export async function openMapping(settings: MappingSettings, ports: MappingPorts): Promise<Mapping> {
  const { reader, clock, sleep = pauseFor } = ports;
  const { look, step, checkpoint, counts, oldest } = consumer(
    ports,
    filled(settings),
    await readCheckpoint(ports.keyValue, settings.name, reader),
  );
  await look();
  let last: Promise<unknown> = Promise.resolve();
  let last_error: string | null = null;
  let draining = 0;

  /** One step after another, whoever asks. */
  function poll(): Promise<PollOutcome> {
    const next = last.then(() => step({ hurry: draining > 0 }));
    last = next.then(
      outcome => {
        if ('error' in outcome) last_error = outcome.error;
        else if (outcome.did === 'handled') last_error = null;
      },
      error => {
        last_error = error instanceof Error ? error.message : String(error);
      },
    );
    return next;
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const version = reader.version();
      const outcome = await poll().catch(() => undefined); // told by stats; the step is repeated
      if (!outcome) await sleep(TROUBLE_MS, signal);
      else if (outcome.did === 'nothing') await reader.changed(version, { milliseconds: IDLE_MS, signal });
      else if (outcome.did === 'wait') {
        const milliseconds = Math.max(1, outcome.until - clock.now());
        // a busy stream changes many times while a batch fills: one look every so often sees them all
        await sleep(outcome.for === 'window' ? Math.min(milliseconds, GATHER_MS) : milliseconds, signal);
      }
    }
  }

  async function drain(): Promise<void> {
    const target = reader.totals().records;
    draining += 1;
    try {
      while (recordsDone(checkpoint()) < target) {
        const outcome = await poll();
        if (outcome.did === 'wait') await sleep(Math.max(1, outcome.until - clock.now()));
      }
    } finally {
      draining -= 1;
    }
  }

  function stats(): MappingStats {
    const { records, events } = reader.totals();
    const lag_records = records - recordsDone(checkpoint());
    const age = clock.now() - (oldest() ?? clock.now());
    return {
      name: settings.name,
      lag_records,
      lag_events: events - checkpoint().events,
      iterator_age_ms: lag_records === 0 ? 0 : Math.max(0, age),
      ...counts(),
      last_error,
    };
  }

  return { poll, run, drain, stats, after: () => checkpoint().after };
}

async function pauseFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, signal && { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
