import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SHAPE = /^pk_([0-9a-f]{12})_[0-9a-f]{40}$/;

/** A new write key, `pk_<key_id>_<40 random hexadecimal digits>`: shown once, stored as its hash. */
export function newWriteKey(): { key_id: string; key: string; hash: string } {
  const key_id = randomBytes(6).toString('hex');
  const key = `pk_${key_id}_${randomBytes(20).toString('hex')}`;
  return { key_id, key, hash: hashOf(key).toString('hex') };
}

/** The public id inside a key; undefined for what is no key of ours. */
export const keyIdOf = (key: string): string | undefined => SHAPE.exec(key)?.[1];

/** Compares a presented key with a stored hash in constant time. */
export function isKey(key: string, hash: string): boolean {
  const stored = Buffer.from(hash, 'hex');
  return stored.length === 32 && timingSafeEqual(hashOf(key), stored);
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
