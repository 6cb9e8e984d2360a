import { Duration } from 'aws-cdk-lib';
import { CfnNamedQuery, type CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { type FunctionGround, LakeFunction } from './constructs/lake-function.ts';
import { rebuildJob } from './constructs/rebuild-job.ts';
import { refineWorkflow } from './constructs/refine-workflow.ts';
import { workgroup } from './constructs/workgroup.ts';
import { LakeStack, logicalId, type Place } from './lake-stack.ts';
import { namedQueries } from './named-queries.ts';
import type { StorageStack } from './storage-stack.ts';

/** New objects into silver and gold: the workflow, its schedule, where its statements and those of analysts run; and silver anew. */
export class RefineStack extends LakeStack {
  readonly refine: LakeFunction<'refine'>;
  readonly workflow: StateMachine;
  readonly workgroups: Readonly<Record<'refine' | 'analysts', CfnWorkGroup>>;

  constructor(
    scope: Construct,
    { place, ground, storage }: { place: Place; ground: FunctionGround; storage: StorageStack },
  ) {
    super(scope, 'refine', { place, description: 'new objects into silver and gold, on a schedule' });
    this.addStackDependency(storage, 'zones and tables are named, not referred to');
    const { environment, names } = place;
    const { key } = ground.foundation;
    this.workgroups = {
      refine: workgroup(this, { who: 'refine', scan_limit_gib: environment.refine.scan_limit_gib, key }),
      analysts: workgroup(this, { who: 'analysts', scan_limit_gib: environment.analyst_scan_limit_gib, key }),
    };
    this.refine = new LakeFunction(this, 'refine', {
      ground,
      settings: {
        ...storage.settings,
        WORKGROUP: names.workgroup('refine'),
        LATE_WINDOW_DAYS: String(environment.late_window_days),
      },
    });
    this.workflow = refineWorkflow(this, { refine: this.refine.target, foundation: ground.foundation });
    new Schedule(this, 'Schedule', {
      scheduleName: names.workflow,
      description: 'Refine what is new',
      schedule: ScheduleExpression.rate(Duration.minutes(environment.refine.every_minutes)),
      target: new StepFunctionsStartExecution(this.workflow, {}),
    });
    rebuildJob(this, key);
    for (const query of namedQueries) this.offer(query);
  }

  private offer({ name, description, sql }: (typeof namedQueries)[number]): void {
    new CfnNamedQuery(this, logicalId(name), {
      name,
      description,
      database: 'silver',
      queryString: sql,
      workGroup: this.workgroups.analysts.ref,
    });
  }
}
