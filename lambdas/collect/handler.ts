import { gatewayLambda } from '../lambda.ts';
import { lambdaSettings, readSettings } from '../settings.ts';
import { wireCollect } from './wire.ts';

/** collect on AWS. */
export const handler = gatewayLambda('collect', async tools =>
  wireCollect({ ...readSettings('collect', process.env), ...lambdaSettings(process.env) }, tools),
);
