import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Metafile } from 'esbuild';
import type { FunctionName } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { bundle } from '../../lib/bundle.ts';

const MIB = 1024 * 1024;

/** Bytes of the files that are read when a function starts. */
function startingBytes(name: FunctionName, { outputs }: Metafile): number {
  const read = new Set<string>();
  const add = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    for (const { kind, path } of outputs[file]!.imports) if (kind === 'import-statement' && path in outputs) add(path);
  };
  add(`dist/${name}/index.mjs`);
  return [...read].reduce((sum, file) => sum + outputs[file]!.bytes, 0);
}

const IMPORT = 'console.log(typeof (await import(process.argv[1])).handler)';

for (const name of Object.keys(functions) as FunctionName[])
  describe(`the bundle of ${name}`, () => {
    test('has less than a MiB to read when the function starts', () =>
      expect(startingBytes(name, bundle(name).metafile)).toBeLessThan(MIB));

    test('stands by itself: in a process of its own it has a handler', async () => {
      const file = resolve(bundle(name).folder, 'index.mjs');
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '-e', IMPORT, file],
        {
          cwd: '/',
          env: {},
        },
      );
      expect([stdout.trim(), stderr]).toEqual(['function', '']);
    });

    test('names no engine of the laptop', () => {
      const inputs = Object.keys(bundle(name).metafile.inputs);
      expect(inputs.filter(file => /^localstack\/|duckdb|node:sqlite/.test(file))).toEqual([]);
    });
  });

test('the rates lie beside collect', () =>
  expect(readFileSync(join(bundle('collect').folder, 'rates.csv'), 'utf8')).toBe(
    readFileSync('glue/rates.csv', 'utf8'),
  ));

test('two builds of the same sources are the same', async () => {
  const again = "import { bundleOf } from './lib/bundle.ts'; bundleOf('live');";
  const { folder } = bundle('live');
  const contents = () => readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]);
  const before = contents();
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', again]);
  expect(contents()).toEqual(before);
});
