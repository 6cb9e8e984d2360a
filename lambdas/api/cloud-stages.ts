import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { Clock } from '../../core/ports.ts';
import { MINUTE, SECOND } from '../../core/time.ts';
import { sharedClient } from '../adapters/clients.ts';
import { NAMESPACE } from '../metrics.ts';
import type { StageStatus } from './ports.ts';

/** `functionOf` names a function of this environment, as Lambda knows it. */
export type CloudStagesOptions = {
  stream: 'kinesis' | 'msk';
  functionOf: (name: Consumer) => string;
  clock: Clock;
  client?: CloudWatchClient;
};

const CONSUMERS = ['transform', 'live'] as const;
type Consumer = (typeof CONSUMERS)[number];

/** Every value costs a hundred-thousandth of a dollar: a page that is looked at all day asks seldom enough. */
const REMEMBER_MS = 30 * SECOND;
const LOOK_BACK_MS = 5 * MINUTE;
const PATIENCE = { request_ms: 5000, attempts: 2 };

/** How far the consumers are behind, as CloudWatch knows it: Kinesis tells ages, MSK the records that wait. Remembered for 30 s. */
export function cloudStages({
  clock,
  client = sharedClient(CloudWatchClient, PATIENCE),
  ...options
}: CloudStagesOptions): () => Promise<StageStatus[]> {
  let last: { at: number; stages: StageStatus[] } | undefined;
  return async function stages() {
    if (last && clock.now() - last.at < REMEMBER_MS) return last.stages;
    // the minute under way is not whole yet
    const end = clock.now() - (clock.now() % MINUTE);
    const { MetricDataResults = [] } = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(end - LOOK_BACK_MS),
        EndTime: new Date(end),
        ScanBy: 'TimestampDescending',
        MetricDataQueries: CONSUMERS.flatMap(name => queriesFor(name, options)),
      }),
    );
    last = { at: clock.now(), stages: CONSUMERS.map(name => stageOf(name, MetricDataResults, options.stream)) };
    return last.stages;
  };
}

type Asked = { id: string; namespace: string; metric: string; stat: 'Sum' | 'Maximum'; dimensions: [string, string][] };

function queriesFor(name: Consumer, { stream, functionOf }: Pick<CloudStagesOptions, 'stream' | 'functionOf'>) {
  const behind: Asked = {
    id: `${name}_behind`,
    namespace: 'AWS/Lambda',
    metric: stream === 'kinesis' ? 'IteratorAge' : 'OffsetLag',
    stat: 'Maximum',
    dimensions: [['FunctionName', functionOf(name)]],
  };
  const done = ZONES[name].map(
    (zone): Asked => ({
      id: `${name}_events${zone && `_${zone}`}`,
      namespace: NAMESPACE,
      metric: zone ? 'events_written' : 'events_received',
      stat: 'Sum',
      dimensions: [['service', name], ...(zone ? [['zone', zone] as [string, string]] : [])],
    }),
  );
  return [behind, ...done].map(queryOf);
}

/** What a consumer's events are counted by: zones for transform, nothing for live. */
const ZONES: Record<Consumer, readonly string[]> = { transform: ['bronze', 'quarantine', 'late'], live: [''] };

const queryOf = ({ id, namespace, metric, stat, dimensions }: Asked): MetricDataQuery => ({
  Id: id,
  MetricStat: {
    Metric: {
      Namespace: namespace,
      MetricName: metric,
      Dimensions: dimensions.map(([Name, Value]) => ({ Name, Value })),
    },
    Period: MINUTE / SECOND,
    Stat: stat,
  },
});

function stageOf(name: Consumer, results: readonly MetricDataResult[], stream: 'kinesis' | 'msk'): StageStatus {
  const latest = (id: string) => results.find(result => result.Id === id)?.Values?.[0];
  const events = results.filter(({ Id }) => Id?.startsWith(`${name}_events`)).map(({ Id }) => latest(Id!) ?? 0);
  const behind = latest(`${name}_behind`) ?? null;
  return {
    name,
    events_per_second: Math.round((10 * events.reduce((sum, count) => sum + count, 0)) / (MINUTE / SECOND)) / 10,
    lag_events: stream === 'msk' ? behind : null,
    oldest_age_ms: stream === 'kinesis' ? behind : null,
  };
}
