import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breakingChanges } from './rendering/breaking.ts';
import { readCatalog } from './rendering/catalog.ts';
import { readIfThere, staleFiles, writeFiles } from './rendering/files.ts';
import { outputsOf } from './rendering/outputs.ts';
import { readRelease, recorded, releaseOf, releaseText } from './rendering/release.ts';

const HELP = `node glue/render.ts [--check | --release] [--root FOLDER]

  (nothing)   write every file that follows from glue/fields.yaml, glue/contracts and glue/models
  --check     write nothing; fail when a file is stale or a contract breaks what was released
  --release   write, and record the present contracts as released in glue/released.yaml`;

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});

process.exitCode = options.help ? say([HELP]) : await render(options);

/** Renders, or checks; answers the exit code. */
async function render({ root, check, release }: typeof options): Promise<0 | 1> {
  const glue = join(root, 'glue');
  const catalog = readCatalog(glue);
  const before = readRelease(readIfThere(join(glue, 'released.yaml')));
  const now = releaseOf(catalog);
  const broken = breakingChanges(before, now);
  if (broken.length > 0) return fail('Breaking changes:', broken);
  const outputs = await outputsOf(catalog, glue);
  if (check) {
    const stale = staleFiles(root, outputs);
    return stale.length > 0 ? fail('Rendered files are stale: run npm run render', stale) : 0;
  }
  writeFiles(root, outputs);
  if (release) writeFileSync(join(glue, 'released.yaml'), releaseText(recorded(before, now)));
  return 0;
}

function say(lines: readonly string[]): 0 {
  for (const line of lines) console.log(line);
  return 0;
}

function fail(title: string, items: readonly string[]): 1 {
  console.error([title, ...items.map(item => `  ${item}`)].join('\n'));
  return 1;
}
