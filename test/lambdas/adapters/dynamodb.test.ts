import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import type { Json, Write } from '../../../core/ports.ts';
import { openDynamoDB } from '../../../lambdas/adapters/dynamodb.ts';
import type { Answered, Asked } from './fake-service.ts';
import { failure, fakeService, noSleep } from './fake-service.ts';

const NOW = 1_770_000_000_000;

async function store(answer: (asked: Asked) => Answered, options = {}) {
  const { asked, settings } = await fakeService(answer, options);
  const { slept, sleep } = noSleep();
  const tables = { global: 'global', regional: 'regional' };
  const keyValue = openDynamoDB({ tables, clock: { now: () => NOW }, client: new DynamoDBClient(settings), sleep });
  return { asked, slept, keyValue };
}

const canceled = (...codes: string[]): Answered =>
  failure('TransactionCanceledException', {
    CancellationReasons: codes.map(Code => ({ Code, ...(Code !== 'None' && { Message: `because of ${Code}` }) })),
  });
const done: Answered = { body: {} };
const put = (more: Partial<Extract<Write, { kind: 'put' }>> = {}): Write => ({
  kind: 'put',
  partition: 'p',
  sort: 's',
  value: 1,
  ...more,
});
const add: Write = { kind: 'add', partition: 'p', sort: 'sum', amounts: { n: 2 } };

describe('what is sent', () => {
  test('a single put without condition costs one write, anything else is a transaction with a token', async () => {
    const { asked, keyValue } = await store(() => done);
    await keyValue.write([put()]);
    await keyValue.write([{ kind: 'delete', partition: 'p', sort: 's' }]);
    await keyValue.write([put({ if_absent: true })]);
    await keyValue.write([put(), put({ sort: 't' })]);
    await keyValue.write([add]);
    expect(asked.map(({ operation }) => operation)).toEqual([
      'PutItem',
      'DeleteItem',
      'TransactWriteItems',
      'TransactWriteItems',
      'TransactWriteItems',
    ]);
    expect(asked[2]!.input.ClientRequestToken).toMatch(/./);
  });

  test('games and write keys are in the global table, all else in the regional one', async () => {
    const { asked, keyValue } = await store(() => done);
    for (const partition of ['games', 'write_keys', 'write_keys#moon', 'games#x', 'received#moon'])
      await keyValue.write([put({ partition })]);
    expect(asked.map(({ input }) => input.TableName)).toEqual(['global', 'global', 'global', 'regional', 'regional']);
  });

  test('an expiry is kept to the millisecond, and rounded up to the second for DynamoDB itself', async () => {
    const { asked, keyValue } = await store(() => done);
    await keyValue.write([put({ expires_at: 1500 })]);
    expect(asked[0]!.input.Item).toMatchObject({ expires_ms: { N: '1500' }, expires_at: { N: '2' } });
  });

  test('a repeated transaction has the token of the first, so it counts once', async () => {
    let calls = 0;
    const { asked, keyValue } = await store(() => (calls++ === 0 ? 'hang' : done), { attempts: 3 });
    expect(await keyValue.write([add])).toBe(true);
    expect(asked[1]!.input.ClientRequestToken).toBe(asked[0]!.input.ClientRequestToken);
  });

  test('nothing to write is written without a request', async () => {
    const { asked, keyValue } = await store(() => done);
    expect(await keyValue.write([])).toBe(true);
    expect(asked).toEqual([]);
  });

  for (const value of [
    '\u0000',
    '\ud83c',
    '',
    1.1,
    5e-5,
    9_007_199_254_740_991,
    [null, {}],
    { a: { b: [] } },
  ] as Json[])
    test(`the value ${JSON.stringify(value)} comes back as it was put`, async () => {
      let item: unknown;
      const { keyValue } = await store(({ operation, input }) => {
        if (operation === 'PutItem') item = input.Item;
        return { body: { Item: item } };
      });
      await keyValue.write([put({ value })]);
      expect(await keyValue.get({ partition: 'p', sort: 's' })).toEqual(value);
    });
});

