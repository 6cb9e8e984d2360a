import { DescribeSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { askService, type Probe } from './probe.ts';

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*', Resource: '*' },
  ],
};

/** A key that other regions may have a replica of. */
export const key: Probe = {
  type: 'AWS::KMS::Key',
  properties: {
    Description: { set: 'A probe', told: 'A probe' },
    EnableKeyRotation: { set: true, told: true, without: false },
    KeyPolicy: { set: POLICY, told: POLICY },
    MultiRegion: { set: true, told: true, without: false },
  },
  ask: async (settings, KeyId) => {
    const ask = async (action: string, more: object = {}) =>
      JSON.parse(
        await askService(settings, {
          service: 'kms',
          target: `TrentService.${action}`,
          body: JSON.stringify({ KeyId, ...more }),
        }),
      );
    const { KeyMetadata } = await ask('DescribeKey');
    return {
      Description: KeyMetadata.Description,
      EnableKeyRotation: (await ask('GetKeyRotationStatus')).KeyRotationEnabled,
      KeyPolicy: JSON.parse((await ask('GetKeyPolicy', { PolicyName: 'default' })).Policy),
      MultiRegion: KeyMetadata.MultiRegion,
    };
  },
};

/** A secret that is made up, with a replica. */
export const secret: Probe = {
  type: 'AWS::SecretsManager::Secret',
  properties: {
    Description: { set: 'A probe', told: 'A probe' },
    GenerateSecretString: { set: { PasswordLength: 40 }, told: 40 },
    KmsKeyId: { set: 'alias/probe', told: 'alias/probe' },
    Name: { set: 'probe/of/secret', told: 'probe/of/secret' },
    ReplicaRegions: { set: [{ Region: 'eu-west-1' }], told: ['eu-west-1'], without: [] },
  },
  ask: async (settings, SecretId) => {
    const client = new SecretsManagerClient(settings);
    const told = await client.send(new DescribeSecretCommand({ SecretId }));
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
    return {
      ...told,
      GenerateSecretString: SecretString?.length,
      ReplicaRegions: (told.ReplicationStatus ?? []).map(({ Region }) => Region),
    };
  },
};
