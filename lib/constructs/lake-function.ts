import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction, IVersion } from 'aws-cdk-lib/aws-lambda';
import {
  Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName, FunctionSpec, SettingOf } from '../../lambdas/functions.ts';
import { functions, settingsOf } from '../../lambdas/functions.ts';
import { explainWildcards } from '../acknowledge.ts';
import { bundleOf } from '../bundle.ts';
import type { Environment } from '../environment.ts';
import type { EventStream, Network } from '../event-stream.ts';
import type { FoundationStack } from '../foundation-stack.ts';
import { allow, grant } from '../grant.ts';
import { type LakeStack, logicalId } from '../lake-stack.ts';
import { permissionsOf } from '../permissions.ts';
import { keyArnIn, otherRegion } from '../regions.ts';

/** What every function of a region stands on. */
export type FunctionGround = { foundation: FoundationStack; stream: EventStream };

/** A function of the manifest: its bundle, its settings, a role that may do what its ports say, and its log. */
export class LakeFunction<N extends FunctionName> extends Construct {
  readonly functionName: N;
  readonly function: LambdaFunction;
  /** What triggers call: the function, or its alias where instances are kept warm. */
  readonly target: IFunction;
  readonly role: Role;

  /** `settings` must have each of the function's settings; others are not passed on. */
  constructor(
    scope: LakeStack,
    functionName: N,
    { ground, settings }: { ground: FunctionGround; settings: Record<SettingOf<N>, string> },
  ) {
    super(scope, logicalId(functionName));
    this.functionName = functionName;
    const { environment, names } = scope.place;
    const spec: FunctionSpec = functions[functionName];
    const reserved = environment.reserved_concurrency[functionName];
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${names.function(functionName)}`,
      retention: environment.log_retention_days,
      encryptionKey: ground.foundation.key,
      removalPolicy: scope.removal,
    });
    this.role = this.roleFor(scope, ground, logGroup);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: names.function(functionName),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleOf(functionName)),
      handler: 'index.handler',
      memorySize: spec.memory,
      timeout: Duration.seconds(spec.timeout_seconds),
      environment: settingsFor(functionName, settings),
      role: this.role,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      deadLetterQueue: ground.foundation.deadLetters,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      ...(spec.ports.stream && ground.stream.network && inside(ground.stream.network)),
    });
    this.target = (this.warm(environment.provisioned_concurrency[functionName]) ?? this.function) as IFunction;
  }

  private roleFor({ place }: LakeStack, { foundation, stream }: FunctionGround, log: LogGroup): Role {
    const { names } = place;
    const { key } = foundation;
    const other = otherRegion(place);
    const role = new Role(this, 'Role', {
      roleName: names.of(`${this.functionName}-${names.region}`),
      description: `What ${this.functionName} may do: lambdas/functions.ts`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    const ground = { names, stream, key_arn: key.keyArn, replica_key_arns: other ? [keyArnIn(other, key)] : [] };
    const logs = grant(['logs:CreateLogStream', 'logs:PutLogEvents'], [log.logGroupArn]);
    allow(role, [logs, ...permissionsOf(this.functionName, ground)]);
    explainWildcards(role, ['*'], 'X-Ray knows no resources');
    return role;
  }

  /** An alias whose instances are started beforehand, as many as it takes to have `target` of them busy. */
  private warm(wanted: Environment['provisioned_concurrency'][FunctionName]): Alias | undefined {
    if (!wanted) return undefined;
    const alias = new Alias(this, 'Live', { aliasName: 'live', version: this.function.currentVersion as IVersion });
    alias
      .addAutoScaling({ minCapacity: wanted.min, maxCapacity: wanted.max })
      .scaleOnUtilization({ utilizationTarget: wanted.target });
    return alias;
  }
}

function settingsFor<N extends FunctionName>(name: N, settings: Record<SettingOf<N>, string>): Record<string, string> {
  const given: Readonly<Record<string, string>> = settings;
  return Object.fromEntries(settingsOf(name).map(setting => [setting, given[setting]!]));
}

const inside = ({ vpc, securityGroup }: Network) => ({ vpc, securityGroups: [securityGroup] });
