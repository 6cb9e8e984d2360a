import type { FunctionName } from '../lambdas/functions.ts';
import type { EdgeStack } from './edge-stack.ts';
import type { Environment } from './environment.ts';
import type { IngestStack } from './ingest-stack.ts';
import { OperationsStack } from './operations-stack.ts';
import type { RegionalLake } from './regional-lake.ts';
import type { Watched, WatchedStream } from './watched.ts';

/** Watches a region's lake, and with it the edge, which is measured in us-east-1 alone. The budget is the account's: one region asks for it. */
export function watch(
  lake: RegionalLake,
  { edge, budget_usd }: { edge?: EdgeStack | undefined; budget_usd?: number } = {},
): OperationsStack {
  const { names, environment } = lake.place;
  const { alarms, alarm_email } = environment;
  return new OperationsStack(lake, 'operations', {
    stackName: names.of('operations'),
    description: 'Playlake: alarms, dashboards, and the budget',
    env: { region: names.region, ...(environment.account && { account: environment.account }) },
    terminationProtection: environment.removal === 'retain',
    prefix: names.prefix,
    watched: { ...watchedLake(lake), ...(edge?.region === lake.place.names.region && watchedEdge(edge)) },
    alarms,
    key: lake.foundation.key,
    ...(alarm_email && { email: alarm_email }),
    ...(budget_usd && { budget_usd }),
  });
}

function watchedLake({ place, foundation, ingest, refine, storage, audit, api }: RegionalLake): Watched {
  const { names, environment } = place;
  const functions = { ...ingest.functions, refine: refine.refine, api: api.api };
  return {
    functions: Object.fromEntries(
      Object.entries(functions).map(([name, made]) => [name, made.function.functionName]),
    ) as Record<FunctionName, string>,
    stream: watchedStream(environment, ingest),
    queue: foundation.deadLetters.queueName,
    tables: [storage.settings.GLOBAL_TABLE, storage.settings.REGIONAL_TABLE],
    workflow: refine.workflow.stateMachineArn,
    api: { id: ingest.gateway.apiId, detailed: environment.alarms === 'all' },
    workgroups: [names.workgroup('refine'), names.workgroup('analysts')],
    ...(audit && { trail: audit.log }),
  };
}

function watchedStream({ stream }: Environment, { place: { names }, functions }: IngestStack): WatchedStream {
  if (stream.kind === 'kinesis')
    return { kind: 'kinesis', name: names.stream, ...(stream.mode === 'provisioned' && { shards: stream.shards }) };
  const consumers = Object.keys(functions).filter(name => name === 'transform' || name === 'live');
  const groups = Object.fromEntries(consumers.map(name => [name, names.function(name as FunctionName)]));
  return { kind: 'msk', cluster: names.stream, topic: names.stream, groups };
}

const watchedEdge = ({ distribution, webAcl, place }: EdgeStack): Watched => ({
  distribution: distribution.distributionId,
  ...(webAcl && { webAcl: place.names.of('edge') }),
});
