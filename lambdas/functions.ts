import type { ObjectZone } from '../core/zones.ts';

/** What starts a function. */
export type Trigger =
  /** A route of the HTTP API. `auth` says who checks the caller: the function by write key, the gateway by token, or nobody. */
  | { kind: 'http'; method: 'GET' | 'POST' | 'DELETE' | 'ANY'; path: string; auth: 'write_key' | 'token' | 'none' }
  /** Batches of the event stream. What fails for good is kept whole in the zone `failed`. */
  | ({ kind: 'stream' } & StreamFeed)
  /** Objects that appeared in these zones. */
  | { kind: 'object_created'; zones: readonly ObjectZone[] }
  /** Steps of the refine workflow, which begins by a schedule of the environment. */
  | { kind: 'workflow' };

/** How the stream feeds a function; `window_ms` is the laptop's, an environment on AWS chooses its own. */
export type StreamFeed = {
  batch_size: number;
  batch_bytes: number;
  window_ms: number;
  retries: number;
  bisect: boolean;
};

/** The ports a function stands on and what it does with each; its permissions follow from them. */
export type Ports = {
  stream?: 'write';
  objects?: { read?: readonly ObjectZone[]; write?: readonly ObjectZone[] };
  /** The global table has games and write keys, the regional one all else. */
  keyValue?: { global?: Access; regional?: Access };
  /** `read`: SELECT over silver and gold; `write`: all that refine does. */
  engine?: Access;
  secrets?: 'read' | 'create';
  /** Starting the refine workflow, and asking how it went. */
  workflow?: 'start';
  /** How far the consumers are behind. */
  lag?: 'read';
};
export type Access = 'read' | 'write';

/** What a function is told by its environment, by port. All are text; what each holds is said in `lambdas/settings.ts`. */
export const portSettings = {
  stream: ['STREAM_KIND', 'STREAM_NAME', 'STREAM_BROKERS'],
  objects: ['ZONE_BUCKETS'],
  keyValue: ['GLOBAL_TABLE', 'REGIONAL_TABLE'],
  engine: ['WORKGROUP', 'ZONE_BUCKETS'],
  secrets: ['SECRETS_PREFIX', 'SECRETS_KEY', 'SECRETS_REPLICAS'],
  workflow: ['REFINE_WORKFLOW'],
  lag: ['STREAM_KIND', 'STREAM_NAME'],
} as const satisfies Record<keyof Ports, readonly string[]>;

/** One function: the module of its handler, what it needs, and what starts it. Memory in MiB. */
export type FunctionSpec = {
  entry: `lambdas/${string}/handler.ts`;
  memory: number;
  timeout_seconds: number;
  ports: Ports;
  /** Settings beyond those of its ports. */
  settings: readonly string[];
  triggers: readonly Trigger[];
};

const STREAM = { kind: 'stream', batch_bytes: 2 * 1024 * 1024, retries: 5, bisect: true } as const;

/** Every function there is. The cloud's stacks and the laptop both read this. */
export const functions = {
  /** Accepts events, and puts each request on the stream as one delivery. */
  collect: {
    entry: 'lambdas/collect/handler.ts',
    memory: 1024,
    timeout_seconds: 10,
    ports: { stream: 'write', keyValue: { global: 'read' }, secrets: 'read' },
    settings: ['LATE_WINDOW_DAYS', 'FUTURE_BOUND_MINUTES', 'EDGE_SECRET'],
    triggers: [{ kind: 'http', method: 'POST', path: '/v1/events', auth: 'write_key' }],
  },
  /** Writes deliveries as Parquet, by the fate of their events. */
  transform: {
    entry: 'lambdas/transform/handler.ts',
    memory: 1769,
    timeout_seconds: 60,
    ports: { objects: { write: ['bronze', 'quarantine', 'late'] } },
    settings: [],
    triggers: [{ ...STREAM, batch_size: 200, window_ms: 1000 }],
  },
  /** Counts what the stream has acknowledged. */
  live: {
    entry: 'lambdas/live/handler.ts',
    memory: 512,
    timeout_seconds: 30,
    ports: { keyValue: { regional: 'write' } },
    settings: [],
    triggers: [{ ...STREAM, batch_size: 500, window_ms: 1000 }],
  },
  /** Notes new objects for refine. */
  register: {
    entry: 'lambdas/register/handler.ts',
    memory: 256,
    timeout_seconds: 30,
    ports: { keyValue: { regional: 'write' } },
    settings: ['ZONE_BUCKETS'],
    triggers: [{ kind: 'object_created', zones: ['bronze', 'quarantine', 'late', 'failed'] }],
  },
  /** Merges what is new into silver, recomputes the models it touched and publishes them, a step at a time. */
  refine: {
    entry: 'lambdas/refine/handler.ts',
    memory: 512,
    timeout_seconds: 900,
    ports: {
      engine: 'write',
      keyValue: { global: 'read', regional: 'write' },
      objects: { read: ['bronze', 'quarantine', 'late', 'failed'] },
    },
    settings: ['LATE_WINDOW_DAYS'],
    triggers: [{ kind: 'workflow' }],
  },
  /** Answers the dashboard and the command line. */
  api: {
    entry: 'lambdas/api/handler.ts',
    memory: 1024,
    timeout_seconds: 29,
    ports: {
      keyValue: { global: 'write', regional: 'read' },
      secrets: 'create',
      engine: 'read',
      workflow: 'start',
      lag: 'read',
    },
    settings: ['USER_POOL', 'USER_POOL_CLIENT', 'EDGE_SECRET'],
    triggers: [
      { kind: 'http', method: 'ANY', path: '/api/{proxy+}', auth: 'token' },
      { kind: 'http', method: 'GET', path: '/health', auth: 'none' },
    ],
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functions;

/** The functions that a kind of trigger starts: whoever wires such functions cannot forget one. */
export type StartedBy<K extends Trigger['kind']> = {
  [N in FunctionName]: K extends (typeof functions)[N]['triggers'][number]['kind'] ? N : never;
}[FunctionName];

type PortsOf<N extends FunctionName> = keyof (typeof functions)[N]['ports'] & keyof typeof portSettings;

/** The settings one function is told, and no others. */
export type SettingOf<N extends FunctionName> =
  | (typeof portSettings)[PortsOf<N>][number]
  | (typeof functions)[N]['settings'][number];

/** Every setting of any function. */
export type Setting = { [N in FunctionName]: SettingOf<N> }[FunctionName];

/** The names of a function's settings, each once. */
export function settingsOf<N extends FunctionName>(name: N): SettingOf<N>[] {
  const { ports, settings }: FunctionSpec = functions[name];
  const names = Object.keys(ports).flatMap(port => [...portSettings[port as keyof Ports]] as string[]);
  return [...new Set([...names, ...settings])] as SettingOf<N>[];
}

/** How the stream feeds a function. Throws when it does not. */
export function streamTrigger(name: FunctionName): StreamFeed {
  const triggers: readonly Trigger[] = functions[name].triggers;
  const found = triggers.find(trigger => trigger.kind === 'stream');
  if (!found) throw new Error(`${name} is not fed by the stream: see lambdas/functions.ts`);
  return found;
}
