import type { StreamRecord } from '../../core/ports.ts';
import type { Checkpoint } from './mapping-checkpoint.ts';
import { writeCheckpoint } from './mapping-checkpoint.ts';
import { keepFailure } from './mapping-failures.ts';
import type { Filled, MappingPorts } from './mapping-settings.ts';
import { backoff } from './mapping-settings.ts';
import { batchSource } from './mapping-source.ts';
import { attempt, judge } from './mapping-verdict.ts';

/** What a poll did; at `until` (epoch milliseconds) there is something to do. `first` and `last` are sequences. */
export type PollOutcome =
  | { did: 'nothing' }
  | { did: 'wait'; for: 'window' | 'retry'; until: number }
  | { did: 'handled'; records: number; first: string; last: string }
  | { did: 'failed'; handled: number; error: string; attempts: number; until: number }
  | { did: 'gave_up'; handled: number; records: number; error: string; key: string };

/** A consumer's state between polls. Not for concurrent steps. */
export type Consumer = {
  /** Looks at what waits, so that `oldest` knows; handles nothing. */
  look: () => Promise<void>;
  step: (options: { hurry: boolean }) => Promise<PollOutcome>;
  checkpoint: () => Checkpoint;
  counts: () => Counts;
  /** Arrival of the oldest record known and not done, else of the last one done; epoch milliseconds. */
  oldest: () => number | undefined;
};
export type Counts = { records: number; events: number; failed_records: number };

/** Batches that wait, the first being the one under way; `attempts` have failed on it. */
type Work = { batches: StreamRecord[][]; attempts: number; not_before: number };
const IDLE: Work = { batches: [], attempts: 0, not_before: 0 };

/** A consumer that stands at the checkpoint. Each step stores what it is about to handle, handles it, then stores that it is done. */
export function consumer(ports: MappingPorts, settings: Filled, start: Checkpoint): Consumer {
  const { clock, objects, keyValue, handler } = ports;
  const source = batchSource(ports.reader, settings);
  const counts: Counts = { records: 0, events: 0, failed_records: 0 };
  let checkpoint = start;
  let work = IDLE;
  let lastArrival: number | undefined;

  async function store(next: Checkpoint): Promise<void> {
    await writeCheckpoint(keyValue, settings.name, next);
    checkpoint = next;
  }

  async function nextBatch(hurry: boolean): Promise<PollOutcome | undefined> {
    const { records, full } = await source.gather(checkpoint);
    const [first] = records;
    if (!first) return { did: 'nothing' };
    const until = first.arrived_at + settings.window_ms;
    if (!full && !hurry && clock.now() < until) return { did: 'wait', for: 'window', until };
    work = { ...IDLE, batches: [source.take()] };
    return undefined;
  }

  async function step({ hurry }: { hurry: boolean }): Promise<PollOutcome> {
    const idle = work.batches.length === 0 ? await nextBatch(hurry) : undefined;
    if (idle) return idle;
    if (clock.now() < work.not_before) return { did: 'wait', for: 'retry', until: work.not_before };
    const batch = work.batches[0]!;
    const oldEnough = clock.now() - settings.max_record_age_ms;
    const young = batch.findIndex(record => record.arrived_at >= oldEnough);
    if (young !== 0) return giveUp(batch.slice(0, young < 0 ? batch.length : young), { error: TOO_OLD, handled: 0 });
    const last = batch.at(-1)!.sequence;
    if (checkpoint.planned_last !== last) await store({ ...checkpoint, planned_last: last });
    const { done, error } = await attempt(handler, batch);
    if (done > 0) await finish(batch.slice(0, done));
    if (error === undefined) return { did: 'handled', records: done, first: batch[0]!.sequence, last };
    return fail(batch.slice(done), { error, handled: done });
  }

  /** Records the first of the batch as done, handled or given up. */
  async function finish(done: readonly StreamRecord[]): Promise<void> {
    const [batch, ...others] = work.batches;
    const rest = batch!.slice(done.length);
    const events = eventsOf(done);
    const planned_last = rest.length > 0 ? checkpoint.planned_last : null;
    await store({ after: done.at(-1)!.sequence, planned_last, events: checkpoint.events + events });
    work = { ...IDLE, batches: rest.length > 0 ? [rest, ...others] : others };
    lastArrival = done.at(-1)!.arrived_at;
    counts.records += done.length;
    counts.events += events;
  }

  async function fail(
    failed: StreamRecord[],
    { error, handled }: { error: string; handled: number },
  ): Promise<PollOutcome> {
    const attempts = work.attempts + 1;
    const verdict = judge(failed, { ...settings, attempts });
    if (verdict.next === 'give_up') return giveUp(failed, { error, handled });
    const until = clock.now() + backoff(verdict.attempts, settings);
    work = { batches: [...verdict.batches, ...work.batches.slice(1)], attempts: verdict.attempts, not_before: until };
    return { did: 'failed', handled, error, attempts, until };
  }

  async function giveUp(
    records: StreamRecord[],
    { error, handled }: { error: string; handled: number },
  ): Promise<PollOutcome> {
    const attempts = error === TOO_OLD ? work.attempts : work.attempts + 1;
    const key = await keepFailure(objects, records, {
      consumer: settings.name,
      condition: error === TOO_OLD ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted',
      error,
      attempts,
      failed_at: clock.now(),
    });
    await finish(records);
    counts.records -= records.length;
    counts.events -= eventsOf(records);
    counts.failed_records += records.length;
    return { did: 'gave_up', handled, records: records.length, error, key };
  }

  return {
    look: async () => void (await source.gather(checkpoint)),
    step,
    checkpoint: () => checkpoint,
    counts: () => ({ ...counts }),
    oldest: () => (work.batches[0]?.[0] ?? source.first())?.arrived_at ?? lastArrival,
  };
}

const TOO_OLD = 'the records are older than max_record_age_ms';

const eventsOf = (records: readonly StreamRecord[]) => records.reduce((sum, record) => sum + (record.count ?? 1), 0);
