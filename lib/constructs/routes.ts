import type { IHttpApi, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { FunctionName, Trigger } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';
import { acknowledge } from '../acknowledge.ts';
import { type LakeStack, logicalId } from '../lake-stack.ts';
import type { LakeFunction } from './lake-function.ts';

type Route = Extract<Trigger, { kind: 'http' }>;

/** Routes that the manifest gives a function. */
const routesOf = (name: FunctionName): Route[] =>
  (functions[name].triggers as readonly Trigger[]).filter(trigger => trigger.kind === 'http');

/** Why a route has no authorizer. */
const CHECKED = {
  write_key: 'the function checks the write key of the request',
  none: 'it says nothing but that it is there',
};

/** Opens a function's routes on the HTTP API; those that ask for a token are checked by `tokens` before the function is called. */
export function openRoutes(
  stack: LakeStack,
  { api, opened, tokens }: { api: IHttpApi; opened: LakeFunction<FunctionName>; tokens?: IHttpRouteAuthorizer },
): HttpRoute[] {
  const integration = new HttpLambdaIntegration(logicalId(opened.functionName, 'integration'), opened.target);
  return routesOf(opened.functionName).map(({ method, path, auth }) => {
    if (auth === 'token' && !tokens)
      throw new Error(`${method} ${path} asks for a token, and nothing here checks tokens`);
    const route = new HttpRoute(stack, logicalId(method.toLowerCase(), path), {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration,
      ...(auth === 'token' && tokens && { authorizer: tokens }),
    });
    if (auth !== 'token') acknowledge(route, { APIG4: CHECKED[auth] });
    return route;
  });
}
