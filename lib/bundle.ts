import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { buildSync } from 'esbuild';
import type { FunctionName } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';

/** A function's code as it is deployed: a folder with `index.mjs`, what it loads only when it needs it, and data files beside. */
export type Bundle = { folder: string; metafile: Metafile };

/** Modules that read a file which lies beside them. */
const BESIDE: Readonly<Record<string, string>> = { 'glue/rates.ts': 'glue/rates.csv' };

const built = new Map<FunctionName, Bundle>();

/** The folder of a function's bundle; each is built once per process, and is the same for the same sources. */
export const bundleOf = (name: FunctionName): string => bundle(name).folder;

/** Builds a function's bundle, once per process. */
export function bundle(name: FunctionName): Bundle {
  const made = built.get(name) ?? build(name);
  built.set(name, made);
  return made;
}

function build(name: FunctionName): Bundle {
  const folder = join('dist', name);
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = buildSync({
    entryPoints: { index: functions[name].entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // credentials of other kinds, and Kafka, stay unread in files of their own
    splitting: true,
    minify: true,
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
  for (const [module, file] of Object.entries(BESIDE))
    if (module in metafile.inputs) copyFileSync(file, join(folder, file.slice(file.lastIndexOf('/') + 1)));
  return { folder, metafile };
}