test('half a surrogate pair, which no UTF-8 can hold, is stored as bytes', async () => {
  const { asked, keyValue } = await store(() => done);
  await keyValue.write([put({ value: '\ud83c' })]);
  expect(asked[0]!.input.Item).toMatchObject({ value: { B: Buffer.from([0x3c, 0xd8]).toString('base64') } });
});

describe('a transaction that was cancelled', () => {
  test('by a condition is answered with false', async () => {
    const { asked, keyValue } = await store(() => canceled('None', 'ConditionalCheckFailed'));
    expect(await keyValue.write([put(), put({ sort: 't', if_absent: true })])).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test('by a conflict or throttling is sent again after a while', async () => {
    const reasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
    const { slept, keyValue } = await store(() => (reasons.length > 0 ? canceled('None', reasons.shift()!) : done));
    expect(await keyValue.write([put(), add])).toBe(true);
    expect(slept).toHaveLength(3);
  });

  test('by a transaction that is at the item of a single put is sent as one itself', async () => {
    const { asked, keyValue } = await store(({ operation }) =>
      operation === 'PutItem' ? failure('TransactionConflictException') : done,
    );
    expect(await keyValue.write([put()])).toBe(true);
    expect(asked.map(({ operation }) => operation)).toEqual(['PutItem', 'TransactWriteItems']);
  });

  test('by conflicts without end is an error that says so', async () => {
    const { keyValue } = await store(() => canceled('TransactionConflict'));
    await expect(keyValue.write([add])).rejects.toThrow('p/sum');
  });

  test('since there is nothing to add to begins anew, and adds after all when another was first', async () => {
    const answers = [canceled('ConditionalCheckFailed'), canceled('ConditionalCheckFailed'), done];
    const { asked, slept, keyValue } = await store(() => answers.shift()!);
    expect(await keyValue.write([add])).toBe(true);
    expect(slept).toEqual([]);
    expect(asked.map(({ input }) => Object.keys((input.TransactItems as object[])[0]!)[0])).toEqual([
      'Update',
      'Put',
      'Update',
    ]);
  });

  test('by a value that cannot be added to is an error that names it', async () => {
    const { keyValue } = await store(() => canceled('None', 'ValidationError'));
    await expect(keyValue.write([put(), add])).rejects.toThrow('cannot add to p/sum: because of ValidationError');
  });
});

describe('what cannot be written', () => {
  test('more than a hundred writes', async () => {
    const { keyValue } = await store(() => done);
    const writes = Array.from({ length: 101 }, (_, n) => put({ sort: `${n}` }));
    await expect(keyValue.write(writes)).rejects.toThrow('at most 100 writes, not 101');
  });

  test('an item that is too large, which is named', async () => {
    const { keyValue } = await store(() =>
      failure('ValidationException', { message: 'Item size has exceeded the maximum allowed size' }),
    );
    await expect(keyValue.write([put()])).rejects.toThrow('p/s is larger than the 400 KB');
  });
});

test('a page of expired items is not the end of a query', async () => {
  const item = (sort: string, expires_ms?: number) => ({
    partition: { S: 'p' },
    sort: { S: sort },
    value: { N: '1' },
    ...(expires_ms !== undefined && { expires_ms: { N: `${expires_ms}` } }),
  });
  const { asked, keyValue } = await store(({ input }) => ({
    body: input.ExclusiveStartKey
      ? { Items: [item('c')] }
      : { Items: [item('a', NOW), item('b', NOW - 1)], LastEvaluatedKey: { partition: { S: 'p' }, sort: { S: 'b' } } },
  }));
  expect(await keyValue.query('p', { limit: 1 })).toEqual([{ partition: 'p', sort: 'c', value: 1 }]);
  expect(asked[1]!.input).toMatchObject({ ExclusiveStartKey: { sort: { S: 'b' } }, ConsistentRead: true });
});
