import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmulatorSettings } from './emulator.ts';

/** A deploy of a type that the emulator cannot run would never end. */
const LONGEST_MS = 15 * 60_000;

/** Writes the templates of an environment as `npm run deploy` would, and answers where. */
export async function synthesised(emulator: EmulatorSettings): Promise<string> {
  const assembly = await mkdtemp(join(tmpdir(), 'playlake-assembly-'));
  await cdk(emulator, ['synth', '--quiet', '--output', assembly]);
  return assembly;
}

/** Runs the plain CDK command line against the emulator; answers what it printed, and throws with that when it fails. */
export async function cdk(emulator: EmulatorSettings, args: readonly string[]): Promise<string> {
  const child = spawn('cdk', [...args, '--no-notices', '--no-version-reporting', '--progress', 'events'], {
    env: { ...process.env, ...environmentOf(emulator) },
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code === 0) return said;
  throw new Error(`cdk ${args.join(' ')} ended with ${code}:\n${said.slice(-4000)}`);
}

/** What any program of AWS reads to find the emulator. */
const environmentOf = ({ endpoint, region, credentials }: EmulatorSettings) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  CDK_DISABLE_CLI_TELEMETRY: 'true',
});
