import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the `local` environment is deployed: an emulator on this machine, such as `http://127.0.0.1:4566`; `certificate` is its file. */
export type Emulator = { endpoint: string; certificate?: string; timeout_ms?: number };

/** The account and regions that `local` has; any credentials name the account. */
export const LOCAL = { account: '000000000000', regions: ['us-east-1', 'eu-west-1'] } as const;

const USUAL_TIMEOUT_MS = 600_000;

/** What the CDK and the SDK are told to find an emulator instead of AWS. */
export const emulatorSettings = ({ endpoint, certificate }: Emulator) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: LOCAL.regions[0],
  AWS_DEFAULT_REGION: LOCAL.regions[0],
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  ...(certificate && { NODE_EXTRA_CA_CERTS: certificate, AWS_CA_BUNDLE: certificate }),
});

/** Prepares both regions for deployments, once. */
export const bootstrap = (emulator: Emulator): Promise<string> =>
  cdk(emulator, ['bootstrap', ...LOCAL.regions.map(region => `aws://${LOCAL.account}/${region}`)]);

/** Deploys every stack of `local`; answers what the CDK said, in which a stack that did not change says `(no changes)`. */
export const deploy = (emulator: Emulator): Promise<string> =>
  cdk(emulator, ['deploy', 'local/**', '--require-approval', 'never', '--progress', 'events', '--concurrency', '2']);

/** Deletes every stack of `local`. Buckets have to be empty. */
export const destroy = (emulator: Emulator): Promise<string> => cdk(emulator, ['destroy', 'local/**', '--force']);

/** Runs the CDK against an emulator. Throws with the end of what it said where it fails. */
async function cdk(emulator: Emulator, args: readonly string[]): Promise<string> {
  const options = {
    env: { ...environment(), ...emulatorSettings(emulator) },
    timeout: emulator.timeout_ms ?? USUAL_TIMEOUT_MS,
    maxBuffer: 2 ** 26,
  };
  try {
    const { stdout, stderr } = await run('cdk', [...args, '-c', 'environment=local', '--no-notices'], options);
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`cdk ${args[0]} failed against ${emulator.endpoint}:\n${(stdout + stderr).slice(-4000)}`);
  }
}

/** Folders of commands, with the project's own first: the emulator and the CDK take `node` from there. */
function environment(): { PATH: string } {
  return { PATH: `${process.cwd()}/node_modules/.bin:/usr/local/bin:/usr/bin:/bin` };
}
