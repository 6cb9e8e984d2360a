import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Item, KeyRange } from '../../core/ports.ts';
import type { StoredItem } from './dynamodb-item.ts';
import { isAlive, itemOf, keyText } from './dynamodb-item.ts';
import type { Bounds } from './dynamodb-range.ts';
import { boundsOf, conditionOf } from './dynamodb-range.ts';

type Table = { client: DynamoDBClient; TableName: string; now: number };

/** Items of a partition that live at `now`, in the order asked for; pages are read until there are enough. */
export async function queryItems(table: Table, range: KeyRange & { partition: string }): Promise<Item[]> {
  const { after, limit = Number.POSITIVE_INFINITY } = range;
  const bounds = boundsOf(range);
  const found: Item[] = [];
  if (!bounds || limit <= 0) return found;
  for await (const stored of pages(table, { ...range, ...bounds }))
    for (const item of stored.filter(each => isAlive(each, table.now)).map(itemOf)) {
      if (item.sort === after) continue; // bounds include their ends, a cursor does not
      found.push(item);
      if (found.length === limit) return found;
    }
  return found;
}

type Asked = Bounds & Pick<KeyRange, 'limit' | 'descending'> & { partition: string };

async function* pages(
  { client, TableName }: Table,
  { partition, low, high, limit, descending = false }: Asked,
): AsyncGenerator<StoredItem[]> {
  const bounded = low !== undefined || high !== undefined;
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: `#p = :p${conditionOf({ low, high })}`,
        ExpressionAttributeNames: { '#p': 'partition', ...(bounded && { '#s': 'sort' }) },
        ExpressionAttributeValues: {
          ':p': { S: keyText(partition) },
          ...(low !== undefined && { ':low': { S: low } }),
          ...(high !== undefined && { ':high': { S: high } }),
        },
        ScanIndexForward: !descending,
        ...(limit !== undefined && { Limit: limit + 1 }),
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
