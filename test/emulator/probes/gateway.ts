import type { EmulatorSettings } from '../emulator.ts';
import { askService, type Probe } from './probe.ts';

const ask = async (settings: EmulatorSettings, path: string) =>
  JSON.parse(await askService(settings, { service: 'apigateway', path: `/v2/apis/${path}` }));

const ANY_API = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'probe-of-part', ProtocolType: 'HTTP' } };
/** An API is known by its id only, and its parts do not tell it. */
const anyApi = async (settings: EmulatorSettings): Promise<string> => {
  const { items } = await ask(settings, '');
  return items.find((api: { name: string }) => api.name === 'probe-of-part').apiId;
};
const LOG = 'arn:aws:logs:us-east-1:000000000000:log-group:probe';

/** An HTTP API. */
export const api: Probe = {
  type: 'AWS::ApiGatewayV2::Api',
  properties: {
    CorsConfiguration: { set: { AllowOrigins: ['*'], MaxAge: 3600 }, told: 3600 },
    Description: { set: 'A probe', told: 'A probe' },
    Name: { set: 'probe-of-api', told: 'probe-of-api' },
    ProtocolType: { set: 'HTTP', told: 'HTTP' },
  },
  ask: async (settings, id) => {
    const told = await ask(settings, id);
    return {
      CorsConfiguration: told.corsConfiguration?.maxAge,
      Description: told.description,
      Name: told.name,
      ProtocolType: told.protocolType,
    };
  },
};

/** The stage of an HTTP API. */
export const stage: Probe = {
  type: 'AWS::ApiGatewayV2::Stage',
  properties: {
    ApiId: { set: { Ref: 'Api' }, told: true },
    AccessLogSettings: {
      set: { DestinationArn: LOG, Format: '$context.status' },
      told: { destinationArn: LOG, format: '$context.status' },
    },
    AutoDeploy: { set: true, told: true },
    DefaultRouteSettings: {
      set: { DetailedMetricsEnabled: true, ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 },
      told: { metrics: true, burst: 200, rate: 100 },
      without: {},
    },
    StageName: { set: '$default', told: '$default' },
  },
  beside: { Api: ANY_API },
  ask: async settings => {
    const told = await ask(settings, `${await anyApi(settings)}/stages/$default`);
    const usual = told.defaultRouteSettings;
    return {
      ApiId: true,
      AccessLogSettings: told.accessLogSettings,
      AutoDeploy: told.autoDeploy,
      DefaultRouteSettings: {
        metrics: usual?.detailedMetricsEnabled,
        burst: usual?.throttlingBurstLimit,
        rate: usual?.throttlingRateLimit,
      },
      StageName: told.stageName,
    };
  },
};

/** A route of an HTTP API. */
export const route: Probe = {
  type: 'AWS::ApiGatewayV2::Route',
  properties: {
    ApiId: { set: { Ref: 'Api' }, told: true },
    AuthorizationType: { set: 'JWT', told: 'JWT' },
    AuthorizerId: { set: 'probe', told: 'probe' },
    RouteKey: { set: 'POST /probe', told: 'POST /probe' },
    Target: { set: 'integrations/probe', told: 'integrations/probe' },
  },
  beside: { Api: ANY_API },
  ask: async settings => {
    const { items } = await ask(settings, `${await anyApi(settings)}/routes`);
    const [told] = items;
    return {
      ApiId: items.length === 1,
      AuthorizationType: told?.authorizationType,
      AuthorizerId: told?.authorizerId,
      RouteKey: told?.routeKey,
      Target: told?.target,
    };
  },
};
