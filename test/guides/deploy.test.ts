import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { environments } from '../../lib/environments.ts';
import { run } from '../flow/command-line.ts';
import type { RunningServer } from '../flow/running-server.ts';
import { startServer } from '../flow/running-server.ts';
import { temporaryDirectories } from '../ports/temporary.ts';
import { readGuide, spanOf } from './guide.ts';

const PATH = 'docs/guides/deploy.md';
const TEXT = readFileSync(PATH, 'utf8');
const guide = readGuide(PATH);
const steps = guide['From nothing to a first event']!.blocks.bash!;
const blocks = Object.values(guide).flatMap(section => section.blocks.bash ?? []);

/** Names of the settings of a type: `name:` or `name?:` at its own depth. */
const settingsOfType = (): string[] => {
  const source = readFileSync('lib/environment.ts', 'utf8');
  const [, body] = /export type Environment = \{\n([\s\S]*?)^\};/m.exec(source)!;
  return [...body!.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name!);
};

/** What some environment chooses within a setting, as far as it has fixed names. */
const chosenWithin = (setting: 'stream' | 'refine'): string[] =>
  Object.values(environments).flatMap(environment =>
    Object.keys(environment[setting])
      .filter(name => name !== 'kind')
      .map(name => `${setting}.${name}`),
  );

test('every setting of an environment is explained, and none that there is not', () => {
  const explained = guide['Every setting']!.tables.setting!.map(row => spanOf(row.setting!));
  const own = explained.filter(name => !name.includes('.'));
  expect(own.toSorted()).toEqual(settingsOfType().toSorted());
  expect(explained).toEqual(
    expect.arrayContaining([...new Set([...chosenWithin('stream'), ...chosenWithin('refine')])]),
  );
});

test('every npm script and every file that the guide names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...TEXT.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(name => !scripts[name])).toEqual([]);
  const linked = [...TEXT.matchAll(/\]\((?!https)([^)#]+)/g)].map(([, path]) => join('docs/guides', path!));
  const files = [...TEXT.matchAll(/`((?:lib|lambdas|bench|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);
  expect([...linked, ...files].filter(path => !existsSync(path))).toEqual([]);
});

test('resources are called what the stacks call them', () => {
  const called = [...TEXT.matchAll(/playlake-\$ENV-(\w+)/g)].map(([, name]) => name!);
  expect([...new Set(called)].toSorted()).toEqual(['analysts', 'edge', 'gateway', 'people', 'rebuild', 'refine']);
  for (const [name, file] of [
    ['edge', 'lib/edge-stack.ts'],
    ['gateway', 'lib/constructs/gateway.ts'],
    ['people', 'lib/constructs/people.ts'],
    ['rebuild', 'lib/constructs/rebuild-job.ts'],
  ] as const)
    expect([name, readFileSync(file, 'utf8').includes(`names.of('${name}')`)]).toEqual([name, true]);
});

test.each(blocks.map(block => [block]))('bash can read: %s', async block => {
  expect(await run('bash', ['-n', '-c', block])).toMatchObject({ code: 0, stderr: '' });
});

describe('what the guide sends, sent to a lake on this machine', () => {
  const newDirectory = temporaryDirectories();
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(join(newDirectory(), 'lake'));
  });
  afterAll(() => server?.stop());

  test('the game and the key are made, and the event is accepted', async () => {
    const sending = steps.filter(block => block.includes('curl'));
    expect(sending).toHaveLength(2);
    const given = `set -e\nURL=${server.url}\nTOKEN=${server.token}\n`;
    const { code, stdout } = await run('bash', ['-c', given + sending.join('\n')]);
    expect(code).toBe(0);
    expect(stdout).toContain('"id":"space-miner"');
    expect(stdout).toMatch(/"accepted":1,"rejected":0/);
  });
});
