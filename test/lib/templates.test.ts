import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dropped, leftOut, refused } from '../../lib/emulator-gaps.ts';
import { environments, refuseEndpoint } from '../../lib/environments.ts';
import { ofType, synthesise, variants, type Written } from './synthesise.ts';

const { local, ...deployable } = environments;
const { stacks, findings } = synthesise({ ...deployable, ...variants });

/** Resources that hold data, and the logical ids they keep for ever: under another id CloudFormation makes them anew. */
const STATEFUL: Record<string, readonly string[]> = {
  'AWS::KMS::Key': ['LakeKey'],
  'AWS::KMS::ReplicaKey': ['LakeKey'],
  'AWS::SecretsManager::Secret': ['EdgeSecret'],
  'AWS::SQS::Queue': ['DeadLetters'],
  'AWS::DynamoDB::GlobalTable': ['GlobalTable', 'RegionalTable'],
  'AWS::Kinesis::Stream': ['EventStream'],
  'AWS::MSK::ServerlessCluster': ['EventStream'],
  'AWS::MSK::Topic': ['EventTopic'],
  'AWS::Cognito::UserPool': ['People'],
  'AWS::S3::Bucket': [
    'AccessLogsBucket',
    'BronzeBucket',
    'DashboardBucket',
    'FailedBucket',
    'GoldBucket',
    'LateBucket',
    'QuarantineBucket',
    'SilverBucket',
    'TrailBucket',
    'WorkBucket',
  ],
  'AWS::Glue::Database': [
    'BronzeDatabase',
    'GoldDatabase',
    'LateDatabase',
    'QuarantineDatabase',
    'RefineDatabase',
    'SilverDatabase',
    'WorkDatabase',
  ],
  'AWS::Glue::Table': [
    'BronzeEventsTable',
    'GoldDailyMetricsTable',
    'GoldRetentionTable',
    'LateEventsTable',
    'QuarantineEventsTable',
    'SilverEventsTable',
    'SilverFatesTable',
    'SilverPlayerDaysTable',
    'SilverPlayersTable',
    'SilverSessionsTable',
  ],
};

test('cdk-nag finds nothing that is not explained', () => expect(findings).toEqual([]));

describe('what holds data', () => {
  for (const [type, ids] of Object.entries(STATEFUL))
    test(`${type} keeps its logical ids`, () =>
      expect([...new Set(ofType(stacks, type).map(({ id }) => id))].sort()).toEqual(ids));

  test('outlives its stack in prod', () => {
    const deletable = of('prod').flatMap(stack =>
      Object.keys(STATEFUL)
        .flatMap(type => ofType([stack], type))
        .filter(({ resource }) => resource.DeletionPolicy !== 'Retain' || resource.UpdateReplacePolicy !== 'Retain')
        .map(({ where }) => where),
    );
    expect(deletable).toEqual([]);
  });

  test('cannot be emptied by a deletion in prod: nothing deletes objects, tables and people refuse', () => {
    expect(ofType(of('prod'), 'Custom::S3AutoDeleteObjects')).toEqual([]);
    const tables = ofType(of('prod'), 'AWS::DynamoDB::GlobalTable').flatMap(({ properties }) => properties.Replicas);
    expect(tables.every(replica => replica.DeletionProtectionEnabled)).toBe(true);
    expect(
      ofType(of('prod'), 'AWS::Cognito::UserPool').every(each => each.properties.DeletionProtection === 'ACTIVE'),
    ).toBe(true);
  });

  test('is in stacks that prod protects from termination', () =>
    expect(of('prod').filter(stack => !stack.protected)).toEqual([]));

  test('goes with its stack in dev', () => {
    const kept = of('dev').flatMap(({ where, resources }) =>
      Object.entries(resources)
        .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
        .map(([id]) => `${where}/${id}`),
    );
    expect(kept).toEqual([]);
  });
});

