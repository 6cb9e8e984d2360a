import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Write } from '../../core/ports.ts';
import { attributeOf, expiryOf, storedItem, storedKey } from './dynamodb-item.ts';

/** When, where a partition lies, and which additions begin anew since there is nothing to add to. */
export type Writing = { now: number; tableOf: (partition: string) => string; fresh: ReadonlySet<Write> };

const NAMES: Record<string, string> = { '#p': 'partition', '#v': 'value', '#e': 'expires_ms', '#x': 'expires_at' };
const ABSENT = '(attribute_not_exists(#p) OR #e <= :now)';
const ALIVE = '(attribute_not_exists(#e) OR #e > :now)';

/** One write as DynamoDB's part of a transaction. */
export function transactItem(write: Write, writing: Writing): TransactWriteItem {
  const TableName = writing.tableOf(write.partition);
  if (write.kind === 'delete') return { Delete: { TableName, Key: storedKey(write) } };
  if (write.kind === 'put') return { Put: { TableName, Item: storedItem(write), ...conditionOf(write, writing) } };
  if (!writing.fresh.has(write)) return { Update: { TableName, Key: storedKey(write), ...addition(write, writing) } };
  const begun = storedItem({ ...write, value: write.amounts });
  return {
    Put: { TableName, Item: begun, ...expression({ ConditionExpression: ABSENT }, { ':now': number(writing.now) }) },
  };
}

type Put = Extract<Write, { kind: 'put' }>;
type Add = Extract<Write, { kind: 'add' }>;

function conditionOf({ if_absent, if_value }: Put, { now }: Writing) {
  const conditions = [if_absent && ABSENT, if_value !== undefined && `#v = :old AND ${ALIVE}`].filter(Boolean);
  if (conditions.length === 0) return {};
  return expression(
    { ConditionExpression: conditions.join(' AND ') },
    { ':now': number(now), ...(if_value !== undefined && { ':old': attributeOf(if_value) }) },
  );
}

/** Adds inside the value that is there; the condition fails where there is none, or it has expired. */
function addition({ amounts, expires_at }: Add, { now }: Writing) {
  const names = Object.keys(amounts);
  const sums = names.map((_name, at) => `#v.#n${at} = if_not_exists(#v.#n${at}, :zero) + :n${at}`);
  const expiry = expires_at === undefined ? [] : ['#e = :e', '#x = :x'];
  // an expression may not be empty: nothing to add leaves the value as it is
  const parts = sums.length + expiry.length > 0 ? [...sums, ...expiry] : ['#v = #v'];
  const { expires_ms, expires_at: seconds } = expiryOf(expires_at ?? 0);
  return expression(
    { UpdateExpression: `SET ${parts.join(', ')}`, ConditionExpression: `attribute_exists(#p) AND ${ALIVE}` },
    {
      ':now': number(now),
      ':zero': number(0),
      ':e': expires_ms,
      ':x': seconds,
      ...Object.fromEntries(names.map((name, at) => [`:n${at}`, number(amounts[name]!)])),
    },
    Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
  );
}

const number = (value: number): AttributeValue => ({ N: String(value) });

/** Expressions with the names and values they use: DynamoDB refuses any that are not used. */
function expression<T extends Record<string, string>>(
  expressions: T,
  values: Record<string, AttributeValue>,
  names: Record<string, string> = {},
) {
  const used = new Set(
    Object.values(expressions)
      .join(' ')
      .match(/[#:]\w+/g),
  );
  const only = <V>(all: Record<string, V>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  return {
    ...expressions,
    ExpressionAttributeNames: only({ ...NAMES, ...names }),
    ExpressionAttributeValues: only(values),
  };
}
