import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from './command-line.ts';
import type { RunningServer } from './running-server.ts';
import { lakeDirectory, startServer } from './running-server.ts';

const start = (...options: string[]) => run(process.execPath, ['localstack/server.ts', ...options]);

test('npm start on nothing brings the page up, and a studio whose numbers appear in it', async () => {
  const { dir, remove } = await lakeDirectory();
  const child = spawn('npm', ['start', '--', '--port', '0', '--dir', dir], { stdio: 'ignore' });
  const ended = new Promise(done => child.once('exit', done));
  const file = join(dir, 'server.json');
  while (!existsSync(file)) await sleep(50);
  const { url, token, pid } = JSON.parse(await readFile(file, 'utf8'));
  const page = await fetch(`${url}/?token=${token}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const headers = { authorization: `Bearer ${token}` };
  const dau = async () => {
    const answer = await fetch(`${url}/api/dashboard/overview?game=demo`, { headers });
    const { metrics = [] } = (await answer.json()) as { metrics?: { metric: string; value: number | null }[] };
    return metrics.find(({ metric }) => metric === 'dau')?.value ?? null;
  };
  // on a busy machine a first run merges days before the period alone
  while (!(await dau())) await sleep(100);
  expect(await dau()).toBeGreaterThan(0);
  process.kill(pid, 'SIGINT');
  await ended;
  expect(existsSync(file)).toBe(false);
  await remove();
});

describe('npm start -- --empty', () => {
  let server: RunningServer;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const made = await lakeDirectory();
    ({ remove } = made);
    server = await startServer(join(made.dir, 'new/lake'));
  });
  afterAll(async () => {
    await server?.stop();
    await remove?.();
  });

  test('has no game, and tells only its owner where it is', async () => {
    expect(await server.api('GET', '/api/games')).toMatchObject({ games: [] });
    expect(statSync(join(server.dir, 'server.json')).mode & 0o777).toBe(0o600);
  });

  test('refuses a Host that is not this machine, whatever is asked', async () => {
    const { port } = new URL(server.url);
    for (const path of ['/', '/api/games', '/v1/events', '/health', '/metrics']) {
      expect([path, await statusFor(port, { path, host: 'lake.example.com' })]).toEqual([path, 421]);
      expect([path, await statusFor(port, { path, host: `localhost.evil.com:${port}` })]).toEqual([path, 421]);
    }
    expect(await statusFor(port, { path: '/health', host: `localhost:${port}` })).toBe(200);
  });

  test('listens on 127.0.0.1 and on no other address', async () => {
    const port = Number(new URL(server.url).port);
    const others = Object.values(networkInterfaces())
      .flatMap(list => list ?? [])
      .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    expect(await answers('127.0.0.1', port)).toBe(true);
    // all of 127/8 is this machine on Linux
    for (const address of [...(process.platform === 'linux' ? ['127.0.0.2'] : []), ...others])
      expect([address, await answers(address, port)]).toEqual([address, false]);
  });

  test('has its directory and its port for itself: a second server says so and ends', async () => {
    const second = await start('--empty', '--port', '0', '--dir', server.dir);
    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^Playlake cannot start: .* is in use by process \d+: stop it first, or use another directory\n$/,
      ),
    });
    const { dir, remove } = await lakeDirectory();
    const { port } = new URL(server.url);
    const other = await start('--empty', '--port', port, '--dir', dir);
    expect([other.code, other.stderr]).toEqual([
      1,
      `Playlake cannot start: port ${port} is taken: give another with --port, or --port 0 for any that is free\n`,
    ]);
    await remove();
    expect(await server.api('GET', '/api/games')).toMatchObject({ games: [] });
    expect(JSON.parse(await readFile(join(server.dir, 'server.json'), 'utf8'))).toMatchObject({ url: server.url });
  });

  test('refuses a port that is none', async () => {
    expect(await start('--port', '99999')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('give a number from 0 to 65535'),
    });
  });

  test('ends with 0 at Ctrl-C, takes server.json with it, and begins again where --port says', async () => {
    const { port } = new URL(server.url);
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(server.dir, 'server.json'))).toBe(false);
    server = await startServer(server.dir, ['--empty'], port);
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
  });
});

function statusFor(port: string, { path, host }: { path: string; host: string }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, answer => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
