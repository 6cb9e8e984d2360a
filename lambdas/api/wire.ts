import { openAthenaReader } from '../adapters/athena-reader.ts';
import { behindEdge } from '../edge.ts';
import type { SettingOf } from '../functions.ts';
import type { GatewayFunction } from '../gateway.ts';
import type { Tools } from '../lambda.ts';
import { registry } from '../registry.ts';
import { edgeSecret, openKeyValue, openSecrets, siblingOf, streamKind } from '../wiring.ts';
import { api } from './api.ts';
import { cloudStages } from './cloud-stages.ts';
import { cognitoTokens } from './cognito.ts';
import { refineWorkflow } from './refine-workflow.ts';

type Env = Record<SettingOf<'api'> | 'AWS_LAMBDA_FUNCTION_NAME', string> & { AWS_ENDPOINT_URL?: string | undefined };

/** api over AWS, as the environment says. */
export function wireApi(env: Env, tools: Tools): GatewayFunction {
  const { clock, measure } = tools;
  const keyValue = openKeyValue(env, clock);
  const secrets = openSecrets(env, clock);
  const answer = api({
    ...tools,
    keyValue,
    registry: registry({ keyValue, secrets, clock }),
    authorize: cognitoTokens({
      user_pool: env.USER_POOL,
      client: env.USER_POOL_CLIENT,
      endpoint: env.AWS_ENDPOINT_URL,
    }),
    refine: refineWorkflow({ workflow: env.REFINE_WORKFLOW, clock }),
    select: openAthenaReader({ workgroup: env.WORKGROUP, clock }),
    stages: cloudStages({ clock, stream: streamKind(env), functionOf: siblingOf(env) }),
  });
  return behindEdge(answer, { ...edgeSecret(env, secrets), measure });
}
