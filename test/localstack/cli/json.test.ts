import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryDirectories } from '../../ports/temporary.ts';
import { documentOf, lake } from './lake.ts';

const newDirectory = temporaryDirectories();

test('every command prints one document with --json, done or failed, and exits with 0, 1, 2 or 3', async () => {
  const dir = newDirectory();
  const inDir = (...argv: string[]) => lake(...argv, '--dir', join(dir, 'lake'), '--json');
  const plays = join(dir, 'plays.csv');
  const mapping = join(dir, 'mapping.sql');
  writeFileSync(plays, 'player,score,day\nplayer-1,1,2026-03-01\n,2,2026-03-01\n');
  writeFileSync(mapping, "SELECT 'match_end' AS event_type, player AS player_id, score, day AS client_time FROM input");
  const importing = ['import', plays, '--game', 'g', '--sql', mapping];
  const key =
    documentOf(await inDir('games', 'create', '--id', 'g')) &&
    (await inDir('keys', 'create', '--game', 'g', '--name', 'n'));
  const { key_id } = documentOf(key) as { key_id: string };
  const told: [string[], number, object][] = [
    [['games', 'create', '--id', 'other', '--offset', '420'], 0, { id: 'other', reporting_offset_minutes: 420 }],
    [['games', 'create', '--id', 'busy', '--rate', '500'], 0, { id: 'busy', events_per_second: 500 }],
    [['games', 'create', '--id', 'g'], 1, { error: { exit: 1 } }],
    [['games', 'create', '--id', 'a game'], 1, { error: { exit: 1 } }],
    [['games', 'create'], 2, { error: { exit: 2 } }],
    [['games', 'list'], 0, { games: [{ id: 'busy' }, { id: 'g' }, { id: 'other' }] }],
    [['keys', 'list', '--game', 'g'], 0, { keys: [{ key_id, name: 'n', scopes: ['events'] }] }],
    [['keys', 'list', '--game', 'nobody'], 1, { error: { exit: 1 } }],
    [['keys', 'create', '--game', 'g', '--name', 'n', '--scopes', 'all'], 1, { error: { exit: 1 } }],
    [['keys', 'revoke', key_id, '--game', 'g'], 0, { key_id, revoked: true }],
    [['keys', 'revoke', 'nobody', '--game', 'g'], 1, { error: { exit: 1 } }],
    [importing, 0, { rows: 2, accepted: 1, refused: [{ reason: 'missing_field', count: 1 }] }],
    [[...importing, '--strict'], 3, { rows: 2, accepted: 1 }],
    [['refine'], 0, { objects: 0, entered: 0 }],
    [['query', 'SELECT 1 AS a'], 0, { rows: [{ a: 1 }] }],
    [['query', 'SELECT'], 1, { error: { exit: 1 } }],
    [['query', 'SELECT 1', '--csv'], 2, { error: { exit: 2 } }],
    [['simulate', '--players', '5', '--days', '2', '--verify'], 0, { verified: true, differences: [] }],
    [['simulate', '--days', '0'], 2, { error: { exit: 2 } }],
  ];
  for (const [argv, code, document] of told) {
    const ended = await inDir(...argv);
    expect({ argv, code: ended.code, document: documentOf(ended) }).toMatchObject({ argv, code, document });
  }
});

test('a directory that cannot be a lake is told as one document too', async () => {
  const dir = newDirectory();
  writeFileSync(join(dir, 'file'), '');
  expect(documentOf(await lake('games', 'list', '--dir', join(dir, 'file'), '--json'))).toMatchObject({
    error: { exit: 1 },
  });
  mkdirSync(join(dir, 'broken'));
  writeFileSync(join(dir, 'broken/secrets.json'), 'no longer JSON');
  const { code, stdout } = await lake('games', 'create', '--id', 'g', '--dir', join(dir, 'broken'), '--json');
  expect({ code, document: JSON.parse(stdout) }).toMatchObject({ code: 1, document: { error: { exit: 1 } } });
});
