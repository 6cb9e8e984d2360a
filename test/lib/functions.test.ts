import { describe, expect, test } from '@jest/globals';
import { type FunctionName, functions, type SettingOf } from '../../lambdas/functions.ts';
import { environments } from '../../lib/environments.ts';
import { grant, statement } from '../../lib/grant.ts';
import { ofType, synthesise, variants, type Written } from './synthesise.ts';

const { dev, prod } = environments;
const { stacks } = synthesise({ dev, prod, msk: variants.msk });
const names = Object.keys(functions) as FunctionName[];

/** What each function may do in dev, worked out by hand from its ports in lambdas/functions.ts: `action → resource`. */
const MAY: Record<FunctionName, readonly string[]> = {
  collect: ['kinesis PutRecords → stream', 'dynamodb read → global', 'secretsmanager GetSecretValue → playlake/dev/*'],
  transform: [
    's3 PutObject → bronze/*',
    's3 PutObject → quarantine/*',
    's3 PutObject → late/*',
    's3 PutObject → failed/aws/lambda/*',
    's3 ListBucket → failed',
    'kinesis poll → stream',
  ],
  live: [
    'dynamodb read → regional',
    'dynamodb write → regional',
    's3 PutObject → failed/aws/lambda/*',
    's3 ListBucket → failed',
    'kinesis poll → stream',
  ],
  register: ['dynamodb read → regional', 'dynamodb write → regional'],
  refine: [
    'dynamodb read → global',
    'dynamodb read → regional',
    'dynamodb write → regional',
    ...['bronze', 'quarantine', 'late', 'failed', 'silver', 'gold', 'work'].flatMap(zone => [
      `s3 GetObject → ${zone}/*`,
      `s3 ListBucket → ${zone}`,
      `s3 GetBucketLocation → ${zone}`,
    ]),
    ...['silver', 'gold', 'work'].flatMap(zone =>
      ['PutObject', 'DeleteObject', 'AbortMultipartUpload'].map(action => `s3 ${action} → ${zone}/*`),
    ),
    'athena run → refine',
    'glue GetDatabase → default',
    'glue CreateDatabase → default',
    'glue CreateDatabase → catalog',
    'glue read → catalog',
    ...['bronze', 'quarantine', 'late', 'silver', 'gold', 'refine', 'work'].map(database => `glue read → ${database}`),
    'glue write → catalog',
    ...['silver', 'gold', 'refine', 'work'].map(database => `glue write → ${database}`),
  ],
  api: [
    'dynamodb read → global',
    'dynamodb write → global',
    'dynamodb read → regional',
    'secretsmanager GetSecretValue → playlake/dev/*',
    'secretsmanager CreateSecret → playlake/dev/*',
    'secretsmanager ReplicateSecretToRegions → playlake/dev/*',
    ...['silver', 'gold', 'work'].flatMap(zone => [
      `s3 GetObject → ${zone}/*`,
      `s3 ListBucket → ${zone}`,
      `s3 GetBucketLocation → ${zone}`,
    ]),
    's3 PutObject → work/results/analysts/*',
    's3 AbortMultipartUpload → work/results/analysts/*',
    'athena run → analysts',
    'athena StopQueryExecution → analysts',
    'glue GetDatabase → default',
    'glue read → catalog',
    'glue read → silver',
    'glue read → gold',
    'states StartExecution → workflow',
    'states DescribeExecution → its executions',
    'cloudwatch GetMetricData → *',
  ],
};

/** What every function may do: use the lake's key, write its own log, leave a dead letter, and be traced. */
const EVERY = [
  'kms Decrypt → key',
  'kms GenerateDataKey → key',
  'logs CreateLogStream → log',
  'logs PutLogEvents → log',
  'sqs SendMessage → dead letters',
  'xray PutTraceSegments → *',
  'xray PutTelemetryRecords → *',
];

/** Actions that are always given together, under one word. */
const TOGETHER: Record<string, readonly string[]> = {
  'dynamodb read': ['GetItem', 'Query'],
  'dynamodb write': ['PutItem', 'UpdateItem', 'DeleteItem'],
  'kinesis poll': ['DescribeStream', 'DescribeStreamSummary', 'GetRecords', 'GetShardIterator', 'ListShards'],
  'athena run': ['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults'],
  'glue read': [
    'GetDatabase',
    'GetDatabases',
    'GetTable',
    'GetTables',
    'GetPartition',
    'GetPartitions',
    'BatchGetPartition',
  ],
  'glue write': ['CreateTable', 'UpdateTable', 'DeleteTable'],
};

