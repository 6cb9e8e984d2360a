import { randomBytes } from 'node:crypto';
import type { GameSecret } from '../core/player-key.ts';
import type { Clock, Json, KeyValue, Secrets } from '../core/ports.ts';
import { RegistryError } from './registry-error.ts';
import { isKey, keyIdOf, newWriteKey } from './write-key.ts';

/** A game; its reporting day is UTC plus the offset, chosen once. `events_per_second` limits each collecting instance. */
export type Game = {
  id: string;
  name: string;
  reporting_offset_minutes: number;
  events_per_second?: number;
  created_at: number;
};
export type NewGame = { id: string; name: string; reporting_offset_minutes?: number; events_per_second?: number };

/** What a key allows: sending events, and sending trusted history. */
export type Scope = 'events' | 'history';
export type WriteKey = {
  key_id: string;
  game: string;
  name: string;
  scopes: Scope[];
  created_at: number;
  revoked_at?: number;
};
export type Authenticated = { game: string; scopes: readonly Scope[]; key_id: string };

/** Games and their write keys, over the global key-value table. Methods throw RegistryError for what cannot be done. */
export type Registry = {
  createGame: (game: NewGame) => Promise<Game>;
  games: () => Promise<Game[]>;
  game: (id: string) => Promise<Game | undefined>;
  createKey: (
    game: string,
    options: { name: string; scopes: readonly string[] },
  ) => Promise<{ key_id: string; key: string }>;
  keys: (game: string) => Promise<WriteKey[]>;
  /** Revoking takes effect everywhere within 60 seconds; revoking twice is no error. */
  revokeKey: (game: string, key_id: string) => Promise<void>;
  authenticate: (key: string) => Promise<Authenticated | undefined>;
  secret: (game: string) => Promise<GameSecret>;
};

type StoredKey = WriteKey & { hash: string };

const GAMES = 'games';
const KEYS = 'write_keys';
const keysOf = (game: string): string => `write_keys#${game}`;
const secretName = (game: string): string => `games/${game}/player-secret`;
const GAME_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
const SCOPES: ReadonlySet<string> = new Set<Scope>(['events', 'history']);
/** Answers about keys are remembered this long: half of the minute within which a revocation has to work. */
const REMEMBER_MS = 30_000;
const REMEMBERED = 10_000;

/** Every game there is. */
export const gamesIn = async (keyValue: KeyValue): Promise<Game[]> =>
  (await keyValue.query(GAMES)).map(item => item.value as Game);

/** The registry over its ports. */
export function registry({
  keyValue,
  secrets,
  clock,
}: {
  keyValue: KeyValue;
  secrets: Secrets;
  clock: Clock;
}): Registry {
  const remembered = new Map<string, { stored: StoredKey; until: number }>();

  async function lookUp(key_id: string): Promise<StoredKey | undefined> {
    const known = remembered.get(key_id);
    if (known && clock.now() < known.until) return known.stored;
    const stored = (await keyValue.get({ partition: KEYS, sort: key_id })) as StoredKey | undefined;
    if (remembered.size >= REMEMBERED) remembered.clear();
    if (stored) remembered.set(key_id, { stored, until: clock.now() + REMEMBER_MS });
    return stored;
  }

  async function existing(id: string): Promise<Game> {
    const game = await keyValue.get({ partition: GAMES, sort: id });
    if (!game) throw new RegistryError('unknown_game', `there is no game '${id}': create it first`);
    return game as Game;
  }

  const writeKey = (stored: StoredKey) =>
    keyValue.write(
      [KEYS, keysOf(stored.game)].map(partition => ({
        kind: 'put',
        partition,
        sort: stored.key_id,
        value: stored as Json,
      })),
    );

  return {
    async createGame(request) {
      const game = checkedGame(request, clock.now());
      await secrets.create(secretName(game.id), JSON.stringify({ version: 1, key: randomBytes(32).toString('hex') }));
      const created = await keyValue.write([
        { kind: 'put', partition: GAMES, sort: game.id, value: game, if_absent: true },
      ]);
      if (!created) throw new RegistryError('game_exists', `there is a game '${game.id}' already: choose another id`);
      return game;
    },
    games: () => gamesIn(keyValue),
    game: async id => (await keyValue.get({ partition: GAMES, sort: id })) as Game | undefined,
    async createKey(game, { name, scopes }) {
      await existing(game);
      const checked = checkedScopes(scopes);
      const { key_id, key, hash } = newWriteKey();
      await writeKey({
        key_id,
        game,
        name: checkedName(name, 'invalid_key_request'),
        scopes: checked,
        created_at: clock.now(),
        hash,
      });
      return { key_id, key };
    },
    async keys(game) {
      await existing(game);
      return (await keyValue.query(keysOf(game))).map(({ value }) => {
        const { hash: _hash, ...shown } = value as StoredKey;
        return shown;
      });
    },
    async revokeKey(game, key_id) {
      const stored = (await keyValue.get({ partition: keysOf(game), sort: key_id })) as StoredKey | undefined;
      if (!stored) throw new RegistryError('unknown_key', `game '${game}' has no key '${key_id}'`);
      remembered.delete(key_id);
      if (stored.revoked_at === undefined) await writeKey({ ...stored, revoked_at: clock.now() });
    },
    async authenticate(key) {
      const key_id = keyIdOf(key);
      const stored = key_id && (await lookUp(key_id));
      if (!stored || stored.revoked_at !== undefined || !isKey(key, stored.hash)) return undefined;
      return { game: stored.game, scopes: stored.scopes, key_id: stored.key_id };
    },
    async secret(game) {
      const text = await secrets.get(secretName(game));
      if (text === undefined)
        throw new RegistryError(
          'missing_secret',
          `game '${game}' has no secret: restore '${secretName(game)}' before collecting`,
        );
      return JSON.parse(text) as GameSecret;
    },
  };
}

function checkedGame({ id, name, reporting_offset_minutes = 0, events_per_second }: NewGame, created_at: number): Game {
  const wrong = (what: string) => new RegistryError('invalid_game', what);
  if (typeof id !== 'string' || !GAME_ID.test(id))
    throw wrong('id must have 1 to 63 letters, digits, - or _, and begin with a letter or digit');
  if (!Number.isInteger(reporting_offset_minutes) || Math.abs(reporting_offset_minutes) > 14 * 60)
    throw wrong(`reporting_offset_minutes must be whole minutes between -840 and 840, got ${reporting_offset_minutes}`);
  if (events_per_second !== undefined && !(events_per_second > 0))
    throw wrong(`events_per_second must be above 0, got ${events_per_second}`);
  return {
    id,
    name: checkedName(name, 'invalid_game'),
    reporting_offset_minutes,
    ...(events_per_second !== undefined && { events_per_second }),
    created_at,
  };
}

function checkedName(name: unknown, code: 'invalid_game' | 'invalid_key_request'): string {
  if (typeof name === 'string' && name.length > 0 && name.length <= 128) return name;
  throw new RegistryError(code, 'name must be text of 1 to 128 characters');
}

function checkedScopes(scopes: readonly string[]): Scope[] {
  if (scopes.length > 0 && scopes.every(scope => SCOPES.has(scope))) return [...new Set(scopes)] as Scope[];
  throw new RegistryError('invalid_key_request', `scopes must be some of events, history, got [${scopes.join(', ')}]`);
}
