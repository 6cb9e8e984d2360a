import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { LakeStack } from '../lake-stack.ts';

/** What is noted of each request: never its body, key or token. */
const NOTED = {
  request_id: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.message',
  integration_error: '$context.integrationErrorMessage',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
};

/** The HTTP API, without routes yet: throttled, its requests logged. Web games call it from any origin; keys, not cookies, let them in. */
export function gateway(stack: LakeStack, key: IKey): HttpApi {
  const { names, environment } = stack.place;
  const api = new HttpApi(stack, 'Gateway', {
    apiName: names.of('gateway'),
    description: 'Events in, answers out',
    createDefaultStage: false,
    corsPreflight: {
      allowOrigins: ['*'],
      allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.DELETE],
      allowHeaders: ['authorization', 'content-type', 'content-encoding'],
      maxAge: Duration.hours(1),
    },
  });
  const log = new LogGroup(stack, 'GatewayLog', {
    logGroupName: names.logs('gateway'),
    retention: environment.log_retention_days,
    encryptionKey: key,
    removalPolicy: stack.removal,
  });
  new HttpStage(stack, 'GatewayStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    detailedMetricsEnabled: environment.alarms === 'all',
    throttle: { rateLimit: environment.throttling.rate, burstLimit: environment.throttling.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(NOTED)),
    },
  });
  return api;
}
