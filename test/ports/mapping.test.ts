import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BatchHandler, StreamRecord } from '../../core/ports.ts';
import { readDeadLetters } from '../../lambdas/dead-letters.ts';
import { consuming, numberOf, sequence } from './consuming.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();
let world: Awaited<ReturnType<typeof consuming>>;
let batches: number[][];
beforeEach(async () => {
  world = await consuming(directory());
  batches = [];
});
afterEach(() => world.close());

/** Notes each batch, then does as the test says. */
const noting =
  (then: (numbers: number[], records: readonly StreamRecord[]) => number[] | undefined = () => []): BatchHandler =>
  async records => {
    const numbers = records.map(numberOf);
    batches.push(numbers);
    return { failures: (then(numbers, records) ?? []).map(sequence) };
  };
const failing = (poison: number[]) =>
  noting(numbers => {
    if (numbers.some(n => poison.includes(n))) throw new Error('poison');
    return [];
  });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('batches', () => {
  test('hold at most batch_size records, in order, each once', async () => {
    await world.put(25);
    const mapping = await world.open(noting());
    await mapping.drain();
    expect(batches).toEqual([range(0, 9), range(10, 19), range(20, 24)]);
    expect(await mapping.poll()).toEqual({ did: 'nothing' });
  });

  test('hold at most batch_bytes of data, but a larger record alone', async () => {
    for (const size of [3, 3, 3, 20, 1]) await world.log.put({ partition_key: 'g', data: Buffer.alloc(size, '7') });
    const sizes: number[][] = [];
    const handler: BatchHandler = async records => {
      sizes.push(records.map(record => record.data.length));
      return { failures: [] };
    };
    await (await world.open(handler, { batch_bytes: 6 })).drain();
    expect(sizes).toEqual([[3, 3], [3], [20], [1]]);
  });

  test('wait for the window to fill, from the arrival of the first record', async () => {
    await world.put(2);
    const mapping = await world.open(noting(), { batch_size: 4, window_ms: 500 });
    const until = world.clock.time + 500;
    expect(await mapping.poll()).toEqual({ did: 'wait', for: 'window', until });
    world.clock.time = until - 1;
    await world.put(1);
    expect(await mapping.poll()).toMatchObject({ did: 'wait', until });
    world.clock.time = until;
    expect(await mapping.poll()).toMatchObject({ did: 'handled', records: 3, first: sequence(0), last: sequence(2) });
  });

  test('do not wait once they are full', async () => {
    await world.put(5);
    const mapping = await world.open(noting(), { batch_size: 4, window_ms: 500 });
    expect(await mapping.poll()).toMatchObject({ did: 'handled', records: 4 });
    expect(await mapping.poll()).toMatchObject({ did: 'wait' });
  });

  test('go on where the last process stopped', async () => {
    await world.put(15);
    await (await world.open(noting())).poll();
    await (await world.open(noting())).drain();
    expect(batches).toEqual([range(0, 9), range(10, 14)]);
  });

  test('have the same bounds when they are repeated after a crash, whatever has arrived since', async () => {
    await world.put(3);
    const handler = noting(() => {
      world.kill(true);
      return [];
    });
    const dying = await world.open(handler);
    await expect(dying.poll()).rejects.toThrow('killed');
    world.kill(false);
    await world.put(20);
    await (await world.open(noting(), { batch_size: 100 })).drain();
    expect(batches).toEqual([range(0, 2), range(0, 2), range(3, 22)]);
  });
});

