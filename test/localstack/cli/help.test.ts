import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { temporaryDirectories } from '../../ports/temporary.ts';
import { lake } from './lake.ts';

const COMMANDS = [
  ['games', 'create'],
  ['games', 'list'],
  ['keys', 'create'],
  ['keys', 'list'],
  ['keys', 'revoke'],
  ['import'],
  ['query'],
  ['refine'],
  ['simulate'],
];

const newDirectory = temporaryDirectories();

test('every command shows an example, and the example is one that works', async () => {
  const dir = newDirectory();
  const plays = join(dir, 'plays.csv.gz');
  writeFileSync(plays, gzipSync('player,score,time\nplayer-1,7,1421157320\n'));
  const codes: Record<string, number | null> = {};
  for (const command of COMMANDS) {
    const { code, stdout } = await lake(...command, '--help');
    expect({ command, code }).toEqual({ command, code: 0 });
    const [, example] = /\nExample:\n {2}npm run lake -- (.+)\n/.exec(stdout) ?? [];
    const argv = wordsOf(example!).map(word => ({ 'plays.csv.gz': plays, '2000': '20', '30': '2' })[word] ?? word);
    expect(argv.slice(0, command.length)).toEqual(command);
    codes[command.join(' ')] = (await lake(...argv, '--dir', join(dir, 'lake'))).code;
  }
  // the key that keys revoke names in its example is nobody's
  expect(codes).toEqual({ ...Object.fromEntries(COMMANDS.map(command => [command.join(' '), 0])), 'keys revoke': 1 });
});

test('the help of the program names every command and every exit code', async () => {
  const { code, stdout } = await lake('--help');
  expect(code).toBe(0);
  for (const word of [
    'import',
    'query',
    'refine',
    'simulate',
    'games',
    'keys',
    '0 done',
    '1 failed',
    '2 wrong usage',
    '3 done',
  ])
    expect(stdout).toContain(word);
});

test.each([
  [[], 'Usage: npm run lake --'],
  [['imprt'], "unknown command 'imprt'\n(Did you mean import?)\nadd --help"],
  [['import', 'plays.csv'], "required option '--game <id>' not specified\nadd --help to see an example"],
  [['import', '--game', 'g', '--sql', 'm.sql'], "missing required argument 'files'\nadd --help"],
  [['query'], "missing required argument 'sql'\nadd --help to see an example"],
  [['query', 'SELECT 1', 'FROM t'], 'too many arguments'],
  [['refine', '--now'], "unknown option '--now'\nadd --help to see an example"],
  [['games', 'create', '--id', 'g', '--offset', 'seven'], "--offset is 'seven': give whole minutes, like 420"],
  [['games', 'create', '--id', 'g', '--rate', '-1'], "--rate is '-1': give a number above 0, like 500"],
  [['simulate', '--players', 'many'], "--players is 'many': give a whole number from 1"],
  [['import', 'no.csv', '--game', 'g', '--sql', 'm.sql'], 'there is no file no.csv'],
  [['import', 'README.md', '--game', 'g', '--sql', 'm.sql'], 'rename it to one of .csv .tsv .tab'],
  [['import', 'package.json', 'README.md', '--game', 'g', '--sql', 'm.sql'], 'README.md has an ending nobody knows'],
  [['import', 'package.json', '--game', 'g', '--sql', 'no.sql'], 'there is no file no.sql: give the mapping'],
] as const)('wrong usage is exit code 2 and says what to do: %j', async (argv, words) => {
  const dir = newDirectory();
  const spoken = await lake(...argv, ...(argv.length > 1 ? ['--dir', dir] : []));
  expect(spoken.stderr).toContain(words);
  expect({ code: spoken.code, stdout: spoken.stdout }).toEqual({ code: 2, stdout: '' });
  if (argv.length < 2) return;
  const written = await lake(...argv, '--dir', dir, '--json');
  expect({ code: written.code, stderr: written.stderr }).toEqual({ code: 2, stderr: '' });
  expect(JSON.parse(written.stdout)).toEqual({ error: { exit: 2, message: expect.any(String) } });
});

/** The words of a command, as a shell sees them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
