import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IChainable, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import {
  Chain,
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  JsonPath,
  LogLevel,
  Parallel,
  StateMachine,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { modelWaves } from '../../lambdas/refine/waves.ts';
import { explainWildcards } from '../acknowledge.ts';
import type { FoundationStack } from '../foundation-stack.ts';
import { type LakeStack, logicalId } from '../lake-stack.ts';

/** A run that takes longer is given up; the next one repairs what it left. */
const LONGEST_RUN = Duration.hours(6);

/** A state whose failure can be caught; its branches cannot share states with what is outside. */
type Guarded = TaskStateBase | Parallel;

/** The workflow of a run: plan → merge until done → models in waves → publish → finish. Every step may be repeated. */
export function refineWorkflow(
  stack: LakeStack,
  { refine, foundation }: { refine: IFunction; foundation: FoundationStack },
): StateMachine {
  const { names, environment } = stack.place;
  const logs = new LogGroup(stack, 'WorkflowLog', {
    logGroupName: `/aws/vendedlogs/states/${names.workflow}`,
    retention: environment.log_retention_days,
    encryptionKey: foundation.key,
    removalPolicy: stack.removal,
  });
  const workflow = new StateMachine(stack, 'Workflow', {
    stateMachineName: names.workflow,
    definitionBody: DefinitionBody.fromChainable(definition(stack, refine)),
    timeout: LONGEST_RUN,
    tracingEnabled: true,
    logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
    removalPolicy: stack.removal,
  });
  explainWildcards(workflow, ['*'], 'X-Ray and the delivery of logs know no resources');
  explainWildcards(workflow, [`${refine.functionArn}:*`], 'the CDK allows any version of the function');
  return workflow;
}

function definition(stack: LakeStack, refine: IFunction): IChainable {
  const failed = new Fail(stack, 'Failed', {
    error: 'RefineFailed',
    cause: 'A step failed after its retries. The next run repairs what this one left: docs/runbook.md.',
  });
  const step = (name: string, input: Record<string, string> = {}) => stepOf(stack, refine, name, input);
  const guarded = (state: Guarded) => state.addCatch(failed, { resultPath: '$.failure' });
  const merge = guarded(step('merge'));
  const models = modelWaves().map((tables, index) =>
    guarded(
      wave(
        stack,
        index,
        tables.map(model => step('model', { model })),
      ),
    ),
  );
  const rest = Chain.start(chain([...models, guarded(step('publish')), guarded(step('finish'))]));
  const merged = new Choice(stack, 'All merged?').when(Condition.booleanEquals('$.done', true), rest).otherwise(merge);
  const work = new Choice(stack, 'Anything to do?')
    .when(Condition.booleanEquals('$.work', true), merge.next(merged))
    .otherwise(new Succeed(stack, 'Nothing to do'));
  return guarded(step('plan')).next(work);
}

/** One step of the refine function, which names its run after the execution. */
function stepOf(stack: LakeStack, refine: IFunction, step: string, input: Record<string, string>): TaskStateBase {
  const task = new LambdaInvoke(stack, [step, ...Object.values(input)].join(' '), {
    lambdaFunction: refine,
    payload: TaskInput.fromObject({ step, run_id: JsonPath.stringAt('$$.Execution.Name'), ...input }),
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
  });
  return task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(5),
    backoffRate: 2,
    maxAttempts: 4,
    maxDelay: Duration.minutes(2),
  });
}

/** Models of one wave read only what earlier waves made, so they run side by side. */
function wave(stack: LakeStack, index: number, steps: readonly TaskStateBase[]): Guarded {
  return steps.length === 1 ? steps[0]! : new Parallel(stack, logicalId('wave', String(index + 1))).branch(...steps);
}

const chain = (states: readonly IChainable[]): IChainable =>
  states.slice(1).reduce((chained: Chain, next) => chained.next(next), Chain.start(states[0]!));
