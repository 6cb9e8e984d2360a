import { afterAll, test } from '@jest/globals';
import { EmulatorUnavailable, startEmulator } from '../../localstack/emulator.ts';

/** What the SDK's clients are told in a test: the emulator's endpoint and any credentials. */
export type EmulatorSettings = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** File of the certificate that the emulator shows, where it speaks TLS. */
  certificate?: string;
};

/** Starts the emulator for the tests of a file; where there is none, one skipped test says so by name. */
export async function emulatorFor(name: string, { enforced = false } = {}): Promise<EmulatorSettings | undefined> {
  try {
    const { stop, ...emulator } = await startEmulator({ environment: process.env, cache: '.cache', enforced });
    afterAll(stop);
    return { ...emulator, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  } catch (error) {
    if (!(error instanceof EmulatorUnavailable)) throw error;
    test.skip(`${name}: needs an emulator of AWS, and ${error.message}`, () => {});
    return undefined;
  }
}
