/** What starts a function. */
export type Trigger =
  | { kind: 'http'; method: 'GET' | 'POST' | 'DELETE' | 'ANY'; path: string }
  /** Batches of the event stream; windows in milliseconds. What fails for good goes under `on_failure` in the object store. */
  | {
      kind: 'stream';
      batch_size: number;
      batch_bytes: number;
      window_ms: number;
      retries: number;
      bisect: boolean;
      on_failure: string;
    }
  | { kind: 'object_created'; prefixes: readonly string[] }
  | { kind: 'schedule'; every_seconds: number };

/** The ports a function stands on; its permissions follow from them. */
export type Port = 'stream' | 'objects' | 'keyValue' | 'engine' | 'secrets';

/** One function: the module of its handler, what it needs, and what starts it. Memory in MiB. */
export type FunctionSpec = {
  entry: `lambdas/${string}/handler.ts`;
  memory: number;
  timeout_seconds: number;
  ports: readonly Port[];
  triggers: readonly Trigger[];
};

const STREAM = {
  kind: 'stream',
  batch_bytes: 2 * 1024 * 1024,
  retries: 5,
  bisect: true,
  on_failure: 'failed/',
} as const;

/** Every function there is. The cloud's stacks and the laptop both read this. */
export const functions = {
  /** Accepts events, and puts each request on the stream as one delivery. */
  collect: {
    entry: 'lambdas/collect/handler.ts',
    memory: 1024,
    timeout_seconds: 10,
    ports: ['stream', 'keyValue', 'secrets'],
    triggers: [{ kind: 'http', method: 'POST', path: '/v1/events' }],
  },
  /** Writes deliveries as Parquet, by the fate of their events. */
  transform: {
    entry: 'lambdas/transform/handler.ts',
    memory: 1769,
    timeout_seconds: 60,
    ports: ['objects'],
    triggers: [{ ...STREAM, batch_size: 200, window_ms: 1000 }],
  },
  /** Counts what the stream has acknowledged. */
  live: {
    entry: 'lambdas/live/handler.ts',
    memory: 512,
    timeout_seconds: 30,
    ports: ['keyValue'],
    triggers: [{ ...STREAM, batch_size: 500, window_ms: 1000 }],
  },
  /** Notes new objects for refine. */
  register: {
    entry: 'lambdas/register/handler.ts',
    memory: 256,
    timeout_seconds: 30,
    ports: ['keyValue', 'objects'],
    triggers: [{ kind: 'object_created', prefixes: ['bronze/', 'quarantine/', 'late/', 'failed/'] }],
  },
  /** Merges what is new into silver, recomputes the models it touched and publishes them. */
  refine: {
    entry: 'lambdas/refine/handler.ts',
    memory: 1024,
    timeout_seconds: 900,
    ports: ['engine', 'keyValue', 'objects', 'secrets'],
    triggers: [{ kind: 'schedule', every_seconds: 300 }],
  },
  /** Answers the dashboard and the command line. */
  api: {
    entry: 'lambdas/api/handler.ts',
    memory: 1024,
    timeout_seconds: 29,
    ports: ['keyValue', 'secrets', 'engine', 'stream'],
    triggers: [
      { kind: 'http', method: 'ANY', path: '/api/{proxy+}' },
      { kind: 'http', method: 'GET', path: '/health' },
    ],
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functions;

/** How the stream feeds a function. Throws when it does not. */
export function streamTrigger(name: FunctionName): Extract<Trigger, { kind: 'stream' }> {
  const triggers: readonly Trigger[] = functions[name].triggers;
  const found = triggers.find(trigger => trigger.kind === 'stream');
  if (!found) throw new Error(`${name} is not fed by the stream: see lambdas/functions.ts`);
  return found;
}
