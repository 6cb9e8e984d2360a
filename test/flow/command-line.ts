import { spawn } from 'node:child_process';

/** How a command ended. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the command line in a process of its own, as `npm run lake -- …` does. */
export const lake = (...args: string[]): Promise<Ended> => run(process.execPath, ['localstack/lake.ts', ...args]);

/** Runs a command with `--json`; answers its document. Throws when it fails. */
export async function lakeJson<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await lake(...args, '--json');
  if (code !== 0) throw new Error(`lake ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as T;
}

/** Runs a program in the project's folder to its end. */
export function run(program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const read = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        read[name] += text;
      });
    child.once('error', reject);
    child.once('close', code => resolve({ code, ...read }));
  });
}
