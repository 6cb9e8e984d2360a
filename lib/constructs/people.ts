import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { acknowledge } from '../acknowledge.ts';
import { type LakeStack, logicalId, pin } from '../lake-stack.ts';

/** Roles of people, from the least: each is a group of the pool, and `lambdas/api/roles.ts` says what it may do. */
const ROLES = {
  viewer: 'Looks at dashboards',
  analyst: 'Asks in SQL',
  operator: 'Starts and repairs',
  admin: 'Makes games and keys',
};

/** Who may ask the API: people that an administrator has invited, each with a role. */
export function people(stack: LakeStack): { userPool: UserPool; client: UserPoolClient } {
  const { names, environment } = stack.place;
  const userPool = new UserPool(stack, 'People', {
    userPoolName: names.of('people'),
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
    },
    featurePlan: FeaturePlan.ESSENTIALS,
    deletionProtection: environment.removal === 'retain',
    removalPolicy: stack.removal,
  });
  pin(userPool, 'People');
  acknowledge(userPool, {
    COG2: 'a second factor is each person’s choice; administrators can ask for it',
    COG8: 'threat protection costs by person; an environment that wants it chooses the plan',
  });
  const client = userPool.addClient('Client', {
    userPoolClientName: names.of('dashboard'),
    authFlows: { userSrp: true, adminUserPassword: true },
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(7),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
  });
  for (const [groupName, description] of Object.entries(ROLES))
    new CfnUserPoolGroup(stack, logicalId(groupName), { userPoolId: userPool.userPoolId, groupName, description });
  return { userPool, client };
}
