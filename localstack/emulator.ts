import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The emulator the leg was proved on; it moves daily. */
const PACKAGE = 'ministack[full]==1.5.33';
const START_MS = 30_000;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** An AWS endpoint on this machine; `certificate` is the file of the one it shows, where it speaks TLS. */
export type Emulator = { endpoint: string; certificate?: string; stop: () => Promise<void> };

/**
 * `environment` is the process's own; `cache` is the folder that keeps the emulator between runs. `enforced`: functions may do what their
 * roles allow and no more, and all speak TLS, as bucket policies demand.
 */
export type EmulatorOptions = {
  environment: Readonly<Record<string, string | undefined>>;
  cache: string;
  enforced?: boolean;
};

/** There is no emulator, for a reason outside the project. */
export class EmulatorUnavailable extends Error {
  override readonly name = 'EmulatorUnavailable';
}

/**
 * The emulator that AWS_ENDPOINT_URL names, which must be this machine; else MiniStack on a free port with nothing in it, installed
 * from PyPI at first. Throws EmulatorUnavailable when PyPI cannot be reached.
 */
export async function startEmulator({ environment, cache, enforced = false }: EmulatorOptions): Promise<Emulator> {
  const given = enforced ? undefined : environment.AWS_ENDPOINT_URL;
  if (given) return { endpoint: checkLoopback(given), stop: async () => {} };
  return startMiniStack({
    command: await installed(join(cache, PACKAGE.replaceAll(/[^\w.]+/g, '-')), environment),
    environment,
    enforced,
  });
}

/** The endpoint, unless it is on another machine: the leg deletes what it finds. */
export function checkLoopback(endpoint: string): string {
  if (LOOPBACK.test(new URL(endpoint).hostname)) return endpoint;
  throw new Error(`AWS_ENDPOINT_URL is ${endpoint}, which is not this machine: only an emulator on 127.0.0.1 is used`);
}

/** The emulator's command, in a Python environment of its own that is made at first. */
async function installed(directory: string, env: EmulatorOptions['environment']): Promise<string> {
  const command = join(directory, 'bin/ministack');
  const complete = join(directory, 'complete');
  if (await exists(complete)) return command;
  const run = promisify(execFile);
  try {
    await run('python3', ['-m', 'venv', '--clear', directory], { env });
    await run(join(directory, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', PACKAGE], { env });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new EmulatorUnavailable('python3 is not installed: MiniStack needs it');
    if (/from versions: none|connection broken/.test(stderr)) throw new EmulatorUnavailable('PyPI cannot be reached');
    throw error;
  }
  await writeFile(complete, '');
  return command;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

type Start = { command: string } & Required<Pick<EmulatorOptions, 'environment' | 'enforced'>>;

async function startMiniStack({ command, environment, enforced }: Start): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `${enforced ? 'https' : 'http'}://127.0.0.1:${port}`;
  const data = await mkdtemp(join(tmpdir(), 'playlake-emulator-'));
  const tls = enforced ? await selfSigned(data) : undefined;
  const child = spawn(command, {
    // a group of its own: the emulator starts a process per function, and all of them end with it
    detached: true,
    stdio: 'ignore',
    env: {
      ...environment,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      LAMBDA_EXECUTOR: 'local',
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
      S3_PERSIST: '1',
      S3_DATA_DIR: join(data, 's3'),
      ...(tls && {
        AUTH: 'true',
        USE_SSL: '1',
        MINISTACK_SSL_CERT: tls.certificate,
        MINISTACK_SSL_KEY: tls.key,
        // what its functions trust
        NODE_EXTRA_CA_CERTS: tls.certificate,
      }),
    },
  });
  const exited = once(child, 'exit');
  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  process.once('exit', kill);
  const emulator = {
    endpoint,
    ...(tls && { certificate: tls.certificate }),
    async stop() {
      kill();
      await exited;
      process.off('exit', kill);
      await rm(data, { recursive: true, force: true });
    },
  };
  await untilHealthy(emulator);
  return emulator;
}

async function untilHealthy({ endpoint, certificate, stop }: Emulator): Promise<void> {
  const ca = certificate && (await readFile(certificate));
  for (const end = Date.now() + START_MS; Date.now() < end; await setTimeout(100))
    if (await isHealthy(`${endpoint}/_ministack/health`, ca)) return;

  await stop();
  throw new Error(`MiniStack did not answer at ${endpoint} within ${START_MS / 1000} s`);
}

const isHealthy = (url: string, ca: Buffer | '' | undefined): Promise<boolean> =>
  new Promise(resolve => {
    const sent = ca ? https.get(url, { ca }) : http.get(url);
    sent.on('response', ({ statusCode }) => resolve(statusCode === 200)).on('error', () => resolve(false));
  });

/** A certificate of this machine for two days, made by openssl. */
async function selfSigned(directory: string): Promise<{ certificate: string; key: string }> {
  const [certificate, key] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate],
    ...subject,
  ]);
  return { certificate, key };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
