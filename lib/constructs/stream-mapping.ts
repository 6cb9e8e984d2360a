import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName, StreamFeed } from '../../lambdas/functions.ts';
import { streamTrigger } from '../../lambdas/functions.ts';
import type { EventStream } from '../event-stream.ts';
import { allow, grant, OBJECTS_COME_AND_GO } from '../grant.ts';
import type { LakeStack } from '../lake-stack.ts';
import { bucketArn } from '../names.ts';
import { readsStream } from '../stream-permissions.ts';
import type { LakeFunction } from './lake-function.ts';

/** The longest a mapping may keep trying. */
const LONGEST_AGE_SECONDS = 7 * 24 * 3600;
const HOUR_SECONDS = 3600;

/** Feeds a function from the stream. A batch that fails for good is kept whole in the zone `failed`, and the others go on. */
export function feed(
  stack: LakeStack,
  {
    name,
    fed,
    stream,
    window_seconds,
  }: { name: FunctionName; fed: LakeFunction<FunctionName>; stream: EventStream; window_seconds: number },
): CfnEventSourceMapping {
  const { names } = stack.place;
  const failed = names.zone('failed');
  const group = names.function(name);
  const mapping = new CfnEventSourceMapping(fed, 'Feed', {
    functionName: fed.target.functionArn,
    eventSourceArn: stream.arn,
    startingPosition: 'TRIM_HORIZON',
    maximumBatchingWindowInSeconds: window_seconds,
    destinationConfig: { onFailure: { destination: bucketArn(failed) } },
    metricsConfig: { metrics: ['EventCount'] },
    ...failureRules(streamTrigger(name), stack.place.environment.stream.retention_hours),
    ...(stream.kind === 'kinesis'
      ? { parallelizationFactor: stack.place.environment.parallelisation }
      : {
          topics: [stream.name],
          amazonManagedKafkaEventSourceConfig: { consumerGroupId: group },
          provisionedPollerConfig: { minimumPollers: 1, maximumPollers: 10 },
        }),
  });
  allow(fed.role, [...readsStream(stream, group), ...keepsFailed(failed)]);
  mapping.node.addDependency(fed.role);
  return mapping;
}

/** One bad record is found by halving its batch; trying ends after so many attempts, or when the record leaves the stream. */
const failureRules = ({ batch_size, bisect, retries }: StreamFeed, retention_hours: number) => ({
  batchSize: batch_size,
  bisectBatchOnFunctionError: bisect,
  maximumRetryAttempts: retries,
  maximumRecordAgeInSeconds: Math.min(retention_hours * HOUR_SECONDS, LONGEST_AGE_SECONDS),
  functionResponseTypes: ['ReportBatchItemFailures'],
});

const keepsFailed = (bucket: string) => [
  grant(['s3:PutObject'], [bucketArn(bucket, 'aws/lambda/*')], OBJECTS_COME_AND_GO),
  grant(['s3:ListBucket'], [bucketArn(bucket)]),
];
