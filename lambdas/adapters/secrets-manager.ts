import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock, Secrets } from '../../core/ports.ts';
import type { Sleep } from './backoff.ts';
import { backoff, pause } from './backoff.ts';
import { sharedClient } from './clients.ts';
import { isNamed } from './faults.ts';

export type SecretsManagerOptions = {
  /** What the names of Playlake's secrets begin with. */
  prefix: string;
  /** Alias or ARN of a key, a multi-region one where there are replicas; empty for the account's own. */
  kms_key: string;
  /** Regions that new secrets are replicated to. */
  replicas: readonly string[];
  clock: Clock;
  client?: SecretsManagerClient;
  sleep?: Sleep;
};

const PATIENCE = { request_ms: 2000, attempts: 3 };
const KEEP_MS = 5 * 60_000;
const READS = 6;
const WAIT = { first_ms: 100, longest_ms: 1000 };

/** Secrets in Secrets Manager. A value that was read is kept for five minutes; that a secret is missing is never kept. */
export function openSecretsManager({
  prefix,
  kms_key,
  replicas,
  clock,
  client = sharedClient(SecretsManagerClient, PATIENCE),
  sleep = pause,
}: SecretsManagerOptions): Secrets {
  const kept = new Map<string, { value: string; until: number }>();
  const keep = (name: string, value: string): string => {
    kept.set(name, { value, until: clock.now() + KEEP_MS });
    return value;
  };

  async function read(name: string): Promise<string | undefined> {
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: prefix + encoded(name) }));
      return SecretString === undefined ? undefined : keep(name, SecretString);
    } catch (error) {
      if (isNamed(error, 'ResourceNotFoundException')) return undefined;
      throw error;
    }
  }

  /** What another caller has just created, which may take a moment to be readable. */
  async function readCreated(name: string): Promise<string> {
    for (let attempt = 1; attempt <= READS; attempt += 1) {
      const value = await read(name);
      if (value !== undefined) return value;
      await sleep(backoff(attempt, WAIT));
    }
    throw new Error(`secret ${prefix}${encoded(name)} exists and cannot be read: is it being deleted?`);
  }

  return {
    async get(name) {
      const found = kept.get(name);
      return found && clock.now() < found.until ? found.value : read(name);
    },
    async create(name, value) {
      try {
        await client.send(
          new CreateSecretCommand({
            Name: prefix + encoded(name),
            SecretString: value,
            ...(kms_key && { KmsKeyId: kms_key }),
            ...(replicas.length > 0 && { AddReplicaRegions: replicas.map(region => replica(region, kms_key)) }),
          }),
        );
        return keep(name, value);
      } catch (error) {
        if (isNamed(error, 'ResourceExistsException')) return readCreated(name);
        throw error;
      }
    },
  };
}

/** The replica's own key: that of the same alias, or of the same multi-region key, in its region. */
const replica = (Region: string, kms_key: string) => ({
  Region,
  ...(kms_key && { KmsKeyId: kms_key.replace(/^(arn:[^:]+:kms:)[^:]+/, `$1${Region}`) }),
});

/** A name in the letters Secrets Manager allows; any other byte as `=` and two hexadecimal digits. */
const encoded = (name: string): string =>
  name.replaceAll(/[^A-Za-z0-9/_+.@-]/gu, letter =>
    [...Buffer.from(letter)].map(byte => `=${byte.toString(16).padStart(2, '0')}`).join(''),
  );
