import { describe, expect, test } from '@jest/globals';
import { Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { functions } from '../../lambdas/functions.ts';
import { dashboardOf } from '../../lib/alarms/dashboards.ts';
import { alarmsIn, everything, watching } from './watching.ts';

const whole = watching({ email: 'ops@example.com', budget_usd: 500 }, app =>
  // a finding fails the synthesis
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app)),
);
const { template } = whole;
const alarms = alarmsIn(template);
const composites = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm')).map(
  ({ Properties }) => Properties as { AlarmName: string; AlarmDescription: string; AlarmActions: { Ref: string }[] },
);
const topicOf = (word: string) =>
  Object.keys(template.findResources('AWS::SNS::Topic', { Properties: { TopicName: `playlake-dev-${word}` } }))[0]!;

describe('every alarm', () => {
  const acting = [...alarms.values()].filter(({ AlarmDescription }) => !AlarmDescription.startsWith('Part of'));

  test('says how bad it is, what is the matter and where to read on', () => {
    for (const { AlarmName, AlarmDescription } of [...acting, ...composites])
      expect([AlarmName, AlarmDescription]).toEqual([
        AlarmName,
        expect.stringMatching(/^(critical|major|minor): .+\. What to do: docs\/runbook\.md#[a-z-]+$/),
      ]);
  });

  test('goes to one topic when it begins and when it ends; critical ones wake somebody', () => {
    for (const { AlarmName, AlarmDescription, AlarmActions } of [...acting, ...composites]) {
      const expected = AlarmDescription.startsWith('critical') ? topicOf('page') : topicOf('ticket');
      expect([AlarmName, AlarmActions]).toEqual([AlarmName, [{ Ref: expected }]]);
    }
    for (const { AlarmActions, OKActions } of acting) expect(OKActions).toEqual(AlarmActions);
  });

  test('has chosen what silence means', () => {
    for (const [name, { TreatMissingData }] of alarms)
      expect([name, TreatMissingData]).toEqual([name, expect.stringMatching(/^(breaching|notBreaching|ignore)$/)]);
    const loud = [...alarms].filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching');
    expect(loud.map(([name]) => name).toSorted()).toEqual(['collect-silent', 'silver-freshness']);
  });
});

describe('burn rates of the SRE workbook', () => {
  const windows = (name: string) =>
    ['long', 'short'].map(which => {
      const { Threshold, EvaluationPeriods, Metrics } = alarms.get(`${name}-${which}`)!;
      const periods = new Set(Metrics!.flatMap(({ MetricStat }) => MetricStat?.Period ?? []));
      return [Threshold, EvaluationPeriods, ...periods];
    });

  test('of 99.9 % ring at 14.4 times in an hour, 6 in six hours, 1 in three days, each with its short window', () => {
    expect(windows('collect-availability-fast')).toEqual([
      [0.0144, 1, 3600],
      [0.0144, 1, 300],
    ]);
    expect(windows('collect-availability-slow')).toEqual([
      [0.006, 1, 21_600],
      [0.006, 1, 1800],
    ]);
    expect(windows('collect-availability-creeping')).toEqual([
      [0.001, 3, 86_400],
      [0.001, 1, 21_600],
    ]);
  });

  test('need both windows', () => {
    const { Properties } = Object.values(
      template.findResources('AWS::CloudWatch::CompositeAlarm', {
        Properties: { AlarmName: 'playlake-dev-collect-availability-fast' },
      }),
    )[0]!;
    const rule = JSON.stringify(Properties.AlarmRule);
    expect(rule).toMatch(/ALARM\(.*availabilityfastlong.* AND ALARM\(.*availabilityfastshort/);
  });

  test('count errors of the route by the gateway, and none where too few requests came to tell', () => {
    const { Metrics } = alarms.get('collect-availability-fast-long')!;
    expect(Metrics!.map(({ Expression, MetricStat }) => Expression ?? MetricStat!.Metric)).toEqual([
      'IF(requests >= 100, bad / requests, 0)',
      expect.objectContaining({ Namespace: 'AWS/ApiGateway', MetricName: 'Count' }),
      expect.objectContaining({
        MetricName: '5xx',
        Dimensions: [
          { Name: 'ApiId', Value: 'abc123' },
          { Name: 'Route', Value: 'POST /v1/events' },
          { Name: 'Stage', Value: '$default' },
        ],
      }),
    ]);
  });

  test('of latency count what took longer than promised', () => {
    const { Metrics, Threshold } = alarms.get('collect-latency-fast-long')!;
    expect(Metrics!.map(({ Expression, MetricStat }) => Expression ?? MetricStat!.Stat)).toEqual([
      'IF(requests >= 100, 1 - bad / 100, 0)',
      'Sum',
      'PR(0:500)',
    ]);
    expect(Threshold).toBe(0.144);
  });
});

describe('from the manifest', () => {
  test('every function has alarms on errors, throttles, and 80 % of its time', () => {
    for (const [name, { timeout_seconds }] of Object.entries(functions)) {
      expect([name, alarms.has(`${name}-errors`), alarms.has(`${name}-throttles`)]).toEqual([name, true, true]);
      expect([name, alarms.get(`${name}-duration`)?.Threshold]).toEqual([name, timeout_seconds * 800]);
    }
  });

  test('those fed by the stream have alarms on age and on failures that could not be kept', () => {
    const having = (what: string) => [...alarms.keys()].filter(name => name.endsWith(what)).toSorted();
    expect(having('-age')).toEqual(['live-age', 'transform-age']);
    expect(having('-destination')).toEqual(['live-destination', 'transform-destination']);
    expect(alarms.get('transform-age')).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: 'playlake-dev-transform' }],
      Threshold: 300_000,
    });
  });

  test('the lake’s promises are watched where refine records them', () => {
    expect(alarms.get('silver-freshness')).toMatchObject({
      Namespace: 'Playlake',
      MetricName: 'table_age',
      Dimensions: [
        { Name: 'service', Value: 'refine' },
        { Name: 'table', Value: 'silver.events' },
      ],
      Threshold: 1800,
    });
    expect(alarms.get('accounting')).toMatchObject({
      MetricName: 'accounting_difference',
      Dimensions: [{ Name: 'service', Value: 'refine' }],
      Threshold: 0,
    });
    expect(alarms.get('dead-letters')).toMatchObject({
      MetricName: 'dead_letters',
      Dimensions: [{ Name: 'service', Value: 'register' }],
    });
  });

  test('a provisioned stream rings at 80 % of its shards: 2 of them, 300 s, 1 MiB/s', () =>
    expect(alarms.get('stream-full')?.Threshold).toBe(503_316_480));
});

