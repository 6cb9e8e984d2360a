import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { settingsOf } from '../lambdas/functions.ts';
import { bundleOf } from '../lib/bundle.ts';
import type { Ratio } from './floor.ts';

const BOUND_MS = 150;
/** A batch without records, or a request without a key: answered without asking any service. */
const FIRST_CALL = JSON.stringify({ Records: [], headers: {}, body: '{}' });
const IMPORT = `
const started = performance.now();
const { handler } = await import(process.argv[1]);
await handler?.(${FIRST_CALL});
console.log(performance.now() - started);`;

/** How long a fresh process takes to import a function's bundle, make its clients and answer a call, beside an empty module. */
export async function coldImportBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const runs = quick ? 3 : 9;
  const dir = await mkdtemp(join(tmpdir(), 'playlake-bench-'));
  try {
    const empty = join(dir, 'empty.mjs');
    await writeFile(empty, 'export const handler = undefined;\n');
    const floor = await bestOf(runs, empty);
    const ratios: Ratio[] = [];
    for (const name of ['collect', 'transform'] as const) {
      const file = resolve(bundleOf(name), 'index.mjs');
      const settings = Object.fromEntries(settingsOf(name).map(setting => [setting, EXAMPLES[setting] ?? 'x']));
      const milliseconds = await bestOf(runs, file, settings);
      const note = `${milliseconds.toFixed(0)} ms, an empty module ${floor.toFixed(1)} ms`;
      const holds = milliseconds < BOUND_MS;
      ratios.push({
        name: `cold import of ${name}`,
        ratio: milliseconds / floor,
        bound: `< ${BOUND_MS} ms`,
        holds,
        note,
      });
    }
    return ratios;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Settings that have a form. */
const EXAMPLES: Readonly<Record<string, string>> = {
  STREAM_KIND: 'kinesis',
  LATE_WINDOW_DAYS: '30',
  FUTURE_BOUND_MINUTES: '60',
  EDGE_SECRET: '',
};

async function bestOf(runs: number, file: string, settings: Record<string, string> = {}): Promise<number> {
  const env = { ...settings, AWS_REGION: 'eu-west-1', AWS_LAMBDA_FUNCTION_NAME: 'playlake-bench-collect' };
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', IMPORT, file], {
      env,
    });
    times.push(Number(stdout.trim().split('\n').at(-1)));
  }
  return Math.min(...times);
}
