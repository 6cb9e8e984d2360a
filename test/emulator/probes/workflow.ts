import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Probe } from './probe.ts';

const ROLE = 'arn:aws:iam::000000000000:role/probe';
const DEFINITION = '{"StartAt":"end","States":{"end":{"Type":"Succeed"}}}';

/** A workflow. */
export const stateMachine: Probe = {
  type: 'AWS::StepFunctions::StateMachine',
  properties: {
    DefinitionString: { set: DEFINITION, told: DEFINITION },
    LoggingConfiguration: { set: { Level: 'ALL', IncludeExecutionData: true }, told: 'ALL' },
    RoleArn: { set: ROLE, told: ROLE },
    StateMachineName: { set: 'probe-of-workflow', told: 'probe-of-workflow' },
    TracingConfiguration: { set: { Enabled: true }, told: true },
  },
  ask: async (settings, stateMachineArn) => {
    const told = await new SFNClient(settings).send(new DescribeStateMachineCommand({ stateMachineArn }));
    return {
      DefinitionString: told.definition,
      LoggingConfiguration: told.loggingConfiguration?.level,
      RoleArn: told.roleArn,
      StateMachineName: told.name,
      TracingConfiguration: told.tracingConfiguration?.enabled,
    };
  },
};
