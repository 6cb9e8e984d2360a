import { randomUUID } from 'node:crypto';
import { parseRates } from '../../core/money.ts';
import { ratesCsv } from '../../glue/rates.ts';
import { behindEdge } from '../edge.ts';
import { throughGateway } from '../gateway.ts';
import { gatewayLambda } from '../lambda.ts';
import { registry } from '../registry.ts';
import { readSettings } from '../settings.ts';
import { edgeSecret, futureBound, lateWindow, openKeyValue, openSecrets, openStream, regionOf } from '../wiring.ts';
import { collect } from './collect.ts';

/** collect on AWS. */
export const handler = gatewayLambda('collect', async ({ clock, measure }) => {
  const env = readSettings('collect', process.env);
  const secrets = openSecrets(env, clock);
  const ports = {
    stream: await openStream(env),
    registry: registry({ keyValue: openKeyValue(env, clock), secrets, clock }),
  };
  const judging = { rates: parseRates(ratesCsv()), late_window: lateWindow(env), future_bound: futureBound(env) };
  const events = collect(
    { ...ports, clock, measure, newId: randomUUID },
    { ...judging, region: regionOf(process.env) },
  );
  return behindEdge(throughGateway(events), { ...edgeSecret(env, secrets), measure });
});
