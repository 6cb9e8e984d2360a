import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server of the laptop in its own process, as a user starts it; `kill` is kill -9. */
export type RunningServer = {
  url: string;
  token: string;
  dir: string;
  pid: number;
  /** What it has written to stdout and stderr so far. */
  output: () => string;
  /** GET or POST under /api with the server's token. */
  api: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Record<string, unknown>>;
  kill: () => Promise<void>;
  /** Ctrl-C: answers the exit code. */
  stop: () => Promise<number | null>;
};

/** An empty directory for a lake, removed by `remove`. */
export async function lakeDirectory() {
  const dir = await mkdtemp(join(tmpdir(), 'playlake-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts a server over the directory, on a free port unless one is given, and waits until it answers. */
export async function startServer(
  dir: string,
  options: readonly string[] = ['--empty'],
  port = '0',
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['localstack/server.ts', ...options, '--port', port, '--dir', dir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => output.push(data.toString()));
  const { url, token } = await listening(dir, child, output);
  return {
    url,
    token,
    dir,
    pid: child.pid!,
    output: () => output.join(''),
    api: (method, path, body) => callApi({ url, token }, { method, path, body }),
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGINT'),
  };
}

/** A game with a key of its own. */
export async function createGame(server: RunningServer, id: string, scopes = ['events', 'history']): Promise<string> {
  await server.api('POST', '/api/games', { id, name: id });
  const { key } = await server.api('POST', `/api/games/${id}/keys`, { name: 'test', scopes });
  return String(key);
}

/** Sends a request to collect. */
export const send = (
  server: RunningServer,
  key: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
) =>
  fetch(`${server.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body,
  });

/** The accounting of a game summed over its hours. */
export async function accounting(server: RunningServer, game: string): Promise<Record<string, number>> {
  const status = (await server.api('GET', `/api/streaming/status?game=${game}`)) as {
    accounting: Record<string, unknown>[];
  };
  const total: Record<string, number> = {};
  for (const hour of status.accounting)
    for (const [name, value] of Object.entries(hour))
      if (typeof value === 'number') total[name] = (total[name] ?? 0) + value;
  return total;
}

async function listening(dir: string, child: ChildProcess, output: readonly string[]) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const found = await readFile(join(dir, 'server.json'), 'utf8').then(JSON.parse, () => undefined);
    if (found?.pid === child.pid) return found as { url: string; token: string };
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start:\n${output.join('')}`);
}

async function callApi(
  { url, token }: { url: string; token: string },
  { method, path, body }: { method: string; path: string; body?: unknown },
): Promise<Record<string, unknown>> {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise(resolve => {
    child.once('exit', code => resolve(code));
    child.kill(signal);
  });
}
