import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { KeyValueTable } from './constructs/key-value-table.ts';
import type { FoundationStack } from './foundation-stack.ts';
import { LakeStack, pin } from './lake-stack.ts';
import type { RegionalLake } from './regional-lake.ts';
import { keyArnIn, otherRegion } from './regions.ts';

/** Where CloudFront and what belongs to it must be. */
export const EDGE_REGION = 'us-east-1';

/** What exists once and is replicated to the other region: games with their write keys, and the edge's secret. */
export class SharedStack extends LakeStack {
  readonly table: KeyValueTable;

  constructor(scope: Construct, { home, away }: { home: RegionalLake; away: RegionalLake | undefined }) {
    const { place, foundation } = home;
    super(scope, 'shared', { place, description: 'games and write keys, and the edge’s secret, for all regions' });
    const other = otherRegion(place);
    const { key } = foundation;
    if (away) this.addStackDependency(away.foundation, 'the other region’s key encrypts its replicas');
    const replicas = other ? { [other]: keyArnIn(other, key) } : {};
    this.table = new KeyValueTable(this, 'Global', { which: 'global', key, replicas });
    if (place.environment.edge) this.edgeSecret(foundation);
  }

  private edgeSecret({ key }: FoundationStack): void {
    const { names } = this.place;
    const other = otherRegion(this.place);
    const secret = new Secret(this, 'EdgeSecret', {
      secretName: names.edgeSecret,
      description: 'What CloudFront sends in x-playlake-edge, and collect and api ask for',
      encryptionKey: key,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: this.removal,
    });
    if (other) secret.addReplicaRegion(other, Key.fromKeyArn(this, 'KeyOfOtherRegion', keyArnIn(other, key)));
    if (![names.region, other].includes(EDGE_REGION)) secret.addReplicaRegion(EDGE_REGION);
    pin(secret, 'EdgeSecret');
    acknowledge(secret, { SMG4: 'CloudFront reads it at deployment: it is changed by deploying, not by a schedule' });
  }
}
