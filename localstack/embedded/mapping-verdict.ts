import type { BatchHandler, StreamRecord } from '../../core/ports.ts';

/** What the handler made of a batch: `done` of its records, from the first, went well; `error` says why the rest did not. */
export type Attempt = { done: number; error?: string };

/**
 * Hands the batch over. Records before the lowest failed one are done, those after it are not, whatever became of them;
 * a throw, or a sequence that is not of the batch, fails it whole.
 */
export async function attempt(handler: BatchHandler, records: readonly StreamRecord[]): Promise<Attempt> {
  try {
    const { failures } = await handler(records);
    const failed = failures.map(sequence => records.findIndex(record => record.sequence === sequence));
    const stranger = failures[failed.indexOf(-1)];
    if (stranger !== undefined) return { done: 0, error: `the handler named ${stranger}, which is not of the batch` };
    if (failed.length === 0) return { done: records.length };
    return { done: Math.min(...failed), error: `the handler failed ${failed.length} of ${records.length} records` };
  } catch (error) {
    return { done: 0, error: error instanceof Error ? error.message : String(error) };
  }
}

/** What happens next to records that failed: they are handled again as these batches, or given up. */
export type Verdict = { next: 'again'; batches: StreamRecord[][]; attempts: number } | { next: 'give_up' };

/** Splitting does not count as a retry; records whose first has not failed before begin to count anew. */
export function judge(failed: StreamRecord[], { attempts, bisect, retries }: Judged): Verdict {
  if (bisect && failed.length > 1) {
    const half = Math.ceil(failed.length / 2);
    return { next: 'again', batches: [failed.slice(0, half), failed.slice(half)], attempts: 0 };
  }
  if (attempts > retries) return { next: 'give_up' };
  return { next: 'again', batches: [failed], attempts };
}

/** `attempts` have failed on these records, the last one included. */
export type Judged = { attempts: number; bisect: boolean; retries: number };
