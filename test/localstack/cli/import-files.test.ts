import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contentEventId } from '../../../core/event-id.ts';
import type { RunningServer } from '../../flow/running-server.ts';
import { startServer } from '../../flow/running-server.ts';
import { temporaryDirectories } from '../../ports/temporary.ts';
import { documentOf, lake } from './lake.ts';

const newDirectory = temporaryDirectories();
const FIRST = [
  { player: 'player-1', score: 7, map: 'canyon' },
  { player: 'player-2', score: 8.5, map: 'a "quoted", name' },
];
/** The second file of each kind lacks the map. */
const SECOND = [{ player: 'player-3', score: -1 }];
const SELECT = `SELECT 'match_end' AS event_type, player AS player_id, score, map, TIMESTAMP '2026-03-01 10:00:00' AS client_time FROM input`;

const separated = (separator: string) => (rows: readonly Record<string, unknown>[]) => {
  const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  return [Object.keys(rows[0]!), ...rows.map(row => Object.values(row))]
    .map(line => line.map(cell).join(separator))
    .join('\n');
};
const lines = (rows: readonly object[]) => rows.map(row => JSON.stringify(row)).join('\n');
const KINDS: Record<string, (rows: readonly Record<string, unknown>[]) => string> = {
  csv: separated(','),
  tsv: separated('\t'),
  tab: separated('\t'),
  json: rows => JSON.stringify(rows, null, 2),
  ndjson: lines,
  jsonl: lines,
};

/** What a client would send of a row. */
const sent = ({ score, map }: { score: number; map?: string }) => ({
  event_type: 'match_end',
  client_time: Date.UTC(2026, 2, 1, 10),
  properties: { score, ...(map !== undefined && { map }) },
});
const EXPECTED = [...FIRST, ...SECOND]
  .map(row => ({ event_id: contentEventId(sent(row)), score: row.score, map: 'map' in row ? row.map : null }))
  .sort((a, b) => a.score - b.score);

describe.each(['without a server', 'while a server runs'])('import, %s', when => {
  let dir: string;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    dir = newDirectory();
    if (when === 'while a server runs') server = await startServer(join(dir, 'lake'));
  });
  afterAll(() => server?.stop());

  async function importFiles(game: string, files: readonly string[], ...options: string[]) {
    const mapping = join(dir, 'mapping.sql');
    writeFileSync(mapping, SELECT);
    return documentOf(
      await lake(
        'import',
        ...files,
        '--dir',
        join(dir, 'lake'),
        '--json',
        '--game',
        game,
        '--sql',
        mapping,
        ...options,
      ),
    );
  }
  const silver = (game: string) =>
    lake(
      'query',
      '--dir',
      join(dir, 'lake'),
      '--json',
      `SELECT event_id, score, map FROM silver.events WHERE game = '${game}' ORDER BY score`,
    )
      .then(documentOf)
      .then(({ rows }) => rows);

  test.each(Object.keys(KINDS))('.%s files, plain and gzipped, give the same events under the same ids', async kind => {
    const files = [FIRST, SECOND].map((rows, n) => {
      const path = join(dir, `${n}.${kind}`);
      writeFileSync(path, KINDS[kind]!(rows));
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
      return path;
    });
    expect(await importFiles(kind, files)).toMatchObject({ rows: 3, accepted: 3, accounting: { silver: 3 } });
    expect(await silver(kind)).toEqual(EXPECTED);
    const again = await importFiles(kind, [`${files[0]}.gz`, `${files[1]}.gz`]);
    expect(again).toMatchObject({ accounting: { received: 6, silver: 3, duplicate: 3, difference: 0 } });
    expect(await silver(kind)).toEqual(EXPECTED);
  });

  test('.parquet files give the same events too, and a gzipped one is refused with the reason', async () => {
    const files = await Promise.all([FIRST, SECOND].map((rows, n) => writeParquet(join(dir, `${n}.parquet`), rows)));
    expect(await importFiles('parquet', files)).toMatchObject({ rows: 3, accepted: 3, accounting: { silver: 3 } });
    expect(await silver('parquet')).toEqual(EXPECTED);
    writeFileSync(`${files[0]}.gz`, gzipSync(readFileSync(files[0]!)));
    expect(await importFiles('parquet', [`${files[0]}.gz`])).toEqual({
      error: { exit: 2, message: expect.stringMatching(/Parquet.*gunzip/) },
    });
  });

  test('files of two kinds are refused, each to be imported with its own mapping', async () => {
    const files = ['mixed.csv', 'mixed.json'].map(name => join(dir, name));
    for (const file of files) writeFileSync(file, '');
    const { error } = await importFiles('mixed', files);
    expect(error).toEqual({
      exit: 2,
      message: 'the files are CSV and JSON: import one kind at a time, each with its own mapping',
    });
  });
});

async function writeParquet(path: string, rows: readonly object[]): Promise<string> {
  writeFileSync(`${path}.ndjson`, lines(rows));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT * FROM read_json('${path}.ndjson')) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}
