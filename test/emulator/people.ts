import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '../../lambdas/api/roles.ts';

/** A client of a pool that lets people in by password. */
export type Pool = { settings: CognitoIdentityProviderClientConfig; pool: string; client: string };

/** Makes a person of a role, whose group exists, and answers the token of a first sign-in. */
export async function signedIn({ settings, pool, client }: Pool, role: Role): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(settings);
  const person = { UserPoolId: pool, Username: `${role}@example.com` };
  const PASSWORD = 'Correct-horse-7-battery';
  await cognito.send(new AdminCreateUserCommand({ ...person, TemporaryPassword: PASSWORD, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...person, Password: PASSWORD, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...person, GroupName: role }));
  const { AuthenticationResult } = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool,
      ClientId: client,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: person.Username, PASSWORD },
    }),
  );
  return AuthenticationResult!.AccessToken!;
}
