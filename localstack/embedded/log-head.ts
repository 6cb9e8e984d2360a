/** Records and events of the log since it began; trimmed ones count. */
export type LogTotals = { records: number; events: number };

/** How much of the log is durable, in memory shared between threads. */
export type LogHead = {
  /** For `openLogReader` in any thread. */
  shared: SharedArrayBuffer;
  totals: () => LogTotals;
  /** Moves the head; one thread only. */
  advance: (totals: LogTotals) => void;
  /** Grows with every `advance`: read it, look at the log, then wait for `changed(version)`. */
  version: () => number;
  /** Resolves when the head has moved on from `version`, after `milliseconds`, or when the signal aborts. */
  changed: (version: number, options: { milliseconds: number; signal?: AbortSignal }) => Promise<void>;
};

const SIZE = 24;

/** A head over memory of another one; without it, a new head at zero. */
export function logHead(shared = new SharedArrayBuffer(SIZE)): LogHead {
  const totals = new BigInt64Array(shared, 0, 2);
  const version = new Int32Array(shared, 16, 1);
  return {
    shared,
    totals: () => ({ records: Number(Atomics.load(totals, 0)), events: Number(Atomics.load(totals, 1)) }),
    advance({ records, events }) {
      Atomics.store(totals, 1, BigInt(events));
      Atomics.store(totals, 0, BigInt(records));
      Atomics.add(version, 0, 1);
      Atomics.notify(version, 0);
    },
    version: () => Atomics.load(version, 0),
    changed: (seen, options) => waitFor(Atomics.waitAsync(version, 0, seen, options.milliseconds), options),
  };
}

type Waiting = ReturnType<typeof Atomics.waitAsync>;

function waitFor(
  waiting: Waiting,
  { milliseconds, signal }: { milliseconds: number; signal?: AbortSignal },
): Promise<void> {
  if (!waiting.async || signal?.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(alive);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    // a pending wait does not keep a thread alive, a timer does
    const alive = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
    void waiting.value.then(done);
  });
}
