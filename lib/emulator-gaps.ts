import { CfnResource, type IAspect } from 'aws-cdk-lib';
import { type IConstruct, Node } from 'constructs';

/** What the emulator lacks of what our templates have, and nothing else: a test holds both directions against the emulator. */
export type EmulatorGaps = {
  /** Types it refuses, and with them the whole stack. `instead`: a type that takes the place, less these properties. */
  types: Readonly<Record<string, { instead?: string; without?: readonly string[] }>>;
  /** Properties it accepts and drops, by type: nothing that is deployed would have them. */
  properties: Readonly<Record<string, readonly string[]>>;
};

/** As found with MiniStack 1.5.33. */
export const emulatorGaps: EmulatorGaps = {
  types: {
    'AWS::ApplicationAutoScaling::ScalableTarget': {},
    'AWS::ApplicationAutoScaling::ScalingPolicy': {},
    'AWS::Athena::NamedQuery': {},
    'AWS::CloudTrail::Trail': {},
    'AWS::Glue::TableOptimizer': {},
    'AWS::KMS::ReplicaKey': { instead: 'AWS::KMS::Key', without: ['PrimaryKeyArn'] },
    'AWS::WAFv2::LoggingConfiguration': {},
    'Custom::AWS': {},
    'Custom::S3AutoDeleteObjects': {},
  },
  properties: {},
};

/** Leaves what the emulator lacks out of every stack it is applied to. */
export class LeaveGapsOut implements IAspect {
  readonly #gaps: EmulatorGaps;

  constructor(gaps: EmulatorGaps) {
    this.#gaps = gaps;
  }

  visit(construct: IConstruct): void {
    if (!(construct instanceof CfnResource)) return;
    const gap = this.#gaps.types[construct.cfnResourceType];
    if (gap && !gap.instead) Node.of(construct).scope?.node.tryRemoveChild(Node.of(construct).id);
    else {
      if (gap?.instead) construct.addOverride('Type', gap.instead);
      const dropped = [...(gap?.without ?? []), ...(this.#gaps.properties[construct.cfnResourceType] ?? [])];
      for (const property of dropped) construct.addPropertyDeletionOverride(property);
    }
  }
}
