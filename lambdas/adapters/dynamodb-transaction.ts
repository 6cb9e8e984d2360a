import type { CancellationReason, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { ItemKey, Write } from '../../core/ports.ts';
import { isNamed } from './faults.ts';

/** Sends a transaction: undefined when it was written, else why not, a reason per write. The SDK gives each its own token. */
export const transaction = (client: DynamoDBClient) =>
  async function transact(TransactItems: TransactWriteItem[]): Promise<CancellationReason[] | undefined> {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return undefined;
    } catch (error) {
      if (!isNamed(error, 'TransactionCanceledException')) throw error;
      return (error as { CancellationReasons?: CancellationReason[] }).CancellationReasons ?? [];
    }
  };

/** Reasons that pass: another transaction was at the same item, or the table had too much to do. */
const PASSING = new Set([
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** Throws when a write can never succeed, naming it. */
export function complain(reasons: readonly CancellationReason[], writes: readonly Write[]): void {
  const index = reasons.findIndex(({ Code = 'None' }) => !PASSING.has(Code));
  if (index >= 0) throw refusal(writes[index]!, reasons[index]!.Message ?? reasons[index]!.Code ?? '');
}

/** An error in words that name the item, where DynamoDB's name none. */
export const explained = (error: unknown, [first, ...others]: readonly Write[]): unknown =>
  isNamed(error, 'ValidationException') && others.length === 0 ? refusal(first!, (error as Error).message) : error;

/** The item's key as errors name it. */
export const nameOf = ({ partition, sort }: ItemKey): string => `${partition}/${sort}`;

function refusal(write: Write, reason: string): Error {
  if (/item size/i.test(reason))
    return new Error(`${nameOf(write)} is larger than the 400 KB an item may have: split it`);
  const what = write.kind === 'add' ? 'add to' : write.kind;
  return new Error(`cannot ${what} ${nameOf(write)}: ${reason}`);
}
