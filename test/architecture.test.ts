import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Who may import whom: the arrows of docs/adr/0001. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  glue: [],
  core: ['glue'],
  lambdas: ['core', 'glue'],
  localstack: ['lambdas', 'core', 'glue'],
  lib: ['glue', 'lambdas'],
  bin: ['lib', 'glue'],
  dashboard: [],
};

/** What the pure core may use of Node: computation, no I/O. */
const PURE = new Set(['node:buffer', 'node:crypto', 'node:zlib']);

const LONGEST_FILE = 200;

const files = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .filter(file => /\.(ts|js)$/.test(file) && !/^(node_modules|coverage|glue\/rendered)\//.test(file))
  .filter(file => folderOf(file) in MAY_IMPORT);

const imports = new Map(files.map(file => [file, importsOf(file)]));

describe('arrows never turn back', () => {
  test('every folder of the project has its place in the table', () =>
    expect(new Set(files.map(folderOf)).size).toBeGreaterThanOrEqual(4));

  for (const [folder, allowed] of Object.entries(MAY_IMPORT))
    test(`${folder} imports ${allowed.join(', ') || 'nothing of ours'}`, () => {
      const wrong = files
        .filter(file => folderOf(file) === folder)
        .flatMap(file =>
          ours(file)
            .filter(to => folderOf(to) !== folder && !allowed.includes(folderOf(to)))
            .map(to => `${file} → ${to}`),
        );
      expect(wrong).toEqual([]);
    });

  test('there is no cycle', () => expect(cycles()).toEqual([]));
});

test('core does no I/O: it imports no library and of Node only computation', () => {
  const wrong = files
    .filter(file => folderOf(file) === 'core')
    .flatMap(file =>
      imports
        .get(file)!
        .filter(name => !name.startsWith('.') && !PURE.has(name))
        .map(name => `${file} → ${name}`),
    );
  expect(wrong).toEqual([]);
});

test('core reads no clock, no environment and no random number', () => {
  const impure = /\b(Date\.now\(|new Date\(\)|process\.env|Math\.random\(|randomUUID|randomBytes)/;
  const wrong = files.filter(file => folderOf(file) === 'core' && impure.test(read(file)));
  expect(wrong).toEqual([]);
});

test('there are no barrels, default exports or path aliases', () => {
  const wrong = files.filter(file => /^export (\* from|default )|from '[@#~]\//m.test(read(file)));
  expect(wrong).toEqual([]);
});

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = files.filter(file => read(file).split('\n').length > LONGEST_FILE);
  expect(long).toEqual([]);
});

test('only entries read the environment', () => {
  const readers = files.filter(
    file => /process\.env/.test(read(file)) && !/^(bin\/|lambdas\/[^/]+\/handler\.ts)/.test(file),
  );
  expect(readers).toEqual([]);
});

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.indexOf('/'), 0));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function importsOf(file: string): string[] {
  return [
    ...read(file).matchAll(/^(?:import|export|\}).* from '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm),
  ].map(match => match.slice(1).find(name => name !== undefined)!);
}

/** Our own files that a file imports, as paths from the root. */
function ours(file: string): string[] {
  return (imports.get(file) ?? [])
    .filter(name => name.startsWith('.'))
    .map(name => normalize(join(dirname(file), name)));
}

/** Chains of files that import each other in a circle. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) for (const next of ours(file)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
