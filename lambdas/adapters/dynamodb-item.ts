import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item, ItemKey, Json } from '../../core/ports.ts';

/** An item as the table holds it. */
export type StoredItem = Record<string, AttributeValue>;

/** The key of an item. An empty text, which DynamoDB takes for no key, is one NUL; what begins with NUL gets one more, so the order stays. */
export const storedKey = ({ partition, sort }: ItemKey): StoredItem => ({
  partition: { S: keyText(partition) },
  sort: { S: keyText(sort) },
});

/** A key as it is stored. */
export const keyText = (text: string): string => (text === '' || text.startsWith('\0') ? `\0${text}` : text);

/** The item with its value as native attributes; `expires_at` is for DynamoDB's own expiry (epoch seconds), `expires_ms` is what counts. */
export const storedItem = ({ value, expires_at, ...key }: Item): StoredItem => ({
  ...storedKey(key),
  value: attributeOf(value),
  ...(expires_at !== undefined && expiryOf(expires_at)),
});

/** Both attributes of an expiry; the seconds are rounded up, so that nothing is deleted before its time. */
export const expiryOf = (expires_at: number): { expires_ms: AttributeValue; expires_at: AttributeValue } => ({
  expires_ms: { N: String(expires_at) },
  expires_at: { N: String(Math.ceil(expires_at / 1000)) },
});

/** An item as it was put. */
export function itemOf({ partition, sort, value, expires_ms }: StoredItem): Item {
  const text = (key: AttributeValue | undefined) => String(key?.S).replace(/^\0/, '');
  return {
    partition: text(partition),
    sort: text(sort),
    value: jsonOf(value!),
    ...(expires_ms && { expires_at: Number(expires_ms.N) }),
  };
}

/** Whether it is there at all at `now`: DynamoDB deletes what has expired within days, not at once. */
export const isAlive = (item: StoredItem, now: number): boolean =>
  item.expires_ms === undefined || Number(item.expires_ms.N) > now;

/**
 * A value as native attributes, which compare as values do. Numbers keep their digits; a text with half a surrogate pair, which no
 * UTF-8 can hold, is stored as bytes. Names whose value is undefined are left out, as JSON does.
 */
export function attributeOf(value: Json | undefined): AttributeValue {
  if (typeof value === 'string') return value.isWellFormed() ? { S: value } : { B: Buffer.from(value, 'utf16le') };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value !== 'object' || value === null) return { NULL: true };
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return { M: Object.fromEntries(entries.map(([name, part]) => [name, attributeOf(part)])) };
}

function jsonOf(attribute: AttributeValue): Json {
  const { S, N, BOOL, L, M, B } = attribute;
  if (S !== undefined) return S;
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (L !== undefined) return L.map(jsonOf);
  if (M !== undefined) return Object.fromEntries(Object.entries(M).map(([name, part]) => [name, jsonOf(part)]));
  return B === undefined ? null : Buffer.from(B).toString('utf16le');
}
