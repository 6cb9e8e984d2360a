import type { HttpApi, IHttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAuthorizer, HttpAuthorizerType } from 'aws-cdk-lib/aws-apigatewayv2';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { type FunctionGround, LakeFunction } from './constructs/lake-function.ts';
import { people } from './constructs/people.ts';
import { openRoutes } from './constructs/routes.ts';
import { LakeStack, type Place } from './lake-stack.ts';
import type { RefineStack } from './refine-stack.ts';
import { edgeSettings, secretSettings } from './settings.ts';
import type { StorageStack } from './storage-stack.ts';

type ApiProps = { place: Place; ground: FunctionGround; storage: StorageStack; refine: RefineStack; gateway: HttpApi };

/** Answers for people: who they are, and the function behind the dashboard and the command line. */
export class ApiStack extends LakeStack {
  readonly api: LakeFunction<'api'>;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, { place, ground, storage, refine, gateway }: ApiProps) {
    super(scope, 'api', { place, description: 'people, and the function behind the dashboard and the command line' });
    const { userPool, client } = people(this);
    this.userPool = userPool;
    this.client = client;
    this.api = new LakeFunction(this, 'api', {
      ground,
      settings: {
        ...ground.stream.settings,
        ...storage.settings,
        ...secretSettings(place),
        ...edgeSettings(place),
        WORKGROUP: place.names.workgroup('analysts'),
        REFINE_WORKFLOW: refine.workflow.stateMachineArn,
        USER_POOL: userPool.userPoolId,
        USER_POOL_CLIENT: client.userPoolClientId,
      },
    });
    openRoutes(this, { api: gateway as IHttpApi, opened: this.api, tokens: this.checkTokens(gateway) });
  }

  /** Tokens of the pool, for its client, that have not expired. */
  private checkTokens(gateway: HttpApi): IHttpRouteAuthorizer {
    const authorizer = new HttpAuthorizer(this, 'Tokens', {
      httpApi: gateway as IHttpApi,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtAudience: [this.client.userPoolClientId],
      jwtIssuer: `https://cognito-idp.${this.place.names.region}.amazonaws.com/${this.userPool.userPoolId}`,
    });
    const { authorizerId } = authorizer;
    return HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'TokensOfRoutes', { authorizerId, authorizerType: 'JWT' });
  }
}
