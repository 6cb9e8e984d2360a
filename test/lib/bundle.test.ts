import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Metafile } from 'esbuild';
import type { FunctionName } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { bundle } from '../../lib/bundle.ts';

const MIB = 1024 * 1024;

/** Bytes of the files that are read when a function starts, and of those that `adapter` makes it read when it is wired. */
function startingBytes(name: FunctionName, { outputs }: Metafile, adapter?: string): number {
  const read = new Set<string>();
  const add = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    for (const { kind, path } of outputs[file]!.imports) if (kind === 'import-statement' && path in outputs) add(path);
  };
  add(`dist/${name}/index.mjs`);
  if (adapter) add(chunkOf(adapter, outputs));
  return [...read].reduce((sum, file) => sum + outputs[file]!.bytes, 0);
}

/** The file that an adapter is loaded from. */
const chunkOf = (adapter: string, outputs: Metafile['outputs']): string =>
  Object.keys(outputs).find(file => outputs[file]!.entryPoint === `lambdas/adapters/${adapter}.ts`)!;

/** A native engine in text: the checksums of Kafka's records. */
const ENGINE = 'node_modules/@platformatic/wasm-utils/dist/bundled.js';

const engineBytes = ({ outputs }: Metafile): number =>
  Object.values(outputs).reduce((sum, { inputs }) => sum + (inputs[ENGINE]?.bytesInOutput ?? 0), 0);

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

describe('collect on either stream', () => {
  const { metafile, folder } = bundle('collect');

  for (const stream of ['kinesis', 'kafka'])
    test(`reads less than a MiB with its adapter of ${stream}, which it loads when it is wired, but for WebAssembly`, () =>
      expect(
        startingBytes('collect', metafile, stream) - (stream === 'kafka' ? engineBytes(metafile) : 0),
      ).toBeLessThan(MIB));

  test('of WebAssembly it has the checksums of Kafka, on MSK alone', () => {
    expect(engineBytes(metafile)).toBeGreaterThan(0);
    expect(engineBytes(metafile)).toBeLessThan(80 * 1024);
    expect(metafile.outputs[chunkOf('kinesis', metafile.outputs)]!.inputs).not.toHaveProperty([ENGINE]);
  });

  test('opens a topic from its bundle: what was left out of the client is not missed', async () => {
    const file = resolve(folder, basename(chunkOf('kafka', metafile.outputs)));
    const open = `const { openKafka } = await import(process.argv[1]);
      const brokers = ['boot-x.c2.kafka-serverless.eu-west-1.amazonaws.com:9098'];
      console.log(typeof openKafka({ brokers, topic: 'events', credentials: 'iam' }).put);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', open, file]);
    expect(stdout.trim()).toBe('function');
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