describe('every bucket', () => {
  const buckets = ofType(stacks, 'AWS::S3::Bucket');

  test('is private', () => {
    const blocked = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    for (const { properties } of buckets) expect(properties.PublicAccessBlockConfiguration).toEqual(blocked);
  });

  test('is encrypted, by the lake’s key where it holds the lake', () => {
    const algorithm = ({ properties }: (typeof buckets)[number]) =>
      properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm;
    const others = buckets.filter(bucket => algorithm(bucket) !== 'aws:kms');
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set(['AccessLogsBucket', 'DashboardBucket']));
    expect(others.every(bucket => algorithm(bucket) === 'AES256')).toBe(true);
  });

  test('speaks TLS 1.2 only', () => {
    const refused = (stack: Written) =>
      ofType([stack], 'AWS::S3::BucketPolicy').flatMap(({ properties }) =>
        properties.PolicyDocument.Statement.filter(
          (statement: { Effect: string; Condition?: { Bool?: object; NumericLessThan?: object } }) =>
            statement.Effect === 'Deny' && (statement.Condition?.Bool || statement.Condition?.NumericLessThan),
        ).map((statement: { Condition: object }) => `${properties.Bucket.Ref} ${JSON.stringify(statement.Condition)}`),
      );
    for (const stack of stacks)
      for (const { id } of ofType([stack], 'AWS::S3::Bucket')) {
        expect(refused(stack)).toContain(`${id} {"Bool":{"aws:SecureTransport":"false"}}`);
        expect(refused(stack)).toContain(`${id} {"NumericLessThan":{"s3:TlsVersion":1.2}}`);
      }
  });
});

test('what a table is made of never ends by a rule of its bucket: of the work bucket only results do', () => {
  const ending = ofType(stacks, 'AWS::S3::Bucket')
    .filter(({ id }) => ['SilverBucket', 'GoldBucket', 'WorkBucket'].includes(id))
    .flatMap(({ id, properties }) =>
      properties.LifecycleConfiguration.Rules.filter((rule: object) => 'ExpirationInDays' in rule).map(
        (rule: { Prefix?: string }) => `${id} ${rule.Prefix}`,
      ),
    );
  expect([...new Set(ending)]).toEqual(['WorkBucket results/']);
});

