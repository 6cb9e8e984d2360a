import { generateKeyPairSync, sign } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cognitoTokens } from '../../lambdas/api/cognito.ts';
import type { Authorize } from '../../lambdas/api/ports.ts';

const POOL = 'eu-west-1_Ab12Cd34E';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const now = () => Math.floor(Date.now() / 1000);

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An access token of the pool, but for what is given. */
function tokenOf(claims: Record<string, unknown> = {}, { key = privateKey, kid = 'k1' } = {}): string {
  const payload = {
    sub: '11111111-2222-3333-4444-555555555555',
    iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
    client_id: 'dashboard',
    token_use: 'access',
    scope: 'openid',
    username: 'anna',
    iat: now() - 10,
    auth_time: now() - 10,
    exp: now() + 3600,
    'cognito:groups': ['analyst'],
    ...claims,
  };
  const text = `${encode({ alg: 'RS256', kid })}.${encode(payload)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

let server: Server;
let authorize: Authorize;
let fetches = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    fetches += 1;
    const known = request.url === `/${POOL}/.well-known/jwks.json`;
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }];
    response.writeHead(known ? 200 : 404).end(JSON.stringify({ keys }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  authorize = cognitoTokens({ user_pool: POOL, client: 'dashboard', endpoint: `http://127.0.0.1:${port}` });
});
afterAll(() => void server.close());

describe('a token of the pool', () => {
  test('names the person by the pool’s own id, and the role by the group', async () =>
    expect(await authorize(tokenOf())).toEqual({ name: '11111111-2222-3333-4444-555555555555', role: 'analyst' }));

  test('with several groups has the highest role, and groups of other purposes count for nothing', async () => {
    const claims = { 'cognito:groups': ['viewer', 'operator', 'eu-west-1_pool_Google', 'analyst'] };
    expect(await authorize(tokenOf(claims))).toMatchObject({ role: 'operator' });
  });

  test('may be an id token too', async () =>
    expect(await authorize(tokenOf({ token_use: 'id', aud: 'dashboard', client_id: undefined }))).toMatchObject({
      role: 'analyst',
    }));

  test('is checked by keys that are fetched once', () => expect(fetches).toBe(1));
});

describe('nobody is', () => {
  const cases: [string, string | undefined][] = [
    ['without a token', undefined],
    ['with no token at all', 'abc'],
    ['with an expired token', tokenOf({ exp: now() - 1 })],
    ['with a token of another client', tokenOf({ client_id: 'other' })],
    ['with a token of another pool', tokenOf({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' })],
    ['with a token signed by another', tokenOf({}, { key: stranger })],
    ['with a token signed by an unknown key', tokenOf({}, { key: stranger, kid: 'k2' })],
    ['without a group', tokenOf({ 'cognito:groups': undefined })],
  ];
  for (const [name, token] of cases)
    test(`whoever comes ${name}`, async () => expect(await authorize(token)).toBe(undefined));

  test('with an altered token', async () => {
    const [header, , signature] = tokenOf().split('.');
    const claims = encode({ iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`, 'cognito:groups': ['admin'] });
    expect(await authorize(`${header}.${claims}.${signature}`)).toBe(undefined);
  });
});

test('when the keys cannot be fetched it is our fault, not the caller’s', async () => {
  const unreachable = cognitoTokens({ user_pool: POOL, client: 'dashboard', endpoint: 'http://127.0.0.1:9' });
  await expect(unreachable(tokenOf())).rejects.toThrow();
});
