import type { SqlAnswer } from './api/ports.ts';

/** Why a statement was not run. */
export type RefusedSql = Extract<SqlAnswer, { refused: string }>;

/** The statement without what may follow it. */
export const bareStatement = (sql: string): string => sql.trim().replace(/(?:\s*;)+$/, '');

/** The answer to a statement that is none of those that read; `kinds` as in `SELECT or EXPLAIN`. */
export const notReadOnly = (kinds: string): RefusedSql => ({
  refused: 'not_read_only',
  message: `send one ${kinds}: the lake is changed by events alone`,
});
