/** One end of a channel between two threads: a Worker or its parentPort. */
export type Channel = {
  postMessage: (message: unknown) => void;
  on: (event: 'message', listener: (message: unknown) => void) => unknown;
};

type Call = { id: number; method: string; args: unknown[] };
type Outcome = { id: number; value?: unknown; failed?: string };

/** Methods that may be called from another thread: arguments and answers are plain values. */
export type Methods = Record<string, (...args: never[]) => Promise<unknown>>;

/** Answers calls from the other thread with these methods. */
export function answerCalls(channel: Channel, methods: Methods): void {
  channel.on('message', async message => {
    const { id, method, args } = message as Call;
    const call = methods[method] as ((...args: unknown[]) => Promise<unknown>) | undefined;
    const outcome: Outcome = await (call
      ? call(...args)
      : Promise.reject(new Error(`there is no method ${method}`))
    ).then(
      value => ({ id, value }),
      (error: Error) => ({ id, failed: error.message }),
    );
    channel.postMessage(outcome);
  });
}

/** The other thread's methods. A call fails with the words of the error there, or with those given to `fail`. */
export function remote<M extends Methods>(channel: Channel): { methods: M; fail: (reason: string) => void } {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let gone: string | undefined;
  channel.on('message', message => {
    const { id, value, failed } = message as Outcome;
    const call = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) call?.resolve(value);
    else call?.reject(new Error(failed));
  });
  const methods = new Proxy({} as M, {
    get:
      (_target, method) =>
      (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          if (gone !== undefined) return reject(new Error(gone));
          last += 1;
          waiting.set(last, { resolve, reject });
          channel.postMessage({ id: last, method: String(method), args } satisfies Call);
        }),
  });
  const fail = (reason: string) => {
    gone = reason;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  return { methods, fail };
}
