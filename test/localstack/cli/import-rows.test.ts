import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contentEventId } from '../../../core/event-id.ts';
import type { Row } from '../../../core/ports.ts';
import type { RunningServer } from '../../flow/running-server.ts';
import { startServer } from '../../flow/running-server.ts';
import { temporaryDirectories } from '../../ports/temporary.ts';
import { documentOf, lake } from './lake.ts';

const newDirectory = temporaryDirectories();
const PLAYER = 'raw-player-anna-77';
const EMAIL = 'anna.planted@example.com';
const BARE = "'match_end' AS event_type, player AS player_id, time * 1000 AS client_time";

describe.each(['without a server', 'while a server runs'])('import, %s', when => {
  let dir: string;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    dir = newDirectory();
    if (when === 'while a server runs') server = await startServer(join(dir, 'lake'));
  });
  afterAll(() => server?.stop());

  const inLake = (...argv: string[]) => lake(...argv, '--dir', join(dir, 'lake'));
  const importText = (game: string, { csv, sql, options = [] }: { csv: string; sql: string; options?: string[] }) => {
    const [file, mapping] = [join(dir, `${game}.csv`), join(dir, `${game}.sql`)];
    writeFileSync(file, csv);
    writeFileSync(mapping, sql);
    return inLake('import', file, '--game', game, '--sql', mapping, ...options);
  };
  const query = async (sql: string): Promise<Row[]> => documentOf(await inLake('query', sql, '--json')).rows as Row[];

  test('equal rows are one event, or with --distinct-rows as many as there are, the same at every import', async () => {
    const plays = {
      csv: `player,score,time\n${'p1,7,1421157320\n'.repeat(3)}p1,8,1421157320\n`,
      sql: `SELECT ${BARE}, score FROM input`,
    };
    const equal = documentOf(await importText('equal', { ...plays, options: ['--json'] }));
    expect(equal).toMatchObject({ rows: 4, accounting: { silver: 2, duplicate: 2 } });
    const distinct = { ...plays, options: ['--json', '--distinct-rows'] };
    expect(documentOf(await importText('distinct', distinct))).toMatchObject({
      accounting: { silver: 4, duplicate: 0 },
    });
    const ids = "SELECT event_id FROM silver.events WHERE game = 'distinct' ORDER BY 1";
    const before = await query(ids);
    expect(documentOf(await importText('distinct', distinct))).toMatchObject({
      accounting: { silver: 4, duplicate: 4 },
    });
    expect(await query(ids)).toEqual(before);
    // without the option the first of each is the same event
    expect(await query("SELECT event_id FROM silver.events WHERE game = 'equal' ORDER BY 1")).toEqual(
      before.filter(({ event_id }) => FIRST_OF_EACH.includes(String(event_id))),
    );
  });

  test('a SELECT that gives no rows, or does not fit, imports nothing and says why', async () => {
    const csv = 'player,score,time\np1,7,1421157320\n';
    const told: [string, number, string][] = [
      [`SELECT ${BARE} FROM input WHERE false`, 1, 'the SELECT gave no rows: nothing was imported'],
      ['', 2, 'the mapping is empty: write a SELECT … FROM input'],
      ['SELEC 1', 2, 'the mapping is no SQL: '],
      [`SELECT ${BARE}, scoer FROM input`, 2, 'Candidate bindings: "score"'],
      [
        'SELECT score FROM input',
        2,
        'the SELECT has no column event_type and client_time: it gives score; name one with AS',
      ],
      [`SELECT ${BARE}, score, score FROM input`, 2, "the SELECT has two columns 'score': rename one with AS"],
      [`SELECT ${BARE} FROM input; SELECT 1`, 2, 'the mapping has 2 statements: write one SELECT'],
      ['CREATE TABLE t AS SELECT * FROM input', 2, 'write a SELECT'],
    ];
    for (const [sql, exit, message] of told) {
      const ended = await importText('nothing', { csv, sql, options: ['--json'] });
      expect({ sql, code: ended.code, ...documentOf(ended) }).toEqual({
        sql,
        code: exit,
        error: { exit, message: expect.stringContaining(message) },
      });
    }
    expect(await query("SELECT count(*) AS n FROM silver.events WHERE game = 'nothing'")).toEqual([{ n: 0 }]);
  });

  test('a player who is a number keeps every digit', async () => {
    const ids = ['007', '7', '90071992547409931', '90071992547409932'];
    const long = ['123456789012345678901', '123456789012345678902', '1.5'];
    for (const [game, players] of Object.entries({ digits: ids, long })) {
      const csv = `player,time\n${players.map(player => `${player},1421157320\n`).join('')}`;
      await importText(game, { csv, sql: `SELECT ${BARE} FROM input` });
      const sql = `SELECT count(DISTINCT player_key) AS players FROM silver.events WHERE game = '${game}'`;
      expect([game, await query(sql)]).toEqual([game, [{ players: players.length }]]);
    }
  });

  test('an id in capitals keeps them, deep in a document too', async () => {
    const id = '0B8F9A52-5C5E-4F0E-9A53-6C0F5A3C7A11';
    const [file, mapping] = [join(dir, 'ids.ndjson'), join(dir, 'ids.sql')];
    writeFileSync(file, JSON.stringify({ id, player: 'p1', more: { UUID: id, list: [id] } }));
    writeFileSync(
      mapping,
      "SELECT id AS event_id, 'match_end' AS event_type, player AS player_id, 1421157320000 AS client_time, {'more': to_json(more)::VARCHAR} AS attributes FROM input",
    );
    await inLake('import', file, '--game', 'ids', '--sql', mapping);
    expect(await query("SELECT event_id, attributes FROM silver.events WHERE game = 'ids'")).toEqual([
      { event_id: id, attributes: JSON.stringify({ more: JSON.stringify({ UUID: id, list: [id] }) }) },
    ]);
  });

  test('dirty values are refused one by one, and their neighbours are kept', async () => {
    const csv = `player,score,time\np1,1,1421157320\n${EMAIL},a lot,1421157320\n,3,1421157320\np4,4,99999999999\np5,5,\np6,6,1421157320\n`;
    const sql = `SELECT ${BARE}, coalesce(TRY_CAST(score AS DOUBLE)::JSON, to_json(score)) AS score FROM input`;
    const ended = await importText('dirty', { csv, sql, options: ['--strict'] });
    expect(ended.code).toBe(3);
    for (const reason of ['1 wrong_type', '1 from_the_future', '2 missing_field'])
      expect(ended.stdout).toContain(`refused ${reason}`);
    expect(ended.stdout).toContain('received 6  silver 2  duplicate 0  quarantined 4');
  });

  test('no error shows a player or an e-mail', async () => {
    const csv = `player,score,time\n${PLAYER},1,1421157320\n${EMAIL},2,1421157320\n`;
    for (const mapped of [
      'CAST(player AS INTEGER) AS score',
      "strptime(player, '%Y') AS score",
      'CAST(player AS DATE) AS score',
      'error(player) AS score',
      'player AS score',
      "{'a': player} AS country",
    ]) {
      const { code, stdout, stderr } = await importText('leak', { csv, sql: `SELECT ${BARE}, ${mapped} FROM input` });
      const shown = stdout + stderr;
      expect({ mapped, code, leaks: [PLAYER, EMAIL].filter(word => shown.includes(word)) }).toEqual({
        mapped,
        code: mapped.startsWith('player') || mapped.startsWith('{') ? 0 : 1,
        leaks: [],
      });
    }
    const headless = await importText('leak', { csv: `${EMAIL},1\nb@c.de,2\n`, sql: `SELECT ${BARE} FROM input` });
    expect({ code: headless.code, leaks: headless.stderr.includes(EMAIL) }).toEqual({ code: 2, leaks: false });
  });
});

/** contentEventId of the two plays, by the recipe. */
const FIRST_OF_EACH = [7, 8].map(score =>
  contentEventId({ event_type: 'match_end', client_time: 1_421_157_320_000, properties: { score } }),
);
