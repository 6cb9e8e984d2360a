import type { Context } from 'aws-lambda';
import type { Clock } from '../core/ports.ts';
import type { Recorder } from './emf.ts';
import { emfRecorder } from './emf.ts';
import { errorEntry, spokenEntry } from './error-entry.ts';
import type { FunctionName } from './functions.ts';
import type { GatewayFunction } from './gateway.ts';
import { INTERNAL, NOT_READY, NotReady } from './gateway.ts';
import type { Log } from './log.ts';
import { jsonLog } from './log.ts';
import type { Measure } from './metrics.ts';

/** What every function has. */
export type Tools = { clock: Clock; measure: Measure; log: Log };

type Handle<E, A> = (event: E, context: Context) => Promise<A>;

/** What stands around a function: `recorder` and `log` are its own when absent. */
export type Around = { recorder?: Recorder; log?: Log };

const systemClock: Clock = { now: () => Date.now() };

/**
 * A function as Lambda calls it: wired once, while its container starts. When that fails the call fails, and the next tries again.
 * Errors are logged and thrown, so that a mapping or a workflow tries again: behind collect all data is pseudonymised.
 */
export function lambda<E, A>(
  service: FunctionName,
  wire: (tools: Tools) => Promise<Handle<E, A>>,
  around: Around = {},
): Handle<E, A> {
  const tools = toolsOf(service, around);
  const wired = retried(() => wire(tools));
  return async (event, context) => {
    try {
      return await (await wired())(event, context);
    } catch (error) {
      tools.log(spokenEntry('function_failed', error));
      throw error;
    } finally {
      tools.recorder.flush();
    }
  };
}

/** A function behind the gateway: it answers 503 while it cannot be wired, and 500 to what nobody expected. */
export function gatewayLambda(
  service: FunctionName,
  wire: (tools: Tools) => Promise<GatewayFunction>,
  around: Around = {},
): GatewayFunction {
  const tools = toolsOf(service, around);
  const wired = retried(() => wire(tools));
  const ready = () => wired().catch((error: unknown) => Promise.reject(new NotReady(String((error as Error).message))));
  return async (event, context) => {
    try {
      return await (await ready())(event, context);
    } catch (error) {
      const notReady = error instanceof NotReady;
      tools.log(notReady ? spokenEntry('function_not_ready', error) : errorEntry('function_failed', error));
      return notReady ? NOT_READY : INTERNAL;
    } finally {
      tools.recorder.flush();
    }
  };
}

/** A line of metrics for every request would cost more than the stream. */
const BETWEEN_LINES_MS = 5000;

function toolsOf(service: FunctionName, around: Around): Tools & { recorder: Recorder } {
  const { now } = systemClock;
  // Lambda leaves a line of JSON as it is, and wraps what the console prints
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  const every_ms = service === 'collect' ? BETWEEN_LINES_MS : 0;
  const recorder = around.recorder ?? emfRecorder({ service, now, write, every_ms });
  return { clock: systemClock, measure: recorder.measure, recorder, log: around.log ?? jsonLog(service) };
}

/** Makes something at once, and again when it is asked for after a failure. */
function retried<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  const get = () => {
    made ??= make().catch(error => {
      made = undefined;
      throw error;
    });
    return made;
  };
  // whoever calls first is told
  get().catch(() => undefined);
  return get;
}
