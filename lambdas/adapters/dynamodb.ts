import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock, KeyValue, Write } from '../../core/ports.ts';
import type { Sleep } from './backoff.ts';
import { backoff, pause } from './backoff.ts';
import { sharedClient } from './clients.ts';
import { isAlive, itemOf, storedItem, storedKey } from './dynamodb-item.ts';
import { queryItems } from './dynamodb-query.ts';
import { complain, explained, nameOf, transaction } from './dynamodb-transaction.ts';
import { transactItem } from './dynamodb-writes.ts';
import { isNamed } from './faults.ts';

/** `tables.global` has games and write keys, `tables.regional` all else. */
export type DynamoDBOptions = {
  tables: { global: string; regional: string };
  clock: Clock;
  client?: DynamoDBClient;
  sleep?: Sleep;
};

const PATIENCE = { request_ms: 2000, attempts: 4 };
const TRANSACTION_WRITES = 100;
const ATTEMPTS = 15;
const WAIT = { first_ms: 20, longest_ms: 1000 };
const GLOBAL = /^(games$|write_keys)/;

/**
 * Key-value on DynamoDB. Reads are consistent. Writes are transactions, whose token makes a repeated request count once; a
 * single put or delete without condition may be repeated anyway, and is a plain request of half the price.
 */
export function openDynamoDB({
  tables,
  clock,
  client = sharedClient(DynamoDBClient, PATIENCE),
  sleep = pause,
}: DynamoDBOptions): KeyValue {
  const tableOf = (partition: string) => (GLOBAL.test(partition) ? tables.global : tables.regional);
  const transact = transaction(client);

  async function writeAll(writes: readonly Write[]): Promise<boolean> {
    const fresh = new Set<Write>();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const items = writes.map(write => transactItem(write, { now: clock.now(), tableOf, fresh }));
      const reasons = await transact(items);
      if (!reasons) return true;
      const unmet = writes.filter((_write, index) => reasons[index]?.Code === 'ConditionalCheckFailed');
      if (unmet.some(write => write.kind === 'put')) return false;
      for (const write of unmet) if (!fresh.delete(write)) fresh.add(write);
      complain(reasons, writes);
      if (unmet.length === 0) await sleep(backoff(attempt, WAIT));
    }
    throw new Error(
      `${nameOf(writes[0]!)} and ${writes.length - 1} more: others write them all the time; try again later`,
    );
  }

  async function writeOne(write: Write): Promise<boolean> {
    const TableName = tableOf(write.partition);
    try {
      if (write.kind === 'put') await client.send(new PutItemCommand({ TableName, Item: storedItem(write) }));
      else await client.send(new DeleteItemCommand({ TableName, Key: storedKey(write) }));
      return true;
    } catch (error) {
      if (isNamed(error, 'TransactionConflictException')) return writeAll([write]);
      throw error;
    }
  }

  return {
    async get(key) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableOf(key.partition), Key: storedKey(key), ConsistentRead: true }),
      );
      return Item && isAlive(Item, clock.now()) ? itemOf(Item).value : undefined;
    },
    query: (partition, range = {}) =>
      queryItems({ client, TableName: tableOf(partition), now: clock.now() }, { ...range, partition }),
    async write(writes) {
      if (writes.length === 0) return true;
      if (writes.length > TRANSACTION_WRITES)
        throw new Error(
          `a transaction has at most ${TRANSACTION_WRITES} writes, not ${writes.length}: write them in parts`,
        );
      try {
        return await (writes.length === 1 && isRepeatable(writes[0]!) ? writeOne(writes[0]!) : writeAll(writes));
      } catch (error) {
        throw explained(error, writes);
      }
    },
  };
}

const isRepeatable = (write: Write): boolean =>
  write.kind === 'delete' || (write.kind === 'put' && !write.if_absent && write.if_value === undefined);
