import { expect, test } from '@jest/globals';
import { EmulatorUnavailable, startEmulator } from '../../localstack/emulator.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();

test('an endpoint on this machine is used as it is', async () => {
  const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };
  expect(await startEmulator({ environment, cache: directory() })).toMatchObject({ endpoint: 'http://127.0.0.1:4566' });
});

for (const AWS_ENDPOINT_URL of ['https://s3.amazonaws.com', 'http://127.0.0.1.example.com', 'http://10.0.0.1:4566'])
  test(`the endpoint ${AWS_ENDPOINT_URL} is refused`, async () => {
    await expect(startEmulator({ environment: { AWS_ENDPOINT_URL }, cache: directory() })).rejects.toThrow(
      'not this machine',
    );
  });

test('without PyPI there is no emulator, and the error says why', async () => {
  const environment = { ...process.env, AWS_ENDPOINT_URL: '', PIP_INDEX_URL: 'http://127.0.0.1:1/', PIP_RETRIES: '0' };
  const started = startEmulator({ environment, cache: directory() });
  await expect(started).rejects.toThrow(EmulatorUnavailable);
});
