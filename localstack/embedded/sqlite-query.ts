import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Item, Json, KeyRange } from '../../core/ports.ts';

type Query = (options: KeyRange & { partition: string; now: number }) => Item[];
type Bound = [condition: string, value: string | number | undefined];

/** Greater than any key that begins with the prefix: the last code point is a noncharacter. */
const LAST = '\u{10ffff}';

/**
 * Items of one partition that live at `now` (epoch ms), in the order of their sort keys' UTF-8 bytes, as in DynamoDB.
 * Statements are prepared once per shape of question.
 */
export function itemQuery(database: DatabaseSync): Query {
  const prepared = new Map<string, StatementSync>();
  return ({ partition, now, prefix, from, to, after, limit = -1, descending = false }) => {
    const bounds: Bound[] = [
      ['partition = ?', partition],
      ['(expires_at IS NULL OR expires_at > ?)', now],
      ['sort >= ?', prefix],
      ['sort < ?', prefix === undefined ? undefined : prefix + LAST],
      ['sort >= ?', from],
      ['sort <= ?', to],
      [descending ? 'sort < ?' : 'sort > ?', after],
    ];
    const asked = bounds.filter((bound): bound is [string, string | number] => bound[1] !== undefined);
    const where = asked.map(([condition]) => condition).join(' AND ');
    const sql = `SELECT sort, value, expires_at FROM items WHERE ${where} ORDER BY sort ${descending ? 'DESC' : 'ASC'} LIMIT ?`;
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(...asked.map(([, value]) => value), limit).map(row => toItem(partition, row as StoredItem));
  };
}

type StoredItem = { sort: string; value: string; expires_at: number | null };

const toItem = (partition: string, { sort, value, expires_at }: StoredItem): Item => ({
  partition,
  sort,
  value: JSON.parse(value) as Json,
  ...(expires_at !== null && { expires_at }),
});
