import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { finished } from 'node:stream/promises';

export type Program = { command: string; args: readonly string[]; cwd: string; env?: Record<string, string> };

/** A server's process, its output in `<cwd>/output.log`. */
export type Server = {
  /** Waits until the probe answers true. When the process ends before, or `seconds` are over, it is stopped and its last words are the error. */
  ready: (probe: () => Promise<boolean>, seconds?: number) => Promise<void>;
  /** Ends the process and waits for it. */
  stop: () => Promise<void>;
};

/** Starts a program as a process of its own, without a shell between, so that the pid is the server's. */
export function startServer({ command, args, cwd, env }: Program): Server {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(`${cwd}/output.log`);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const exited = new Promise<void>(resolve => child.once('close', () => resolve()));
  async function stop(): Promise<void> {
    if (!hasEnded(child)) child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await exited;
    clearTimeout(force);
    log.end();
    await finished(log);
  }
  return {
    stop,
    async ready(probe, seconds = 240) {
      const until = Date.now() + seconds * 1000;
      while (!(await probe().catch(() => false))) {
        if (hasEnded(child) || Date.now() > until) {
          await stop();
          throw new Error(`${command} did not start: ${(await readFile(`${cwd}/output.log`, 'utf8')).slice(-2000)}`);
        }
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    },
  };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