describe('a function may do exactly what its ports say', () => {
  for (const name of names)
    test(name, () => {
      const expected = [...MAY[name], ...EVERY].flatMap(inFull);
      expect(grantsOf('dev/us-east-1', name)).toEqual([...new Set(expected)].sort());
    });

  test('a grant with a wildcard that nobody explains does not synthesise', () => {
    expect(() => statement(grant(['s3:GetObject'], ['arn:aws:s3:::lake/*']))).toThrow(
      'arn:aws:s3:::lake/* is not explained',
    );
    expect(() => statement(grant(['s3:*'], ['arn:aws:s3:::lake/a']))).toThrow('s3:* is not explained');
  });
});

describe('every function', () => {
  const deployed = ofType(stacks, 'AWS::Lambda::Function').filter(({ properties }) =>
    names.some(name => new RegExp(`^playlake-\\w+-${name}$`).test(properties.FunctionName ?? '')),
  );

  test('of the manifest is in every environment and region', () => expect(deployed.length).toBe(names.length * 4));

  test('is traced, logs JSON, and has a dead-letter path', () => {
    for (const { properties } of deployed) {
      expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
      expect(properties.LoggingConfig.LogFormat).toBe('JSON');
      expect(properties.DeadLetterConfig.TargetArn).toBeDefined();
    }
  });

  test('runs Node 24 on arm64 with the memory and time of the manifest', () => {
    for (const name of names)
      for (const { properties } of deployed.filter(each => each.properties.FunctionName.endsWith(`-${name}`)))
        expect(properties).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          MemorySize: functions[name].memory,
          Timeout: functions[name].timeout_seconds,
        });
  });

  test('keeps its log for as long as the environment says, encrypted', () => {
    const logs = ofType(stacks, 'AWS::Logs::LogGroup').filter(({ properties }) =>
      `${properties.LogGroupName}`.startsWith('/aws/lambda/playlake'),
    );
    expect(logs.length).toBe(names.length * 4);
    for (const { environment, properties } of logs)
      expect([properties.RetentionInDays, typeof properties.KmsKeyId]).toEqual([
        environment === 'prod' ? 365 : 7,
        'object',
      ]);
  });

  test('is told its settings and no others, none of them a secret’s value', () => {
    const collect = deployed.find(({ where }) => where.startsWith('dev') && where.includes('Collect'))!;
    expect(collect.properties.Environment.Variables).toEqual({
      STREAM_KIND: 'kinesis',
      STREAM_NAME: expect.anything(),
      STREAM_BROKERS: '',
      GLOBAL_TABLE: 'playlake-dev-global',
      REGIONAL_TABLE: 'playlake-dev-regional',
      SECRETS_PREFIX: 'playlake/dev/',
      SECRETS_KEY: 'alias/playlake-dev',
      SECRETS_REPLICAS: '',
      LATE_WINDOW_DAYS: '30',
      FUTURE_BOUND_MINUTES: '60',
      EDGE_SECRET: 'playlake/dev/edge',
    });
  });

  test('cannot be made without one of its settings', () => {
    // @ts-expect-error: LATE_WINDOW_DAYS is forgotten
    const forgotten: Record<SettingOf<'refine'>, string> = {
      ZONE_BUCKETS: '',
      GLOBAL_TABLE: '',
      REGIONAL_TABLE: '',
      WORKGROUP: '',
    };
    expect(forgotten).not.toHaveProperty('LATE_WINDOW_DAYS');
  });

  test('has the concurrency that prod states', () => {
    const inProd = deployed.filter(({ environment }) => environment === 'prod');
    const reserved = inProd.filter(({ properties }) => properties.ReservedConcurrentExecutions !== undefined);
    expect(
      reserved.map(({ properties }) => [properties.FunctionName, properties.ReservedConcurrentExecutions]),
    ).toEqual([
      ['playlake-prod-refine', 10],
      ['playlake-prod-refine', 10],
    ]);
    const warm = ofType(of('prod'), 'AWS::ApplicationAutoScaling::ScalableTarget').map(
      ({ where, properties }) => `${where.split('/')[2]} ${properties.MinCapacity}–${properties.MaxCapacity}`,
    );
    expect(warm.sort()).toEqual(['api 1–20', 'api 1–20', 'ingest 5–200', 'ingest 5–200']);
  });
});

describe('a mapping of the stream', () => {
  const mappings = ofType(stacks, 'AWS::Lambda::EventSourceMapping');

  test('bisects, ends its retries, answers per record, and keeps what failed for good', () => {
    expect(mappings.length).toBe(2 * 4);
    for (const { properties } of mappings) {
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
      });
      expect(JSON.stringify(properties.DestinationConfig.OnFailure.Destination)).toContain('-failed-');
    }
  });

  test('takes batches of the manifest, within the window of the environment', () => {
    const seen = mappings.map(
      ({ where, properties }) =>
        `${where.split('/')[0]} ${properties.BatchSize} ${properties.MaximumBatchingWindowInSeconds}`,
    );
    expect(new Set(seen)).toEqual(
      new Set(['dev 200 30', 'dev 500 1', 'prod 200 30', 'prod 500 5', 'msk 200 30', 'msk 500 1']),
    );
  });

  test('gives a record up no later than the stream does', () => {
    const ages = mappings.map(
      ({ where, properties }) => `${where.split('/')[0]} ${properties.MaximumRecordAgeInSeconds}`,
    );
    expect(new Set(ages)).toEqual(new Set(['dev 86400', 'prod 604800', 'msk 86400']));
  });

  test('reads MSK as a group of its own', () => {
    const groups = mappings
      .filter(({ environment }) => environment === 'msk')
      .map(({ properties }) => properties.AmazonManagedKafkaEventSourceConfig.ConsumerGroupId);
    expect(groups.sort()).toEqual(['playlake-msk-live', 'playlake-msk-transform']);
  });
});

