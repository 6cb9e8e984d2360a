import { GetEventSourceMappingCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Probe } from './probe.ts';

const ROLE = 'arn:aws:iam::000000000000:role/probe';
const DEAD_LETTERS = 'arn:aws:sqs:us-east-1:000000000000:probe';
const FAILED = 'arn:aws:s3:::probe-of-failed';
const CODE = { ZipFile: 'exports.handler = async () => 1;' };
const FUNCTION = { Code: CODE, Handler: 'index.handler', Role: ROLE, Runtime: 'nodejs24.x' };

/** A function, as its configuration tells it. */
export const lambdaFunction: Probe = {
  type: 'AWS::Lambda::Function',
  properties: {
    FunctionName: { set: 'probe-of-function', told: 'probe-of-function' },
    Architectures: { set: ['arm64'], told: ['arm64'] },
    Code: { set: CODE, told: true },
    DeadLetterConfig: { set: { TargetArn: DEAD_LETTERS }, told: DEAD_LETTERS },
    Description: { set: 'A probe', told: 'A probe' },
    Environment: { set: { Variables: { PROBE: 'yes' } }, told: { PROBE: 'yes' } },
    Handler: { set: 'index.handler', told: 'index.handler' },
    LoggingConfig: { set: { LogFormat: 'JSON', LogGroup: '/probe' }, told: { LogFormat: 'JSON', LogGroup: '/probe' } },
    MemorySize: { set: 512, told: 512 },
    Role: { set: ROLE, told: ROLE },
    Runtime: { set: 'nodejs24.x', told: 'nodejs24.x' },
    Timeout: { set: 10, told: 10 },
    TracingConfig: { set: { Mode: 'Active' }, told: 'Active' },
  },
  ask: async (settings, FunctionName) => {
    const lambda = new LambdaClient(settings);
    const told = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    return {
      ...told,
      Code: told.CodeSize! > 0,
      DeadLetterConfig: told.DeadLetterConfig?.TargetArn,
      Environment: told.Environment?.Variables,
      TracingConfig: told.TracingConfig?.Mode,
    };
  },
};

/** A mapping from a stream, with what happens to a batch that fails. */
export const eventSourceMapping: Probe = {
  type: 'AWS::Lambda::EventSourceMapping',
  properties: {
    BatchSize: { set: 200, told: 200 },
    BisectBatchOnFunctionError: { set: true, told: true },
    DestinationConfig: { set: { OnFailure: { Destination: FAILED } }, told: FAILED },
    EventSourceArn: {
      set: { 'Fn::GetAtt': ['Stream', 'Arn'] },
      told: 'arn:aws:kinesis:us-east-1:000000000000:stream/probe-of-mapping',
    },
    FunctionName: {
      set: { 'Fn::GetAtt': ['Function', 'Arn'] },
      told: 'arn:aws:lambda:us-east-1:000000000000:function:probe-of-mapping',
    },
    FunctionResponseTypes: { set: ['ReportBatchItemFailures'], told: ['ReportBatchItemFailures'] },
    MaximumBatchingWindowInSeconds: { set: 7, told: 7 },
    MaximumRecordAgeInSeconds: { set: 3600, told: 3600 },
    MaximumRetryAttempts: { set: 5, told: 5 },
    MetricsConfig: { set: { Metrics: ['EventCount'] }, told: ['EventCount'] },
    ParallelizationFactor: { set: 2, told: 2 },
    StartingPosition: { set: 'TRIM_HORIZON', told: 'TRIM_HORIZON' },
  },
  beside: {
    Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'probe-of-mapping', ShardCount: 1 } },
    Function: { Type: 'AWS::Lambda::Function', Properties: { ...FUNCTION, FunctionName: 'probe-of-mapping' } },
  },
  ask: async (settings, UUID) => {
    const told = await new LambdaClient(settings).send(new GetEventSourceMappingCommand({ UUID }));
    return {
      ...told,
      DestinationConfig: told.DestinationConfig?.OnFailure?.Destination,
      FunctionName: told.FunctionArn,
      MetricsConfig: told.MetricsConfig?.Metrics,
    };
  },
};