describe('what is not there is not watched', () => {
  test('MSK has ages in seconds and lags in records, and no shards', () => {
    const stream = { kind: 'msk', cluster: 'c', topic: 'events', groups: { transform: 'g-t', live: 'g-l' } } as const;
    const msk = alarmsIn(watching({ watched: { ...everything, stream } }).template);
    const { Metrics, Threshold } = msk.get('live-age')!;
    expect([Threshold, Metrics![0]!.Expression]).toEqual([300_000, 'm_live * 1000']);
    expect(Metrics![1]!.MetricStat!.Metric).toMatchObject({
      MetricName: 'EstimatedMaxTimeLag',
      Dimensions: expect.arrayContaining([{ Name: 'Consumer Group', Value: 'g-l' }]),
    });
    expect(msk.get('live-lag')).toMatchObject({ Namespace: 'AWS/Lambda', MetricName: 'OffsetLag' });
    for (const name of ['stream-throttles', 'stream-full']) expect([name, msk.has(name)]).toEqual([name, false]);
  });

  test('outside us-east-1 there are no alarms on edge and firewall, but graphs', () => {
    const away = watching({ region: 'eu-west-1' });
    for (const name of ['edge-errors', 'waf-blocks']) {
      expect([name, alarms.has(name)]).toEqual([name, true]);
      expect([name, alarmsIn(away.template).has(name)]).toEqual([name, false]);
    }
    const bodies = JSON.stringify(away.template.findResources('AWS::CloudWatch::Dashboard'));
    expect(bodies).toMatch(/5xxErrorRate.{0,200}us-east-1/);
  });

  test('without metrics of each route the whole API is judged as collect', () => {
    const plain = watching({ watched: { ...everything, api: { id: 'abc123', detailed: false } } });
    const found = alarmsIn(plain.template);
    expect([...found.keys()].filter(name => name.startsWith('api-a') || name.startsWith('api-l'))).toEqual([]);
    expect(JSON.stringify(found.get('collect-availability-fast-long'))).not.toContain('Route');
  });

  test('an environment that saves has what tells of loss and broken promises, and prints what it pays', () => {
    const saving = watching({ alarms: 'essential', trail: false });
    expect([...alarmsIn(saving.template).keys()].toSorted()).toEqual([
      'accounting',
      'api-availability-fast-long',
      'api-availability-fast-short',
      'collect-availability-fast-long',
      'collect-availability-fast-short',
      'dead-letters',
      'live-age',
      'live-destination',
      'refine-failed',
      'silver-freshness',
      'stream-throttles',
      'transform-age',
      'transform-destination',
      'undelivered',
    ]);
    // 9 alarms on one metric, refine-failed on two, four on two each
    expect(saving.info).toEqual([
      '14 alarms over 19 metrics, 2 composite alarms, 3 dashboards: 1.90 $ a month where the account has no others',
    ]);
  });
});

