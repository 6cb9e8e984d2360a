import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { buildSync } from 'esbuild';
import type { FunctionName } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';
import { writeFolder } from './write-folder.ts';

/** A function's code as it is deployed: a folder with `index.mjs`, what it loads only when it needs it, and data files beside. */
export type Bundle = { folder: string; metafile: Metafile };

/** Modules that read a file which lies beside them. */
const BESIDE: Readonly<Record<string, string>> = { 'glue/rates.ts': 'glue/rates.csv' };

/**
 * What stands for a module: of Kafka's client the producer alone, without consumers and schema registries, its checksums with their
 * WebAssembly inside instead of in a file beside; tokens ask no STS.
 */
const INSTEAD: Readonly<Record<string, string>> = {
  '@platformatic/kafka': './node_modules/@platformatic/kafka/dist/clients/producer/index.js',
  '@platformatic/wasm-utils': './node_modules/@platformatic/wasm-utils/dist/bundled.js',
  '@aws-sdk/client-sts': './lib/left-out.ts',
};

const built = new Map<FunctionName, Bundle>();

/** The folder of a function's bundle. */
export const bundleOf = (name: FunctionName): string => bundle(name).folder;

/** A function's bundle, built once per process; the same sources make the same bytes. */
export function bundle(name: FunctionName): Bundle {
  const made = built.get(name) ?? build(name);
  built.set(name, made);
  return made;
}

function build(name: FunctionName): Bundle {
  const folder = join('dist', name);
  const { metafile, outputFiles } = buildSync({
    entryPoints: { index: functions[name].entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    // credentials of other kinds, and Kafka, stay unread in files of their own
    splitting: true,
    minify: true,
    alias: { ...INSTEAD },
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // SDK packages have modules too, of which only what is used is taken
    mainFields: ['module', 'main'],
    // libraries that are no modules ask Node for its own by require
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    metafile: true,
    logLevel: 'warning',
  });
  const data = Object.entries(BESIDE).filter(([module]) => module in metafile.inputs);
  writeFolder(
    folder,
    new Map([
      ...outputFiles.map(({ path, contents }) => [basename(path), contents] as const),
      ...data.map(([, file]) => [basename(file), readFileSync(file)] as const),
    ]),
  );
  return { folder, metafile };
}
