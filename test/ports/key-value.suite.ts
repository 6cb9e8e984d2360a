import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Item, Json, KeyRange, KeyValue, Write } from '../../core/ports.ts';

/** A store on its own, on a clock that the test moves. */
export type OpenKeyValue = (clock: {
  now: () => number;
}) => Promise<{ keyValue: KeyValue; close: () => void | Promise<void> }>;

/** The laws of `KeyValue`. */
export function keyValueSuite(name: string, open: OpenKeyValue): void {
  const clock = { time: 1000, now: () => clock.time };
  let keyValue: KeyValue;
  let close: () => void | Promise<void>;
  beforeEach(async () => {
    clock.time = 1000;
    ({ keyValue, close } = await open(clock));
  });
  afterEach(async () => close());
  const sorts = async (range: KeyRange) => (await keyValue.query('p', range)).map(item => item.sort);

  test(`${name}: a value is read as it was put, with its expiry`, async () => {
    const value = { text: 'ä\u{1f3ae}\u0000', list: [1, null, true], nested: { zero: 0 } };
    await keyValue.write([{ kind: 'put', partition: 'p', sort: 's', value, expires_at: 5000 }]);
    expect(await keyValue.get({ partition: 'p', sort: 's' })).toEqual(value);
    expect(await keyValue.query('p')).toEqual([{ partition: 'p', sort: 's', value, expires_at: 5000 }]);
  });

  test(`${name}: a range has both ends, a page begins after its cursor, in either direction`, async () => {
    await keyValue.write(['a', 'b', 'ba', 'bb', 'c'].map(sort => ({ kind: 'put', partition: 'p', sort, value: sort })));
    await keyValue.write([{ kind: 'put', partition: 'q', sort: 'b', value: 'other' }]);
    expect(await sorts({})).toEqual(['a', 'b', 'ba', 'bb', 'c']);
    expect(await sorts({ prefix: 'b' })).toEqual(['b', 'ba', 'bb']);
    expect(await sorts({ from: 'b', to: 'bb' })).toEqual(['b', 'ba', 'bb']);
    expect(await sorts({ after: 'b', limit: 2 })).toEqual(['ba', 'bb']);
    expect(await sorts({ descending: true, limit: 2 })).toEqual(['c', 'bb']);
    expect(await sorts({ descending: true, after: 'bb', prefix: 'b' })).toEqual(['ba', 'b']);
  });

  test(`${name}: when one condition fails, nothing of the transaction is written`, async () => {
    await keyValue.write([{ kind: 'put', partition: 'p', sort: 'taken', value: 1 }]);
    const written = await keyValue.write([
      { kind: 'put', partition: 'p', sort: 'new', value: 2 },
      { kind: 'add', partition: 'p', sort: 'counter', amounts: { n: 1 } },
      { kind: 'put', partition: 'p', sort: 'taken', value: 3, if_absent: true },
    ]);
    expect(written).toBe(false);
    expect(await sorts({})).toEqual(['taken']);
  });

  test(`${name}: if_value compares the whole value, whatever the order of its names`, async () => {
    await keyValue.write([{ kind: 'put', partition: 'p', sort: 's', value: { a: 1, b: [2] } }]);
    const swap = (if_value: Json, value: Json) =>
      keyValue.write([{ kind: 'put', partition: 'p', sort: 's', if_value, value }]);
    expect(await swap({ a: 1 }, 'wrong')).toBe(false);
    expect(await swap({ b: [2], a: 1 }, 'right')).toBe(true);
    expect(await keyValue.get({ partition: 'p', sort: 's' })).toBe('right');
  });

  test(`${name}: concurrent additions all count`, async () => {
    const add = () => keyValue.write([{ kind: 'add', partition: 'p', sort: 's', amounts: { events: 2, money: 0.5 } }]);
    await Promise.all(Array.from({ length: 40 }, add));
    expect(await keyValue.get({ partition: 'p', sort: 's' })).toEqual({ events: 80, money: 20 });
  });

  test(`${name}: of many that create one item, one succeeds`, async () => {
    const create = (value: number) =>
      keyValue.write([{ kind: 'put', partition: 'p', sort: 's', value, if_absent: true }]);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => create(index)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await keyValue.get({ partition: 'p', sort: 's' })).toBe(answers.indexOf(true));
  });

  test(`${name}: an expired item is not there: not to read, not for a condition, not to add to`, async () => {
    const key = { partition: 'p', sort: 's' };
    await keyValue.write([{ kind: 'put', ...key, value: { n: 5 }, expires_at: 2000 }]);
    clock.time = 1999;
    expect(await keyValue.get(key)).toEqual({ n: 5 });
    clock.time = 2000;
    expect(await keyValue.get(key)).toBeUndefined();
    expect(await keyValue.query('p')).toEqual([]);
    await keyValue.write([{ kind: 'add', ...key, amounts: { n: 1 } }]);
    expect(await keyValue.get(key)).toEqual({ n: 1 });
  });

  test(`${name}: behaves as a map does`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async commands => {
        clock.time = 1000;
        const opened = await open(clock);
        const model = new Map<string, Item>();
        for (const next of commands) {
          if (next.kind === 'pass') clock.time += next.time;
          else expect(await opened.keyValue.write(next.writes)).toBe(writeModel(model, next.writes, clock.time));
          expect(await opened.keyValue.query('p')).toEqual(queryModel(model, clock.time));
        }
        await opened.close();
      }),
      { numRuns: 60 },
    );
  });
}

