import { inKeyOrder } from '../../core/object-key.ts';
import type { KeyRange } from '../../core/ports.ts';
import { keyText } from './dynamodb-item.ts';

/** Greater than any key that begins with the prefix: the last code point is a noncharacter. */
const LAST = '\u{10ffff}';

/** The ends of a range of sort keys as they are stored, both included; undefined where it is open. */
export type Bounds = { low?: string | undefined; high?: string | undefined };

/** The narrowest ends that hold what a range asks for, or undefined when nothing can lie between them. */
export function boundsOf({ prefix, from, to, after, descending = false }: KeyRange): Bounds | undefined {
  const lows = [prefix || undefined, from, descending ? undefined : after];
  const highs = [prefix ? prefix + LAST : undefined, to, descending ? after : undefined];
  const low = stored(lows).at(-1);
  const high = stored(highs)[0];
  if (low !== undefined && high !== undefined && inKeyOrder(low, high) > 0) return undefined;
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** The condition on the sort key `#s`. */
export function conditionOf({ low, high }: Bounds): string {
  if (low !== undefined && high !== undefined) return ' AND #s BETWEEN :low AND :high';
  if (low !== undefined) return ' AND #s >= :low';
  return high === undefined ? '' : ' AND #s <= :high';
}

const stored = (keys: readonly (string | undefined)[]): string[] =>
  keys
    .filter(key => key !== undefined)
    .map(keyText)
    .sort(inKeyOrder);