describe('whoever is told', () => {
  test('is told over encrypted topics that speak TLS only', () => {
    const topics = template.findResources('AWS::SNS::Topic');
    expect(Object.keys(topics).length).toBe(2);
    for (const { Properties } of Object.values(topics)) expect(Properties.KmsMasterKeyId).toBeDefined();
    for (const word of ['page', 'ticket'])
      template.hasResourceProperties('AWS::SNS::TopicPolicy', {
        Topics: [{ Ref: topicOf(word) }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({
              Effect: 'Allow',
              Principal: { Service: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            }),
          ]),
        },
      });
  });

  test('gets mail where an address is given, and a word of money where a budget is', () => {
    template.resourcePropertiesCountIs('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' }, 2);
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 500, Unit: 'USD' }, TimeUnit: 'MONTHLY', BudgetType: 'COST' },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ].map(each => Match.objectLike(each)),
    });
    const quiet = watching();
    quiet.template.resourceCountIs('AWS::SNS::Subscription', 0);
    quiet.template.resourceCountIs('AWS::Budgets::Budget', 0);
  });
});

test('refused calls, refused keys and keys at risk are counted in the trail', () => {
  const filters = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties);
  expect(filters.map(({ MetricTransformations }) => MetricTransformations[0].MetricName).toSorted()).toEqual([
    'access_denied',
    'kms_denied',
    'kms_key_at_risk',
  ]);
  for (const { FilterPattern } of filters) expect(FilterPattern).toMatch(/^\{ .+ \}$/);
});

test('three dashboards draw every metric of the catalogue that CloudWatch has, each where it belongs', () => {
  const bodies = new Map(
    Object.values(template.findResources('AWS::CloudWatch::Dashboard')).map(({ Properties }) => [
      String(Properties.DashboardName).replace('playlake-dev-', ''),
      JSON.stringify(Properties.DashboardBody),
    ]),
  );
  expect([...bodies.keys()].toSorted()).toEqual(['accounting', 'guard', 'operations']);
  const own = ['events_accepted', 'dead_letters', 'table_age', 'accounting_difference', 'access_refused', 'kms_denied'];
  for (const metric of own)
    for (const [name, body] of bodies)
      expect([metric, name, body.includes(metric)]).toEqual([
        metric,
        name,
        dashboardOf[metric as keyof typeof dashboardOf] === name,
      ]);
  const nowhere = Object.entries(dashboardOf).filter(([, name]) => name === 'nowhere');
  expect(nowhere.map(([metric]) => metric)).toEqual(['process_memory']);
});
