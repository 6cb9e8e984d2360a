import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type LakeStack, logicalId, pin } from '../lake-stack.ts';

/** A DynamoDB table of the port KeyValue: `partition`, `sort`, and items that go when `expires_at` (epoch seconds) has passed. */
export class KeyValueTable extends Construct {
  readonly table: TableV2;

  /** `replicas` are the keys of other regions that have the table too. */
  constructor(
    scope: LakeStack,
    id: string,
    { which, key, replicas }: { which: 'global' | 'regional'; key: IKey; replicas: Record<string, string> },
  ) {
    super(scope, id);
    const { names, environment } = scope.place;
    this.table = new TableV2(this, 'Table', {
      tableName: names.table(which),
      partitionKey: { name: 'partition', type: AttributeType.STRING },
      sortKey: { name: 'sort', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      timeToLiveAttribute: 'expires_at',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryptionV2.customerManagedKey(key, replicas),
      replicas: Object.keys(replicas).map(region => ({ region })),
      deletionProtection: environment.removal === 'retain',
      removalPolicy: scope.removal,
    });
    pin(this.table, logicalId(which, 'table'));
  }
}
