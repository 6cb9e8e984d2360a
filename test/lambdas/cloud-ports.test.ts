import type { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, test } from '@jest/globals';
import { cloudStages } from '../../lambdas/api/cloud-stages.ts';
import { refineWorkflow } from '../../lambdas/api/refine-workflow.ts';
import { memoryClock } from '../memory-ports.ts';

/** A client that answers commands by their name and keeps them. */
function fakeClient<C>(answers: (command: string, calls: number, input: Record<string, unknown>) => unknown) {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    sent.push({ name: command.constructor.name, input: command.input });
    return answers(command.constructor.name, sent.length, command.input);
  };
  return { client: { send } as unknown as C, sent };
}

const SUMMARY = { run_id: 'r', started_at: '2026-03-01T10:00:00.000Z', objects: 2, models: [] };

function workflow(describe: (calls: number) => { status: string; output?: unknown }) {
  const clock = memoryClock();
  const { client, sent } = fakeClient<SFNClient>((name, calls) => {
    if (name === 'StartExecutionCommand') return { executionArn: 'arn:e' };
    const { status, output } = describe(calls);
    return { status, ...(output !== undefined && { output: JSON.stringify(output) }) };
  });
  const sleep = async (milliseconds: number) => clock.advance(milliseconds);
  return { refine: refineWorkflow({ workflow: 'arn:refine', clock, client, sleep }), sent, clock };
}

describe('refine by the workflow', () => {
  test('answers what the run did, once it has ended', async () => {
    const { refine, sent } = workflow(calls =>
      calls < 4 ? { status: 'RUNNING' } : { status: 'SUCCEEDED', output: SUMMARY },
    );
    expect(await refine()).toEqual(SUMMARY);
    expect(sent[0]).toMatchObject({ name: 'StartExecutionCommand', input: { stateMachineArn: 'arn:refine' } });
    expect(sent).toHaveLength(4);
  });

  test('with nothing to do answers a run that did nothing', async () => {
    const output = { run_id: 'r', work: false, busy: false, unfinished: false };
    const { refine } = workflow(() => ({ status: 'SUCCEEDED', output }));
    expect(await refine()).toMatchObject({ objects: 0, models: [], started_at: '2026-03-01T10:00:00.000Z' });
  });

  test('answers that it still runs, after 20 seconds or when another run is under way', async () => {
    const slow = workflow(() => ({ status: 'RUNNING' }));
    const { name: run_id } = { name: expect.any(String) };
    expect(await slow.refine()).toEqual({ run_id, status: 'running' });
    expect(slow.clock.now() - memoryClock().now()).toBe(20_000);
    const output = { run_id: 'r', work: false, busy: true, unfinished: false };
    const busy = workflow(() => ({ status: 'SUCCEEDED', output }));
    expect(await busy.refine()).toEqual({ run_id, status: 'running' });
  });

  test('says when the run failed', () =>
    expect(workflow(() => ({ status: 'TIMED_OUT' })).refine()).rejects.toMatchObject({
      status: 502,
      code: 'refine_failed',
    }));
});

describe('how far consumers are behind', () => {
  const functionOf = (name: string) => `playlake-dev-${name}`;
  const known: Record<string, number[]> = {
    transform_behind: [2500, 9],
    transform_events_bronze: [600],
    transform_events_late: [60],
    live_events: [1200],
  };

  function stages(stream: 'kinesis' | 'msk') {
    const clock = memoryClock();
    const { client, sent } = fakeClient<CloudWatchClient>((_name, _calls, input) => {
      const { MetricDataQueries = [] } = input as Partial<GetMetricDataCommand['input']>;
      return { MetricDataResults: MetricDataQueries.map(({ Id }) => ({ Id, Values: known[Id!] ?? [] })) };
    });
    return { ask: cloudStages({ stream, functionOf, clock, client }), sent, clock };
  }

  test('is the age of the oldest record on Kinesis; how many wait is not known', async () =>
    expect(await stages('kinesis').ask()).toEqual([
      { name: 'transform', events_per_second: 11, lag_events: null, oldest_age_ms: 2500 },
      { name: 'live', events_per_second: 20, lag_events: null, oldest_age_ms: null },
    ]));

  test('is what waits on MSK; its age is not known', async () =>
    expect(await stages('msk').ask()).toMatchObject([
      { name: 'transform', lag_events: 2500, oldest_age_ms: null },
      { name: 'live', lag_events: null, oldest_age_ms: null },
    ]));

  test('is asked by function, over whole minutes, once in 30 seconds', async () => {
    const { ask, sent, clock } = stages('kinesis');
    clock.advance(29_000);
    await ask();
    clock.advance(29_000);
    await ask();
    expect(sent).toHaveLength(1);
    clock.advance(1000);
    await ask();
    expect(sent).toHaveLength(2);
    expect(sent[0]!.input).toMatchObject({
      EndTime: new Date('2026-03-01T10:00:00Z'),
      MetricDataQueries: expect.arrayContaining([
        {
          Id: 'live_behind',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/Lambda',
              MetricName: 'IteratorAge',
              Dimensions: [{ Name: 'FunctionName', Value: 'playlake-dev-live' }],
            },
            Period: 60,
            Stat: 'Maximum',
          },
        },
      ]),
    });
  });
});
