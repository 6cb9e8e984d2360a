import type { Metric, ServiceMetric } from './metric.ts';
import { counter } from './metric.ts';

const aws = (namespace: string, metric: string, dimensions: ServiceMetric['dimensions']) =>
  ({ from: 'aws', namespace: `AWS/${namespace}`, metric, dimensions }) as const;

const global = (...service: Parameters<typeof aws>) => ({ ...aws(...service), region: 'us-east-1' }) as const;

const ROUTE = { ApiId: '{api}', Stage: '$default', Route: '{route}' } as const;
const FUNCTION = { FunctionName: '{function}' } as const;
const STREAM = { StreamName: '{stream}' } as const;
const TABLE = { TableName: '{table}' } as const;
const WORKFLOW = { StateMachineArn: '{workflow}' } as const;

/**
 * What AWS measures by itself, at no charge unless said otherwise. Routes are those of the HTTP API (`POST /v1/events`), which needs
 * its detailed metrics switched on: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 */
export const serviceMetrics = {
  http_requests: {
    kind: 'counter',
    unit: 'count',
    dimensions: ['route'],
    meaning: 'Requests that reached the gateway',
    source: aws('ApiGateway', 'Count', ROUTE),
    laptop: true,
  },
  http_client_errors: {
    kind: 'counter',
    unit: 'count',
    dimensions: ['route'],
    meaning: 'Requests refused for something the client did (4xx)',
    source: aws('ApiGateway', '4xx', ROUTE),
    laptop: true,
  },
  http_server_errors: {
    kind: 'counter',
    unit: 'count',
    dimensions: ['route'],
    meaning: 'Requests that we could not serve (5xx), the stream being unavailable included',
    source: aws('ApiGateway', '5xx', ROUTE),
    laptop: true,
  },
  http_duration: {
    kind: 'distribution',
    unit: 'milliseconds',
    dimensions: ['route'],
    meaning: 'Time from the arrival of a request to its answer',
    source: aws('ApiGateway', 'Latency', ROUTE),
    laptop: true,
  },
  edge_error_rate: {
    kind: 'gauge',
    unit: 'count',
    dimensions: [],
    meaning: 'Percentage of requests that CloudFront answered with 5xx',
    source: global('CloudFront', '5xxErrorRate', { DistributionId: '{distribution}', Region: 'Global' }),
  },
  waf_blocked_requests: counter(
    'Requests that the firewall refused',
    [],
    global('WAFV2', 'BlockedRequests', { WebACL: '{acl}', Rule: 'ALL' }),
  ),
  consumer_age: {
    kind: 'gauge',
    unit: 'milliseconds',
    dimensions: ['function'],
    meaning: 'Age of the oldest record of the stream that the consumer has not done',
    source: {
      from: 'stream',
      kinesis: { namespace: 'AWS/Lambda', metric: 'IteratorAge', dimensions: FUNCTION },
      msk: {
        namespace: 'AWS/Kafka',
        metric: 'EstimatedMaxTimeLag',
        dimensions: { 'Cluster Name': '{cluster}', 'Consumer Group': '{group}', Topic: '{topic}' },
        times: 1000,
      },
    },
    laptop: true,
  },
  consumer_lag: {
    kind: 'gauge',
    unit: 'count',
    dimensions: ['function'],
    meaning: 'What the consumer has not done yet: records on MSK, events on the laptop; Kinesis tells only the age',
    source: {
      from: 'stream',
      msk: { namespace: 'AWS/Lambda', metric: 'OffsetLag', dimensions: FUNCTION },
    },
    laptop: true,
  },
  function_invocations: {
    kind: 'counter',
    unit: 'count',
    dimensions: ['function'],
    meaning: 'Runs of a function',
    source: aws('Lambda', 'Invocations', FUNCTION),
    laptop: true,
  },
  function_errors: {
    kind: 'counter',
    unit: 'count',
    dimensions: ['function'],
    meaning: 'Runs of a function that threw or took too long',
    source: aws('Lambda', 'Errors', FUNCTION),
    laptop: true,
  },
  function_throttles: counter(
    'Runs refused because the function, or the account, had no concurrency left',
    ['function'],
    aws('Lambda', 'Throttles', FUNCTION),
  ),
  function_duration: {
    kind: 'distribution',
    unit: 'milliseconds',
    dimensions: ['function'],
    meaning: 'How long a run of a function takes',
    source: aws('Lambda', 'Duration', FUNCTION),
    laptop: true,
  },
  destination_failures: counter(
    'Batches given up that could not be kept in the zone failed either: they are lost',
    ['function'],
    aws('Lambda', 'DestinationDeliveryFailures', FUNCTION),
  ),
  undelivered: {
    kind: 'gauge',
    unit: 'count',
    dimensions: [],
    meaning: 'Notifications and schedules that no function took, waiting in the dead-letter queue',
    source: aws('SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: '{queue}' }),
  },
  stream_write_throttles: counter(
    'Records refused because a shard was written to faster than it takes',
    [],
    aws('Kinesis', 'WriteProvisionedThroughputExceeded', STREAM),
  ),
  stream_bytes: {
    kind: 'counter',
    unit: 'bytes',
    dimensions: [],
    meaning: 'Bytes written to the stream',
    source: {
      from: 'stream',
      kinesis: { namespace: 'AWS/Kinesis', metric: 'IncomingBytes', dimensions: STREAM },
      msk: {
        namespace: 'AWS/Kafka',
        metric: 'BytesInPerSec',
        dimensions: { 'Cluster Name': '{cluster}', Topic: '{topic}' },
      },
    },
  },
  table_read_throttles: counter(
    'Reads of a key-value table that DynamoDB refused',
    ['table'],
    aws('DynamoDB', 'ReadThrottleEvents', TABLE),
  ),
  table_write_throttles: counter(
    'Writes to a key-value table that DynamoDB refused',
    ['table'],
    aws('DynamoDB', 'WriteThrottleEvents', TABLE),
  ),
  workflow_failures: counter(
    'Runs of the refine workflow that failed',
    [],
    aws('States', 'ExecutionsFailed', WORKFLOW),
  ),
  workflow_timeouts: counter(
    'Runs of the refine workflow that took too long',
    [],
    aws('States', 'ExecutionsTimedOut', WORKFLOW),
  ),
  workflow_duration: {
    kind: 'distribution',
    unit: 'milliseconds',
    dimensions: [],
    meaning: 'How long a run of the refine workflow takes',
    source: aws('States', 'ExecutionTime', WORKFLOW),
  },
  query_bytes: {
    kind: 'counter',
    unit: 'bytes',
    dimensions: ['workgroup'],
    meaning: 'Bytes that Athena has scanned',
    source: aws('Athena', 'ProcessedBytes', { QueryState: 'SUCCEEDED', QueryType: 'DML', WorkGroup: '{workgroup}' }),
  },
  estimated_charges: {
    kind: 'gauge',
    unit: 'dollars',
    dimensions: [],
    meaning: 'What the month has cost so far, in us-east-1 only and where billing alerts are switched on',
    source: global('Billing', 'EstimatedCharges', { Currency: 'USD' }),
  },
} as const satisfies Record<string, Metric>;
