import type {
  Clock,
  EventStream,
  Item,
  ItemKey,
  Json,
  KeyValue,
  NewRecord,
  ObjectStore,
  Secrets,
  StreamRecord,
  Write,
} from '../core/ports.ts';
import { StreamUnavailable } from '../core/ports.ts';

/** A clock that stands still until it is moved. */
export function memoryClock(
  start = Date.UTC(2026, 2, 1, 10),
): Clock & { set: (now: number) => void; advance: (ms: number) => void } {
  let now = start;
  return {
    now: () => now,
    set: to => {
      now = to;
    },
    advance: ms => {
      now += ms;
    },
  };
}

/** A stream of one shard that keeps its records, and refuses while `down` is set. */
export function memoryStream(clock: Clock = memoryClock()): EventStream & { records: StreamRecord[]; down: boolean } {
  const stream = {
    records: [] as StreamRecord[],
    down: false,
    put: async (record: NewRecord) => {
      if (stream.down) throw new StreamUnavailable('the stream is down', 7);
      const position = { shard: '0', sequence: String(stream.records.length).padStart(20, '0') };
      stream.records.push({ ...record, ...position, arrived_at: clock.now() });
      return position;
    },
  };
  return stream;
}

/** Objects in a map. */
export function memoryObjects(): ObjectStore & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    put: async (key, body, { if_absent = false } = {}) => {
      if (if_absent && objects.has(key)) return 'exists';
      objects.set(key, body.slice());
      return 'stored';
    },
    get: async key => objects.get(key),
    list: async function* (prefix, { after = '' } = {}) {
      for (const key of [...objects.keys()].sort()) {
        if (key.startsWith(prefix) && key > after) yield { key, size: objects.get(key)!.length, modified_at: 0 };
      }
    },
    delete: async key => {
      objects.delete(key);
    },
  };
}

/** Secrets in a map. */
export function memorySecrets(): Secrets {
  const secrets = new Map<string, string>();
  return {
    get: async name => secrets.get(name),
    create: async (name, value) => {
      if (!secrets.has(name)) secrets.set(name, value);
      return secrets.get(name)!;
    },
  };
}

/** Items in a map, with the semantics of the port: conditions, counters, expiry. */
export function memoryKeyValue(clock: Clock = memoryClock()): KeyValue {
  const items = new Map<string, Item>();
  const idOf = ({ partition, sort }: ItemKey): string => `${partition}\u0000${sort}`;
  const current = (key: ItemKey): Item | undefined => {
    const item = items.get(idOf(key));
    return item && (item.expires_at === undefined || item.expires_at > clock.now()) ? item : undefined;
  };
  const copy = (value: Json): Json => structuredClone(value);
  return {
    get: async key => {
      const item = current(key);
      return item && copy(item.value);
    },
    query: async (partition, { prefix = '', from, to, after, limit, descending = false } = {}) => {
      const found = [...items.values()]
        .filter(item => item.partition === partition && current(item) && item.sort.startsWith(prefix))
        .filter(({ sort }) => (from === undefined || sort >= from) && (to === undefined || sort <= to))
        .filter(({ sort }) => after === undefined || (descending ? sort < after : sort > after))
        .sort((a, b) => (a.sort < b.sort ? -1 : 1) * (descending ? -1 : 1));
      return found.slice(0, limit).map(item => ({ ...item, value: copy(item.value) }));
    },
    write: async writes => {
      if (!writes.every(write => holds(write, current(write)))) return false;
      for (const write of writes) {
        if (write.kind === 'delete') items.delete(idOf(write));
        else if (write.kind === 'put') items.set(idOf(write), { ...bare(write), value: copy(write.value) });
        else items.set(idOf(write), added(write, current(write)));
      }
      return true;
    },
  };
}

function holds(write: Write, item: Item | undefined): boolean {
  if (write.kind !== 'put') return true;
  if (write.if_absent && item) return false;
  return write.if_value === undefined || JSON.stringify(item?.value) === JSON.stringify(write.if_value);
}

const bare = ({ partition, sort, value, expires_at }: Item): Item => ({
  partition,
  sort,
  value,
  ...(expires_at !== undefined && { expires_at }),
});

function added(write: Write & { kind: 'add' }, item: Item | undefined): Item {
  const value = { ...((item?.value ?? {}) as Record<string, Json>) };
  for (const [name, amount] of Object.entries(write.amounts))
    value[name] = ((value[name] as number | undefined) ?? 0) + amount;
  const expires_at = write.expires_at ?? item?.expires_at;
  return { partition: write.partition, sort: write.sort, value, ...(expires_at !== undefined && { expires_at }) };
}
