import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { FunctionName } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';

const built = new Map<FunctionName, string>();

/** The folder with a function's bundle, `index.mjs`; each is built once per process. */
export function bundleOf(name: FunctionName): string {
  const folder = built.get(name) ?? build(name);
  built.set(name, folder);
  return folder;
}

function build(name: FunctionName): string {
  const { entry } = functions[name];
  const folder = join('.cache', 'bundles', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'index.mjs');
  if (existsSync(entry))
    buildSync({
      entryPoints: [entry],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    });
  else writeFileSync(outfile, `export const handler = async () => { throw new Error('${name} is not built yet'); };\n`);
  return folder;
}