describe('the gateway', () => {
  test('has the routes of the manifest; those for people ask for a token', () => {
    const routes = ofType(of('dev'), 'AWS::ApiGatewayV2::Route').map(
      ({ properties }) => `${properties.RouteKey}: ${properties.AuthorizationType}`,
    );
    expect(routes.sort()).toEqual(['ANY /api/{proxy+}: JWT', 'GET /health: NONE', 'POST /v1/events: NONE']);
  });

  test('is throttled, and notes requests without what they carry', () => {
    const [stage] = ofType(of('dev'), 'AWS::ApiGatewayV2::Stage');
    expect(stage!.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    expect(stage!.properties.AccessLogSettings.Format).not.toMatch(/sourceIp|header|body/);
  });
});

test('new objects call the register, and wait with the dead letters when they cannot', () => {
  const [rule] = ofType(of('dev'), 'AWS::Events::Rule').filter(({ id }) => id === 'NewObjects');
  expect(rule!.properties.EventPattern).toMatchObject({ source: ['aws.s3'], 'detail-type': ['Object Created'] });
  expect(JSON.stringify(rule!.properties.EventPattern).match(/playlake-dev-\w+/g)).toEqual([
    'playlake-dev-bronze',
    'playlake-dev-quarantine',
    'playlake-dev-late',
    'playlake-dev-failed',
  ]);
  expect(rule!.properties.Targets[0].DeadLetterConfig.Arn).toBeDefined();
});

function of(environment: string): Written[] {
  return stacks.filter(stack => stack.environment === environment);
}

/** `dynamodb read → global` as one line for each of its actions. */
function inFull(line: string): string[] {
  const [verb, resource] = line.split(' → ') as [string, string];
  const [service] = verb.split(' ') as [string];
  return (TOGETHER[verb] ?? [verb.slice(service.length + 1)]).map(action => `${service} ${action} → ${resource}`);
}

/** What the policies of a function's role allow, as lines. */
function grantsOf(region: string, name: FunctionName): string[] {
  const stack = stacks.find(
    ({ where, resources }) =>
      where.startsWith(region) &&
      Object.values(resources).some(each => each.Properties?.FunctionName === `playlake-dev-${name}`),
  )!;
  const policies = ofType([stack], 'AWS::IAM::Policy').filter(({ id }) => id.toLowerCase().startsWith(`${name}role`));
  const lines = policies.flatMap(({ properties }) =>
    properties.PolicyDocument.Statement.flatMap((each: { Action: string | string[]; Resource: unknown }) =>
      [each.Action]
        .flat()
        .flatMap(action =>
          [each.Resource].flat().map(resource => `${action.replace(':', ' ')} → ${inShort(resource)}`),
        ),
    ),
  );
  return [...new Set(lines)].filter(line => !/sqs GetQueue/.test(line)).sort();
}

/** A resource of dev, without what all have in common. */
function inShort(resource: unknown): string {
  const text = JSON.stringify(resource).replaceAll(/\{"Ref":"AWS::\w+"\}|[",[\]]/g, '');
  const rules: [RegExp, string][] = [
    [/^\*$/, '*'],
    [/LakeKey/, 'key'],
    [/DeadLetters/, 'dead letters'],
    [/EventStream/, 'stream'],
    [/Log[0-9A-F]{8}/, 'log'],
    [/playlake-dev-(\w+)--?us-east-1(\/.*?)?\}*$/, '$1$2'],
    [/secret:(playlake\/dev\/\*)/, '$1'],
    [/table\/playlake-dev-(\w+)/, '$1'],
    [/workgroup\/playlake-dev-(\w+)/, '$1'],
    [/stateMachine:playlake/, 'workflow'],
    [/execution:playlake/, 'its executions'],
    [/:catalog/, 'catalog'],
    [/:(?:database|table)\/(\w+)(?:\/\*)?/, '$1'],
  ];
  for (const [pattern, short] of rules) {
    const found = pattern.exec(text);
    if (found) return short.replace('$1', found[1] ?? '').replace('$2', found[2] ?? '');
  }
  return text;
}
