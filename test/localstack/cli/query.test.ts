import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../flow/running-server.ts';
import { createGame, lakeDirectory, send, startServer } from '../../flow/running-server.ts';
import { documentOf, lake } from './lake.ts';

let dir: string;
let remove: () => Promise<void>;
let server: RunningServer | undefined;
const query = (...argv: string[]) => lake('query', '--dir', dir, ...argv);
beforeAll(async () => {
  ({ dir, remove } = await lakeDirectory());
  server = await startServer(dir);
  const event = { event_id: '1', event_type: 'match_end', player_id: 'anna-from-riga', client_time: Date.now() };
  await send(server, await createGame(server, 'g'), JSON.stringify({ events: [event] }));
  await server.api('POST', '/api/operations/refine', {});
});
afterAll(async () => {
  await server?.stop();
  await remove?.();
});

const NOT_READ_ONLY: readonly string[] = [
  'INSERT INTO gold.retention SELECT * FROM gold.retention',
  'UPDATE silver.events SET score = 1',
  'DELETE FROM silver.events',
  'DROP TABLE silver.events',
  'CREATE TABLE mine AS SELECT 1',
  "COPY silver.events TO '/tmp/events.csv'",
  "ATTACH '/tmp/other.duckdb'",
  'PRAGMA database_list',
  'SET threads = 1',
  'INSTALL httpfs',
  'CALL enable_logging()',
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP TABLE silver.events',
  'EXPLAIN ANALYZE DELETE FROM silver.events',
  'SELECT * FROM enable_logging()',
  "SELECT * FROM query('SELECT 1')",
];

/** Statements that read what is not the lake's. */
const files = (): string[] => [
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('/etc/hostname')",
  "SELECT * FROM '/etc/hosts.csv'",
  "SELECT * FROM glob('/etc/*')",
  `SELECT * FROM read_text('${join(dir, 'secrets.json')}')`,
  `SELECT * FROM read_text('${join(dir, 'objects/../secrets.json')}')`,
  `SELECT * FROM read_blob('${join(dir, 'state.sqlite')}')`,
];

// the second time the server has stopped, and the command opens the lake itself
describe.each(['while a server runs', 'without a server'])('query, %s', when => {
  beforeAll(async () => {
    if (when === 'without a server') await server?.stop();
  });

  test('prints a table, CSV, or one document', async () => {
    const sql = 'SELECT event_type, count(*) AS n, \'a,"b"\' AS text, NULL AS nothing FROM silver.events GROUP BY 1';
    expect((await query(sql)).stdout).toBe(
      'event_type  n  text   nothing\n──────────  ─  ─────  ───────\nmatch_end   1  a,"b"\n1 row\n',
    );
    expect((await query(sql, '--csv')).stdout).toBe('event_type,n,text,nothing\nmatch_end,1,"a,""b""",\n');
    expect(documentOf(await query(sql, '--json'))).toMatchObject({
      rows: [{ event_type: 'match_end', n: 1, text: 'a,"b"', nothing: null }],
      truncated: false,
    });
  });

  test('refuses every statement that changes something', async () => {
    for (const sql of NOT_READ_ONLY) {
      const { error } = documentOf(await query(sql, '--json')) as { error?: { message: string; exit: number } };
      expect([sql, error?.exit, error?.message]).toEqual([sql, 1, expect.stringContaining('(not_read_only)')]);
    }
    expect(documentOf(await query('SELECT count(*) AS n FROM silver.events', '--json')).rows).toEqual([{ n: 1 }]);
  });

  test('refuses to read files that are not the lake', async () => {
    for (const sql of files()) {
      const { error } = documentOf(await query(sql, '--json')) as { error?: { message: string; exit: number } };
      expect([sql, error?.exit, error?.message]).toEqual([sql, 1, expect.stringMatching(/Permission|does not exist/)]);
    }
    const bronze = `SELECT count(*) AS n FROM read_parquet('${join(dir, 'objects/bronze/**/*.parquet')}')`;
    expect(documentOf(await query(bronze, '--json')).rows).toEqual([{ n: 1 }]);
  });

  test('says where a statement is wrong', async () => {
    const { code, stderr } = await query('SELECT evnt_type FROM silver.events');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/evnt_type.*event_type.*\(sql_error\)/s),
    });
  });

  test('answers lists, maps and empty results as one document', async () => {
    expect(
      documentOf(await query("SELECT [1, 2] AS list, {'a': 1} AS struct, 9007199254740993 AS large", '--json')).rows,
    ).toEqual([{ list: [1, 2], struct: { a: 1 }, large: '9007199254740993' }]);
    expect(documentOf(await query('SELECT * FROM gold.retention WHERE false', '--json'))).toMatchObject({ rows: [] });
    expect((await query('SELECT 1 AS a WHERE false', '--csv')).stdout).toBe('a\n');
  });
});
