import type { Environment } from '../../lib/environment.ts';
import { essentialWatch, oneRegion } from './deployments.ts';
import type { Choices } from './load.ts';

/** Rules of the firewall: three sets of AWS's and a rate. */
const FIREWALL_RULES = 4;

/** What an environment chooses, as far as it costs something. Throws for MSK, which is not priced. */
export function choicesOf(environment: Environment): Choices {
  const { stream, windows, parallelisation, refine, edge, audit, provisioned_concurrency, regions } = environment;
  if (stream.kind === 'msk') throw new Error('MSK Serverless is not priced: take an environment with Kinesis');
  return {
    ...oneRegion,
    stream: { mode: stream.mode, retention_hours: stream.retention_hours },
    windows,
    parallelisation,
    refine_minutes: refine.every_minutes,
    edge: edge && { firewall_rules: edge.firewall ? FIREWALL_RULES : 0 },
    audit: audit !== undefined,
    watch: environment.alarms === 'essential' ? essentialWatch : oneRegion.watch,
    warm: provisioned_concurrency.collect?.min ?? 0,
    regions: regions.length,
  };
}
