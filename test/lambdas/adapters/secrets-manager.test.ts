import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import { openSecretsManager } from '../../../lambdas/adapters/secrets-manager.ts';
import type { Answered, Asked } from './fake-service.ts';
import { failure, fakeService, noSleep } from './fake-service.ts';

const MINUTE = 60_000;

async function open(answer: (asked: Asked) => Answered, more = {}) {
  const { asked, settings } = await fakeService(answer);
  const clock = { time: 0, now: () => clock.time };
  const secrets = openSecretsManager({
    prefix: 'playlake/dev/',
    kms_key: 'alias/playlake',
    replicas: [],
    clock,
    client: new SecretsManagerClient(settings),
    sleep: noSleep().sleep,
    ...more,
  });
  return { asked, clock, secrets };
}

const missing = failure('ResourceNotFoundException');

test('a value that was read is kept for five minutes', async () => {
  const { asked, clock, secrets } = await open(() => ({ body: { SecretString: 'value' } }));
  clock.time = 1000;
  expect(await secrets.get('game/a')).toBe('value');
  clock.time = 1000 + 5 * MINUTE - 1;
  expect(await secrets.get('game/a')).toBe('value');
  expect(asked).toHaveLength(1);
  clock.time = 1000 + 5 * MINUTE;
  await secrets.get('game/a');
  expect(asked).toHaveLength(2);
});

test('that a secret is missing is asked each time', async () => {
  const { asked, secrets } = await open(() => missing);
  expect(await secrets.get('game/a')).toBeUndefined();
  expect(await secrets.get('game/a')).toBeUndefined();
  expect(asked).toHaveLength(2);
});

test('who comes second is told what is there, when it can be read', async () => {
  let reads = 0;
  const { secrets } = await open(({ operation }) => {
    if (operation === 'CreateSecret') return failure('ResourceExistsException');
    return reads++ === 0 ? missing : { body: { SecretString: 'first' } };
  });
  expect(await secrets.create('game/a', 'second')).toBe('first');
});

test('a secret that exists and is never readable is an error without its value', async () => {
  const { secrets } = await open(({ operation }) =>
    operation === 'CreateSecret' ? failure('ResourceExistsException') : missing,
  );
  const created = secrets.create('game/a', 'hidden');
  await expect(created).rejects.toThrow('playlake/dev/game/a');
  await expect(created).rejects.not.toThrow('hidden');
});

test('names keep to the letters that Secrets Manager allows', async () => {
  const { asked, secrets } = await open(() => ({ body: {} }));
  await secrets.create('a b=ä', 'value');
  expect(asked[0]!.input).toMatchObject({ Name: 'playlake/dev/a=20b=3d=c3=a4', KmsKeyId: 'alias/playlake' });
});

test('a new secret is replicated, under the key of each region', async () => {
  const byAlias = await open(() => ({ body: {} }), { replicas: ['eu-west-1'] });
  await byAlias.secrets.create('a', 'value');
  expect(byAlias.asked[0]!.input).toMatchObject({
    AddReplicaRegions: [{ Region: 'eu-west-1', KmsKeyId: 'alias/playlake' }],
  });
  const kms_key = 'arn:aws:kms:us-east-1:000000000000:key/mrk-1';
  const byArn = await open(() => ({ body: {} }), { replicas: ['eu-west-1'], kms_key });
  await byArn.secrets.create('a', 'value');
  expect(byArn.asked[0]!.input).toMatchObject({
    KmsKeyId: kms_key,
    AddReplicaRegions: [{ Region: 'eu-west-1', KmsKeyId: 'arn:aws:kms:eu-west-1:000000000000:key/mrk-1' }],
  });
});
