import type { HttpApi, IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName, Trigger } from '../lambdas/functions.ts';
import { functions } from '../lambdas/functions.ts';
import { gateway } from './constructs/gateway.ts';
import { type FunctionGround, LakeFunction } from './constructs/lake-function.ts';
import { answerInRegion } from './constructs/region-name.ts';
import { openRoutes } from './constructs/routes.ts';
import { feed } from './constructs/stream-mapping.ts';
import { LakeStack, type Place } from './lake-stack.ts';
import { edgeSettings, secretSettings } from './settings.ts';
import type { StorageStack } from './storage-stack.ts';

/** Events in: the gateway with collect behind it, the consumers of the stream, and the register of new objects. */
export class IngestStack extends LakeStack {
  readonly gateway: HttpApi;
  readonly functions: Readonly<Record<'collect' | 'transform' | 'live' | 'register', LakeFunction<FunctionName>>>;

  constructor(
    scope: Construct,
    { place, ground, storage }: { place: Place; ground: FunctionGround; storage: StorageStack },
  ) {
    super(scope, 'ingest', {
      place,
      description: 'the gateway with collect, the consumers of the stream, the register',
    });
    this.addStackDependency(storage, 'zones and tables are named, not referred to');
    const { environment } = place;
    const { stream } = ground;
    this.gateway = gateway(this, ground.foundation.key);
    answerInRegion(this, this.gateway);
    const collect = new LakeFunction(this, 'collect', {
      ground,
      settings: {
        ...stream.settings,
        ...storage.settings,
        ...secretSettings(place),
        ...edgeSettings(place),
        LATE_WINDOW_DAYS: String(environment.late_window_days),
        FUTURE_BOUND_MINUTES: String(environment.future_bound_minutes),
      },
    });
    const transform = new LakeFunction(this, 'transform', { ground, settings: storage.settings });
    const live = new LakeFunction(this, 'live', { ground, settings: storage.settings });
    const register = new LakeFunction(this, 'register', { ground, settings: storage.settings });

    openRoutes(this, { api: this.gateway as IHttpApi, opened: collect });
    feed(this, { name: 'transform', fed: transform, stream, window_seconds: environment.windows.transform });
    feed(this, { name: 'live', fed: live, stream, window_seconds: environment.windows.live });
    this.announce(register, ground);
    this.functions = { collect, transform, live, register };
  }

  /** New objects of the zones call the function. What cannot be delivered within a day waits with the dead letters. */
  private announce({ functionName, target }: LakeFunction<FunctionName>, { foundation }: FunctionGround): void {
    const { names } = this.place;
    const zones = (functions[functionName].triggers as readonly Trigger[]).flatMap(trigger =>
      trigger.kind === 'object_created' ? trigger.zones : [],
    );
    const rule = new CfnRule(this, 'NewObjects', {
      name: names.of('new-objects'),
      description: `Objects that appear in ${zones.join(', ')} are registered`,
      eventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: zones.map(zone => names.zone(zone)) } },
      },
      targets: [
        {
          id: functionName,
          arn: target.functionArn,
          deadLetterConfig: { arn: foundation.deadLetters.queueArn },
          retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 },
        },
      ],
    });
    target.addPermission('NewObjects', {
      principal: new ServicePrincipal('events.amazonaws.com'),
      sourceArn: rule.attrArn,
    });
  }
}
