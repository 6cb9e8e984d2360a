import type { CfnResource } from 'aws-cdk-lib';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Construct, Node } from 'constructs';
import type { Environment } from './environment.ts';
import type { Names } from './names.ts';

/** Where a stack stands: its environment, and the names in its region. */
export type Place = { environment: Environment; names: Names };

/** A stack of the lake in one region. Where data is retained it cannot be deleted by mistake. */
export class LakeStack extends Stack {
  readonly place: Place;
  /** What becomes of data when the stack is deleted. */
  readonly removal: RemovalPolicy;

  constructor(scope: Construct, id: string, { place, description }: { place: Place; description: string }) {
    const { environment, names } = place;
    super(scope, id, {
      stackName: names.of(id),
      description: `Playlake: ${description}`,
      env: { region: names.region, ...(environment.account && { account: environment.account }) },
      terminationProtection: environment.removal === 'retain',
    });
    this.place = place;
    this.removal = environment.removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}

/** Gives what holds data its logical id for ever: under another id CloudFormation would make it anew, and leave the data behind. */
export function pin(construct: IConstruct, logicalId: string): void {
  const resource = (Node.of(construct).defaultChild ?? construct) as CfnResource;
  resource.overrideLogicalId(logicalId);
}

/** A logical id from words: `silver.player_days`, `Table` → `SilverPlayerDaysTable`. */
export const logicalId = (...words: string[]): string =>
  words
    .flatMap(word => word.split(/[^a-z0-9]+/i))
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
