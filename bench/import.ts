import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lakeDirectory } from '../test/flow/running-server.ts';
import { eventOf } from './events.ts';
import type { Ratio } from './floor.ts';

const GIB = 1024 ** 3;

/** Imports files of growing length and watches the resident memory of the process: below 1 GiB, and flat as the file grows. */
export async function importBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const rows = quick ? 100_000 : 1_000_000;
  const half = await peakMemory(rows / 2);
  const whole = await peakMemory(rows);
  const holds = whole < GIB && whole < half * 1.25;
  const note = `${mib(half)} MiB for ${rows / 2} rows, ${mib(whole)} MiB for ${rows}`;
  return [{ name: 'resident memory of an import', ratio: whole / GIB, bound: '< 1 GiB, flat', holds, note }];
}

const mib = (bytes: number) => Math.round(bytes / 1024 ** 2);

async function peakMemory(rows: number): Promise<number> {
  const { dir, remove } = await lakeDirectory();
  const file = join(dir, 'rows.ndjson');
  const mapping = join(dir, 'mapping.sql');
  await writeRows(file, rows);
  await writeFile(
    mapping,
    "SELECT event_id, 'custom' AS event_type, player_id, client_time, event_type AS custom_name FROM input",
  );
  const command = [
    'localstack/lake.ts',
    'import',
    '--game',
    'bench',
    '--sql',
    mapping,
    '--dir',
    join(dir, 'lake'),
    '--json',
    file,
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024);
  }, 100);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  await remove();
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return peak;
}

async function writeRows(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  for (let n = 0; n < rows; n++) {
    const { properties: _properties, ...flat } = eventOf(n);
    if (!out.write(`${JSON.stringify(flat)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
