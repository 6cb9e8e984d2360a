import { randomUUID } from 'node:crypto';
import { parseRates } from '../../core/money.ts';
import { ratesCsv } from '../../glue/rates.ts';
import { openEventStream } from '../adapters/event-stream.ts';
import { behindEdge } from '../edge.ts';
import type { SettingOf } from '../functions.ts';
import type { GatewayFunction } from '../gateway.ts';
import { throughGateway } from '../gateway.ts';
import type { Tools } from '../lambda.ts';
import { registry } from '../registry.ts';
import { edgeSecret, futureBound, lateWindow, openKeyValue, openSecrets } from '../wiring.ts';
import { collect } from './collect.ts';

type Env = Record<SettingOf<'collect'> | 'AWS_REGION', string>;

/** collect over AWS, as the environment says; its region is part of every event's position. */
export async function wireCollect(env: Env, { clock, measure }: Tools): Promise<GatewayFunction> {
  const secrets = openSecrets(env, clock);
  const stream = await openEventStream({ kind: env.STREAM_KIND, name: env.STREAM_NAME, brokers: env.STREAM_BROKERS });
  const games = registry({ keyValue: openKeyValue(env, clock), secrets, clock });
  const events = collect(
    { stream, registry: games, clock, measure, newId: randomUUID },
    {
      region: env.AWS_REGION,
      rates: parseRates(ratesCsv()),
      late_window: lateWindow(env),
      future_bound: futureBound(env),
    },
  );
  return behindEdge(throughGateway(events), { ...edgeSecret(env, secrets), measure });
}
