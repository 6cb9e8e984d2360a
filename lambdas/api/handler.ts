import { gatewayLambda } from '../lambda.ts';
import { lambdaSettings, readSettings } from '../settings.ts';
import { wireApi } from './wire.ts';

/** api on AWS. */
export const handler = gatewayLambda('api', async tools =>
  wireApi({ ...readSettings('api', process.env), ...lambdaSettings(process.env) }, tools),
);
