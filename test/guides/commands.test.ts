import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../flow/command-line.ts';
import { dataset, describeDataset } from '../flow/datasets.ts';
import { PLAY_LOG } from '../flow/play-log.ts';
import type { RunningServer } from '../flow/running-server.ts';
import { startServer } from '../flow/running-server.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const newDirectory = temporaryDirectories();
const GUIDE = readFileSync('docs/guides/import/README.md', 'utf8');
const README = readFileSync('README.md', 'utf8');

/** The commands of a text, as written: `npm run lake -- …` in a line of its own or between backticks, and curl. */
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/`(npm run lake -- [^`\n]+)`|^ *(npm run lake -- .+)$|^ *(curl .+(?:\n.+)*?'$)/gm)].map(
    ([, inline, line, curl]) => (inline ?? line ?? curl)!,
  );
const shell = (command: string) => run('bash', ['-c', command]);

/** A directory with a lake and the files that the texts name, and a command with both in their place. */
function place() {
  const dir = newDirectory();
  writeFileSync(
    join(dir, 'mapping.sql'),
    "SELECT 'match_end' AS event_type, player AS player_id, time * 1000 AS client_time FROM input",
  );
  for (const name of ['plays', 'plays-1', 'plays-2'])
    writeFileSync(join(dir, `${name}.csv.gz`), gzipSync(`player,time\n${name},1421157320\n`));
  const there = (command: string) =>
    command
      .replaceAll(/ (mapping\.sql|plays)/g, ` ${dir}/$1`)
      .replace(/^npm run lake -- (.+)$/, `npm run -s lake -- $1 --dir ${dir}/lake`);
  return { dir, there };
}

describe('the first ten minutes of the README', () => {
  const text = README.slice(README.indexOf('## The first ten minutes'), README.indexOf('## Where things are'));
  const { dir, there } = place();
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(join(dir, 'lake'));
  });
  afterAll(() => server?.stop());

  test('every command does what is said, in the order in which they stand', async () => {
    const commands = commandsOf(text);
    expect(commands.map(command => command.split(' ').slice(0, 5).join(' '))).toEqual([
      'npm run lake -- games',
      'npm run lake -- keys',
      "curl -s http://127.0.0.1:8787/v1/events -H 'authorization:",
      'npm run lake -- query',
      'npm run lake -- import',
    ]);
    const [games, keys, curl, query, importing] = commands.map(there);
    expect(await shell(games!)).toMatchObject({ code: 0, stdout: "created the game 'space-miner'\n" });
    const made = await shell(keys!);
    const key = made.stdout.split('\n')[0]!;
    const sent = await shell(curl!.replace('http://127.0.0.1:8787', server.url).replace('<key>', key));
    expect(JSON.parse(sent.stdout)).toMatchObject({
      accepted: 1,
      rejected: 0,
      results: [{ event_id: '1', status: 'accepted' }],
    });
    await server.api('POST', '/api/operations/refine', {});
    expect((await shell(query!)).stdout).toMatch(/event_type +events\n.*\nmatch_end +1\n1 row/);
    const imported = await shell(importing!);
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringContaining('1 rows read, 1 accepted')]);
  });
});

describe('the guide to imports', () => {
  test('a game with another calendar is created first, then files are imported into it', async () => {
    const [importing, create] = commandsOf(GUIDE);
    expect([importing, create]).toEqual([
      'npm run lake -- import --game my-game --sql mapping.sql plays-*.csv.gz',
      'npm run lake -- games create --id my-game --offset 420',
    ]);
    const { there } = place();
    expect(await shell(there(create!))).toMatchObject({ code: 0, stdout: "created the game 'my-game'\n" });
    const { code, stdout } = await shell(there(importing!));
    expect([code, stdout.split('\n')[0]]).toEqual([0, '2 rows read, 2 accepted']);
  });
});

describeDataset(PLAY_LOG, 'the guide to imports, with the play log', () => {
  test('answers what the guide shows, word for word, and with --distinct-rows keeps what it says', async () => {
    const { dir, there } = place();
    copyFileSync(dataset(PLAY_LOG), join(dir, 'plays.csv.gz'));
    const command = 'npm run lake -- import --sql docs/guides/import/game1-playlog.sql plays.csv.gz';
    const [, shown] = /```text\n([^`]+)```/.exec(GUIDE)!;
    expect(await shell(there(`${command} --game game1-playlog`))).toMatchObject({ code: 0, stdout: shown });
    expect(GUIDE).toContain('then all 87,808 are in silver');
    const distinct = await shell(there(`${command} --game distinct --distinct-rows`));
    expect(distinct.stdout).toContain('received 87817  silver 87808  duplicate 0  quarantined 9');
  }, 120_000);
});
