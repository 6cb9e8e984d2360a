import { createHmac, createSecretKey } from 'node:crypto';

/** A game's secret: its version, and its 32 bytes in hexadecimal. */
export type GameSecret = { version: number; key: string };

/** Makes keyed hashes under one game's secret. */
export type Pseudonyms = {
  /** HMAC-SHA256 of a player's id, 64 hexadecimal digits. */
  playerKey: (player_id: string) => string;
  /** A short name for a masked identifier: equal ones stay equal, distinct ones distinct. 16 letters, so that no digits can look like a number. */
  token: (identifier: string) => string;
};

const REMEMBERED = 20_000;

/** Keyed hashes under the secret; remembers a bounded number of players, as a session sends many events. */
export function pseudonymsOf({ key }: GameSecret): Pseudonyms {
  const secret = Buffer.from(key, 'hex');
  if (secret.length < 16)
    throw new Error(`the game's secret has ${secret.length} bytes: give at least 16, in hexadecimal`);
  const key_object = createSecretKey(secret);
  const hmac = (text: string): string => createHmac('sha256', key_object).update(text).digest('hex');
  let known = new Map<string, string>();
  let before = new Map<string, string>();
  return {
    playerKey: player_id => {
      const remembered = known.get(player_id);
      if (remembered !== undefined) return remembered;
      const made = before.get(player_id) ?? hmac(player_id);
      if (known.size >= REMEMBERED) [known, before] = [new Map(), known];
      if (player_id.length <= 256) known.set(player_id, made);
      return made;
    },
    token: identifier => letters(hmac(`token:${identifier}`).slice(0, 16)),
  };
}

/** Hexadecimal digits as the letters a to p. */
const letters = (hex: string): string =>
  hex.replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