test('every queue, stream, table, log group and trail is encrypted', () => {
  expect(ofType(stacks, 'AWS::SQS::Queue').every(({ properties }) => properties.SqsManagedSseEnabled)).toBe(true);
  expect(
    ofType(stacks, 'AWS::Kinesis::Stream').every(
      ({ properties }) => properties.StreamEncryption.EncryptionType === 'KMS',
    ),
  ).toBe(true);
  for (const { properties } of ofType(stacks, 'AWS::DynamoDB::GlobalTable')) {
    expect(properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    for (const replica of properties.Replicas) expect(replica.SSESpecification.KMSMasterKeyId).toBeDefined();
  }
  expect(ofType(stacks, 'AWS::CloudTrail::Trail').every(({ properties }) => properties.KMSKeyId)).toBe(true);
});

describe('tables of the catalog', () => {
  const tables = ofType(stacks, 'AWS::Glue::Table');

  test('have a `tableInput` or an Iceberg input, never both', () => {
    const shapes = tables.map(({ id, properties }) => [
      id,
      'TableInput' in properties,
      'OpenTableFormatInput' in properties,
    ]);
    expect(shapes.filter(([, input, iceberg]) => input === iceberg)).toEqual([]);
    expect(shapes.filter(([id]) => id === 'SilverEventsTable')).toContainEqual(['SilverEventsTable', false, true]);
  });

  test('keep the ids, the partition and the order of silver.events', () => {
    const { properties } = tables.find(({ where }) => where === 'prod/us-east-1/storage/SilverEventsTable')!;
    const input = properties.OpenTableFormatInput.IcebergInput.IcebergTableInput;
    expect(input.Schema.Fields[0]).toMatchObject({ Id: 1, Name: 'game', Type: 'string', Required: true });
    expect(input.PartitionSpec.Fields).toEqual([
      { FieldId: 1000, Name: 'event_date_day', SourceId: 10, Transform: 'day' },
    ]);
    expect(input.WriteOrder.Fields.map((field: { SourceId: number }) => field.SourceId)).toEqual([1, 3]);
    expect(input.Properties).toMatchObject({ 'format-version': '2', 'write.parquet.compression-codec': 'zstd' });
  });

  test('compute the hours of arrival of bronze, quarantine and late', () => {
    const parquet = tables.filter(({ properties }) => properties.TableInput);
    for (const { properties } of parquet)
      expect(properties.TableInput.Parameters).toMatchObject({
        'projection.enabled': 'true',
        'projection.arrival.type': 'date',
        'projection.arrival.format': 'yyyy-MM-dd-HH',
        'projection.arrival.interval.unit': 'HOURS',
      });
  });

  test('are compacted, forget old snapshots, and lose files that nobody refers to', () => {
    const of_events = ofType(of('prod'), 'AWS::Glue::TableOptimizer').filter(
      ({ properties }) => properties.DatabaseName === 'silver' && properties.TableName === 'events',
    );
    expect(of_events.map(({ properties }) => properties.Type).sort()).toEqual([
      'compaction',
      'compaction',
      'orphan_file_deletion',
      'orphan_file_deletion',
      'retention',
      'retention',
    ]);
  });
});

describe('the job that rebuilds silver', () => {
  const jobs = ofType(stacks, 'AWS::Glue::Job');

  test('runs the script on Glue 5 over bronze and the tables of its region, looking so far for copies as the sweep', () => {
    expect(new Set(jobs.map(({ where }) => where.split('/').slice(1).join('/')))).toEqual(
      new Set(['us-east-1/refine/Rebuild', 'eu-west-1/refine/Rebuild']),
    );
    const { properties } = jobs.find(({ where }) => where === 'prod/eu-west-1/refine/Rebuild')!;
    const inZone = (zone: string, path: string) => ({
      'Fn::Join': ['', [`s3://playlake-prod-${zone}-`, { Ref: 'AWS::AccountId' }, `-eu-west-1/${path}`]],
    });
    expect(properties).toMatchObject({ GlueVersion: '5.0', WorkerType: 'G.1X', MaxRetries: 0, Timeout: 480 });
    expect(properties.DefaultArguments).toEqual({
      '--datalake-formats': 'iceberg',
      '--enable-auto-scaling': 'true',
      '--catalog': 'glue',
      '--bronze': inZone('bronze', 'events/'),
      '--warehouse': inZone('silver', ''),
      '--reach-days': '30',
    });
  });

  test('writes to silver alone, and changes the four tables that its script names', () => {
    const [policy] = ofType(of('dev'), 'AWS::IAM::Policy').filter(({ id }) => id.startsWith('RebuildRole'));
    const granted = (action: string): string[] =>
      policy!.properties.PolicyDocument.Statement.filter((each: { Action: string | string[] }) =>
        [each.Action].flat().includes(action),
      )
        .flatMap((each: { Resource: object | object[] }) => [each.Resource].flat())
        .map((resource: object) => JSON.stringify(resource));
    expect(granted('s3:PutObject')).toHaveLength(1);
    expect(granted('s3:PutObject')[0]).toContain('playlake-dev-silver-');
    const tables = granted('glue:UpdateTable').flatMap(
      name => /table\/(\w+)\/(\w+)/.exec(name)?.slice(1).join('.') ?? [],
    );
    const script = readFileSync('glue/jobs/rebuild_silver.py', 'utf8');
    const named = script.matchAll(/(?:table|writeTo)\("(\w+\.\w+?)[."]|MERGE INTO (\w+\.\w+)/g);
    expect(tables.toSorted()).toEqual([...new Set([...named].map(([, a, b]) => (a ?? b)!))].toSorted());
  });

  test('encrypts its logs, which end', () => {
    const logs = ofType(of('prod'), 'AWS::Logs::LogGroup').filter(({ id }) => id.startsWith('RebuildLog'));
    const name = (region: string, what: string) =>
      `/aws-glue/jobs/playlake-prod-rebuild-role/playlake-prod-rebuild-${region}/${what}`;
    expect(logs.map(({ properties }) => properties.LogGroupName).toSorted()).toEqual([
      name('eu-west-1', 'error'),
      name('eu-west-1', 'output'),
      name('us-east-1', 'error'),
      name('us-east-1', 'output'),
    ]);
    for (const { properties } of logs)
      expect([properties.RetentionInDays, typeof properties.KmsKeyId]).toEqual([365, 'object']);
    for (const { properties } of ofType(stacks, 'AWS::Glue::SecurityConfiguration'))
      expect(properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode).toBe('SSE-KMS');
  });
});

test('the lake’s key encrypts log groups of its account and region, which name themselves and no account', () => {
  for (const { properties } of ofType(of('prod'), 'AWS::KMS::Key')) {
    const logs = properties.KeyPolicy.Statement.filter((each: { Principal: { Service?: unknown } }) =>
      JSON.stringify(each.Principal.Service ?? '').includes('"logs.'),
    );
    expect(logs).toHaveLength(1);
    expect(Object.keys(logs[0].Condition)).toEqual(['ArnLike']);
  }
});

test('what EventBridge cannot deliver may wait with the dead letters', () => {
  for (const where of ['dev/us-east-1', 'prod/eu-west-1']) {
    const [policy] = ofType(stacks, 'AWS::SQS::QueuePolicy').filter(each =>
      each.where.startsWith(`${where}/foundation`),
    );
    const [rule] = ofType(stacks, 'AWS::Events::Rule').filter(each => each.where.startsWith(`${where}/ingest`));
    const letIn = policy!.properties.PolicyDocument.Statement.find(
      (each: { Principal: { Service?: string } }) => each.Principal.Service === 'events.amazonaws.com',
    );
    expect(letIn.Action).toBe('sqs:SendMessage');
    expect(JSON.stringify(letIn.Condition)).toContain(`rule/${rule!.properties.Name}"`);
  }
});

test('the page may sign in in the regions of its environment, each by its whole name', () => {
  const [policy] = ofType(of('prod'), 'AWS::CloudFront::ResponseHeadersPolicy');
  const { SecurityHeadersConfig } = policy!.properties.ResponseHeadersPolicyConfig;
  expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain(
    "connect-src 'self' https://cognito-idp.us-east-1.amazonaws.com https://cognito-idp.eu-west-1.amazonaws.com;",
  );
});

test('clients of MSK reach tables and objects, whose addresses are public, by HTTPS through the gateway endpoints', () => {
  const [group] = ofType(of('msk'), 'AWS::EC2::SecurityGroup').filter(({ id }) => id.startsWith('Inside'));
  expect(group!.properties.SecurityGroupEgress).toMatchObject([{ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 }]);
  const gateways = ofType(of('msk'), 'AWS::EC2::VPCEndpoint').filter(
    ({ properties }) => properties.VpcEndpointType === 'Gateway',
  );
  expect(gateways).toHaveLength(2);
});

test('there is no NAT gateway, and no way out of the network', () => {
  for (const type of ['AWS::EC2::NatGateway', 'AWS::EC2::InternetGateway', 'AWS::EC2::EIP'])
    expect(ofType(stacks, type)).toEqual([]);
  expect(ofType(stacks, 'AWS::EC2::VPC').map(({ where }) => where.split('/')[0])).toEqual(['msk']);
});

describe('two regions', () => {
  test('share games and write keys, each replica encrypted by its region’s key', () => {
    const [global] = ofType(of('prod'), 'AWS::DynamoDB::GlobalTable').filter(({ id }) => id === 'GlobalTable');
    expect(global!.properties.Replicas.map((replica: { Region: string }) => replica.Region)).toEqual([
      'eu-west-1',
      'us-east-1',
    ]);
  });

  test('copy bronze, quarantine and late to each other, and nothing of Iceberg', () => {
    const copied = ofType(of('prod'), 'Custom::AWS')
      .filter(({ where }) => where.includes('/replication/'))
      .map(({ where, id }) => `${where.split('/')[1]} ${id.replace(/[0-9A-F]{8}$/, '')}`);
    expect(copied.sort()).toEqual([
      'eu-west-1 Bronze',
      'eu-west-1 Late',
      'eu-west-1 Quarantine',
      'us-east-1 Bronze',
      'us-east-1 Late',
      'us-east-1 Quarantine',
    ]);
  });

  test('share the edge’s secret', () => {
    const [secret] = ofType(of('prod'), 'AWS::SecretsManager::Secret');
    expect(secret!.properties.ReplicaRegions.map((replica: { Region: string }) => replica.Region)).toEqual([
      'eu-west-1',
    ]);
  });

  test('answer to one name, each while it is healthy', () => {
    const records = ofType(of('named'), 'AWS::Route53::RecordSet').filter(({ properties }) => properties.SetIdentifier);
    expect(
      records.map(({ properties }) => `${properties.Type} ${properties.Region} ${properties.Name}`).sort(),
    ).toEqual([
      'A eu-west-1 origin.lake.example.com',
      'A us-east-1 origin.lake.example.com',
      'AAAA eu-west-1 origin.lake.example.com',
      'AAAA us-east-1 origin.lake.example.com',
    ]);
    expect(records.every(({ properties }) => properties.HealthCheckId)).toBe(true);
  });
});

test('dev asks for an account and nothing else: no domain, certificate, image, or look-up', () => {
  const types = new Set(of('dev').flatMap(({ resources }) => Object.values(resources).map(({ Type }) => Type)));
  expect([...types].filter(type => /Certificate|Route53|ECR|EC2|MSK/.test(type))).toEqual([]);
});

test('an edge elsewhere than its lake has its secret and firewall in us-east-1', () => {
  const [secret] = ofType(of('elsewhere'), 'AWS::SecretsManager::Secret');
  expect(secret!.properties.ReplicaRegions).toEqual([{ Region: 'us-east-1' }]);
});

test('the firewall reads no bodies of events', () => {
  for (const { properties } of ofType(stacks, 'AWS::WAFv2::WebACL'))
    for (const { Name, Statement } of properties.Rules)
      if (/CommonRuleSet|KnownBadInputs/.test(Name))
        expect(
          Statement.ManagedRuleGroupStatement.ScopeDownStatement.NotStatement.Statement.ByteMatchStatement,
        ).toMatchObject({
          SearchString: '/v1/events',
          PositionalConstraint: 'STARTS_WITH',
        });
});

describe('local', () => {
  const emulated = synthesise({ local }).stacks;
  const whole = synthesise({ local: { ...local, emulated: false } }).stacks;
  /** How many resources of each type there are; ids of versions follow what a function is like, and differ. */
  const counts = (of: readonly Written[]) =>
    Object.groupBy(
      of.flatMap(({ resources }) => Object.values(resources).map(({ Type }) => Type)),
      type => type,
    );

  test('has nothing that the emulator refuses, and no property that it drops', () => {
    for (const { type, having } of refused) if (!having) expect(counts(emulated)[type]).toBe(undefined);
    for (const [type, properties] of Object.keys(dropped).map(each => [each, leftOut(each)] as const))
      for (const each of ofType(emulated, type))
        expect(Object.keys(each.properties).filter(name => properties.includes(name))).toEqual([]);
    expect(ofType(emulated, 'AWS::CloudWatch::Alarm').filter(({ properties }) => properties.Metrics)).toEqual([]);
  });

  test('leaves out only what is listed, and each entry of the list leaves something out', () => {
    const kept = counts(emulated);
    const gone = Object.entries(counts(whole)).filter(([type, all]) => all!.length > (kept[type]?.length ?? 0));
    expect(gone.map(([type]) => type).sort()).toEqual(
      refused
        .filter(({ having }) => !having)
        .map(({ type }) => type)
        .sort(),
    );
    for (const [type, properties] of Object.keys(dropped).map(each => [each, leftOut(each)] as const))
      for (const property of properties)
        expect(ofType(whole, type).some(each => property in each.properties)).toBe(true);
  });

  test('goes to this machine only, and never to AWS', () => {
    const refuse =
      (endpoint: string | undefined, deploying = true) =>
      () =>
        refuseEndpoint(local, { endpoint, deploying });
    for (const endpoint of ['http://127.0.0.1:4566', 'http://localhost:4566', 'http://[::1]:4566'])
      expect(refuse(endpoint)).not.toThrow();
    for (const endpoint of [undefined, '', 'https://kinesis.us-east-1.amazonaws.com', 'http://127.0.0.1.example.com'])
      expect(refuse(endpoint)).toThrow('to this machine only');
    expect(refuse(undefined, false)).not.toThrow();
    expect(() => refuseEndpoint(environments.dev, { endpoint: undefined, deploying: true })).not.toThrow();
  });
});

function of(environment: string): Written[] {
  return stacks.filter(stack => stack.environment === environment);
}
