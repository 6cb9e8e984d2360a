import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { Authorize } from './ports.ts';
import { ROLES } from './roles.ts';

/** `endpoint`: where an emulator has the pool's keys, by plain HTTP; Cognito itself when absent. */
export type CognitoOptions = { user_pool: string; client: string; endpoint?: string | undefined };

/**
 * Accepts tokens that the user pool issued to its client: the signature, the issuer, the client and the expiry are checked, by keys
 * that are fetched once. The role is the highest among the person's groups; one without such a group is nobody here.
 */
export function cognitoTokens({ user_pool, client, endpoint }: CognitoOptions): Authorize {
  const verifier = CognitoJwtVerifier.create(
    { userPoolId: user_pool, clientId: client, tokenUse: null },
    endpoint ? { jwksCache: new SimpleJwksCache({ fetcher: keysAt(`${endpoint}/${user_pool}`) }) } : undefined,
  );
  return async token => {
    if (token === undefined) return undefined;
    try {
      const { sub, 'cognito:groups': groups = [] } = await verifier.verify(token);
      const role = ROLES.findLast(name => groups.includes(name));
      return role && { name: sub, role };
    } catch (error) {
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return undefined;
      throw error;
    }
  };
}

const keysAt = (pool: string) => ({
  fetch: async () => (await fetch(`${pool}/.well-known/jwks.json`)).arrayBuffer(),
});