describe('failures', () => {
  test('of some records are retried from the lowest; what came before is done', async () => {
    await world.put(6);
    let first = true;
    const handler = noting(() => {
      const failed = first ? [4, 2] : [];
      first = false;
      return failed;
    });
    const mapping = await world.open(handler, { bisect: false });
    expect(await mapping.poll()).toMatchObject({ did: 'failed', handled: 2, attempts: 1 });
    expect(mapping.after()).toBe(sequence(1));
    await mapping.drain();
    expect(batches).toEqual([range(0, 5), range(2, 5)]);
  });

  test('end after the retries in the failure store, each record whole, and the neighbours survive', async () => {
    await world.put(8);
    const mapping = await world.open(failing([5]));
    await mapping.drain();
    const failures = await world.failures();
    expect(Object.keys(failures)).toEqual([`failed/consumer/${sequence(5)}-${sequence(5)}.json`]);
    const [failure] = Object.values(failures);
    expect(failure).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      responseContext: { functionError: 'poison' },
      KinesisBatchInfo: {
        shardId: '0',
        startSequenceNumber: sequence(5),
        endSequenceNumber: sequence(5),
        approximateArrivalOfFirstRecord: '2026-02-02T02:40:00.000Z',
        batchSize: 1,
      },
    });
    expect(readDeadLetters(Buffer.from(JSON.stringify(failure)))).toEqual({
      consumer: 'consumer',
      records: [
        {
          shard: '0',
          sequence: sequence(5),
          partition_key: 'game',
          arrived_at: Date.UTC(2026, 1, 2, 2, 40),
          data: Buffer.from('5'),
        },
      ],
    });
    expect(batches).toEqual([range(0, 7), [0, 1, 2, 3], [4, 5, 6, 7], [4, 5], [4], [5], [5], [5], [6, 7]]);
    expect(mapping.stats()).toMatchObject({
      records: 7,
      events: 21,
      failed_records: 1,
      lag_records: 0,
      last_error: null,
    });
  });

  test('without bisection give up the batch as a whole, and go on', async () => {
    await world.put(15);
    await (await world.open(failing([5]), { bisect: false, retries: 1 })).drain();
    expect(Object.keys(await world.failures())).toEqual([`failed/consumer/${sequence(0)}-${sequence(9)}.json`]);
    expect(batches).toEqual([range(0, 9), range(0, 9), range(10, 14)]);
  });

  test('are retried with growing pauses', async () => {
    await world.put(1);
    const mapping = await world.open(failing([0]), { retries: 3, backoff_ms: 100 });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const outcome = await mapping.poll();
      if (outcome.did !== 'failed') throw new Error(outcome.did);
      pauses.push(outcome.until - world.clock.time);
      expect(await mapping.poll()).toEqual({ did: 'wait', for: 'retry', until: outcome.until });
      world.clock.time = outcome.until;
    }
    expect(pauses).toEqual([100, 200, 400]);
    expect(await mapping.poll()).toMatchObject({ did: 'gave_up', records: 1 });
  });

  test('naming a record that is not of the batch fail it whole', async () => {
    await world.put(2);
    const mapping = await world.open(
      noting(() => [7]),
      { bisect: false },
    );
    expect(await mapping.poll()).toMatchObject({
      did: 'failed',
      handled: 0,
      error: expect.stringContaining(sequence(7)),
    });
  });

  test('that cannot be stored stop the consumer instead of losing records', async () => {
    await world.put(1);
    const mapping = await world.open(failing([0]), { retries: 0 });
    world.kill(true);
    await expect(mapping.poll()).rejects.toThrow('killed');
    expect(mapping.stats()).toMatchObject({ lag_records: 1, last_error: 'killed' });
    world.kill(false);
    await mapping.drain();
    expect(Object.keys(await world.failures())).toHaveLength(1);
  });

  test('of age: records too old go to the failure store unhandled', async () => {
    await world.put(2);
    world.clock.time += 1001;
    await world.put(1);
    await (await world.open(noting(), { max_record_age_ms: 1000 })).drain();
    expect(batches).toEqual([[2]]);
    const failures = await world.failures();
    expect(Object.keys(failures)).toEqual([`failed/consumer/${sequence(0)}-${sequence(1)}.json`]);
    expect(Object.values(failures)[0]).toMatchObject({ requestContext: { condition: 'RecordAgeExceeded' } });
  });
});

describe('figures', () => {
  test('tell the lag in records and events, and the age of the oldest record that waits', async () => {
    await world.put(12);
    world.clock.time += 2000;
    await world.put(1);
    const mapping = await world.open(noting());
    expect(mapping.stats()).toMatchObject({ lag_records: 13, lag_events: 39, iterator_age_ms: 2000, records: 0 });
    await mapping.poll();
    expect(mapping.stats()).toMatchObject({
      lag_records: 3,
      lag_events: 9,
      iterator_age_ms: 2000,
      records: 10,
      events: 30,
    });
    await mapping.poll();
    expect(mapping.stats()).toMatchObject({
      lag_records: 0,
      lag_events: 0,
      iterator_age_ms: 0,
      records: 13,
      events: 39,
    });
  });

  test('count events from the beginning of the log even for a consumer that comes after trimming', async () => {
    await world.put(40);
    world.clock.time += 8 * 86_400_000;
    await world.put(20);
    const trimmed = await world.log.trim({ before: sequence(30) });
    expect(trimmed).toBeGreaterThan(0);
    const mapping = await world.open(noting(), { batch_size: 100 });
    const { lag_records, lag_events } = mapping.stats();
    expect(lag_events).toBe(3 * lag_records);
    await mapping.drain();
    expect(batches.flat()).toEqual(range(60 - lag_records, 59));
  });

  test('checkpoints of another log are an error, not silence', async () => {
    await world.keyValue.write([
      {
        kind: 'put',
        partition: 'checkpoint',
        sort: 'consumer',
        value: { after: sequence(9), planned_last: null, events: 3 },
      },
    ]);
    await expect(world.open(noting())).rejects.toThrow('not of the same lake');
  });
});

test('a running consumer wakes when records arrive, and stops when told', async () => {
  const mapping = await world.open(noting());
  const stop = new AbortController();
  const running = mapping.run(stop.signal);
  await world.put(3);
  while (mapping.stats().lag_records > 0) await new Promise(resolve => setTimeout(resolve, 5));
  stop.abort();
  await running;
  expect(batches.flat()).toEqual([0, 1, 2]);
});

test('drain and run together handle no record twice', async () => {
  await world.put(50);
  const mapping = await world.open(noting(), { batch_size: 3 });
  const stop = new AbortController();
  const running = mapping.run(stop.signal);
  await Promise.all([mapping.drain(), mapping.drain()]);
  stop.abort();
  await running;
  expect(batches.flat()).toEqual(range(0, 49));
});
