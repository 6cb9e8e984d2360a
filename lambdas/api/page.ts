import * as z from 'zod';
import { Problem } from './problem.ts';

/** The query of a list: at most `limit` entries after `cursor`, which an earlier answer gave. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Entries a page' }),
  cursor: z.string().max(400).optional().meta({ description: '`next_cursor` of the page before' }),
};

/** In answers: where the next page begins, null on the last. */
export const nextCursor = z.string().nullable();

/** One page of entries in the order of their keys, which are unique. A cursor no page gave is a problem 400 `bad_cursor`. */
export function pageOf<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { entries: T[]; next_cursor: string | null } {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const sorted = entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const left = after === undefined ? sorted : sorted.filter(entry => keyOf(entry) > after);
  const page = left.slice(0, limit);
  return { entries: page, next_cursor: left.length > limit ? writeCursor(keyOf(page.at(-1)!)) : null };
}

/** The opaque text of a place in a list. */
export const writeCursor = (key: string): string => Buffer.from(key).toString('base64url');

/** The place a cursor names. */
export function readCursor(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  if (writeCursor(key) === cursor) return key;
  throw new Problem(400, 'bad_cursor', 'cursor is not one this API gave: send next_cursor of the page before, or none');
}