const key = { partition: fc.constant('p'), sort: fc.constantFrom('a', 'b', 'ä', '') };
const value = fc.constantFrom<Json>(1, 'x', null, { n: 1 }, { n: 1, m: 2 });
const expiry = fc.option(fc.integer({ min: 900, max: 1600 }), { nil: undefined });

const put = fc.record(
  { kind: fc.constant('put' as const), ...key, value, if_absent: fc.boolean(), if_value: value, expires_at: expiry },
  { requiredKeys: ['kind', 'partition', 'sort', 'value'] },
);
const remove = fc.record({ kind: fc.constant('delete' as const), ...key });
// its own key, which always holds an object: adding to anything else is an error
const add = fc.record({
  kind: fc.constant('add' as const),
  partition: fc.constant('p'),
  sort: fc.constant('sum'),
  amounts: fc.dictionary(fc.constantFrom('n', 'm'), fc.integer({ min: -5, max: 5 })),
});
const writes = fc.uniqueArray(fc.oneof(put, remove, add), {
  minLength: 1,
  maxLength: 4,
  selector: write => write.sort,
});
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), writes: writes as fc.Arbitrary<Write[]> }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), time: fc.nat({ max: 300 }) }) },
);

const alive = (item: Item | undefined, now: number) =>
  item?.expires_at !== undefined && item.expires_at <= now ? undefined : item;

function writeModel(model: Map<string, Item>, all: readonly Write[], now: number): boolean {
  for (const [sort, item] of model) if (!alive(item, now)) model.delete(sort);
  for (const write of all) {
    if (write.kind !== 'put') continue;
    if (write.if_absent && model.has(write.sort)) return false;
    if (write.if_value !== undefined && !equal(model.get(write.sort)?.value, write.if_value)) return false;
  }
  for (const write of all) applyModel(model, write);
  return true;
}

function applyModel(model: Map<string, Item>, write: Write): void {
  const { partition, sort } = write;
  if (write.kind === 'delete') model.delete(sort);
  else if (write.kind === 'put')
    model.set(sort, {
      partition,
      sort,
      value: write.value,
      ...(write.expires_at !== undefined && { expires_at: write.expires_at }),
    });
  else {
    const sum = { ...(model.get(sort)?.value as Record<string, number> | undefined) };
    for (const [name, amount] of Object.entries(write.amounts)) sum[name] = (sum[name] ?? 0) + amount;
    model.set(sort, { partition, sort, value: sum });
  }
}

const equal = (a: Json | undefined, b: Json) => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

const queryModel = (model: Map<string, Item>, now: number) =>
  [...model.values()]
    .filter(item => alive(item, now))
    .sort((a, b) => Buffer.compare(Buffer.from(a.sort), Buffer.from(b.sort)));
