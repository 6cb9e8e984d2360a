import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outputs } from './outputs.ts';
import { renderedFolders } from './outputs.ts';

/** Files under the root that differ from what is rendered now: changed, missing, or no longer rendered. */
export const staleFiles = (root: string, outputs: Outputs): string[] => [
  ...[...outputs].filter(([path, text]) => readIfThere(join(root, path)) !== text).map(([path]) => path),
  ...leftOver(root, outputs),
];

/** Writes what is rendered and removes what no longer is. */
export function writeFiles(root: string, outputs: Outputs): void {
  for (const path of leftOver(root, outputs)) rmSync(join(root, path));
  for (const [path, text] of outputs) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The text of a file, undefined where there is none. */
export const readIfThere = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

const leftOver = (root: string, outputs: Outputs): string[] =>
  renderedFolders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/')),
    )
    .filter(path => !outputs.has(path));
