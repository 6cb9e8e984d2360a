import { Aws } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-glue';
import { CfnTableOptimizer } from 'aws-cdk-lib/aws-glue';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type LakeStack, logicalId } from '../lake-stack.ts';
import { arn, bucketArn } from '../names.ts';

type Optimizer = { type: string; configuration: Partial<CfnTableOptimizer.TableOptimizerConfigurationProperty> };

/** What Glue does to every Iceberg table by itself: small files joined, a week of snapshots, files nobody refers to removed. */
const OPTIMIZERS: readonly Optimizer[] = [
  { type: 'compaction', configuration: { compactionConfiguration: { icebergConfiguration: { strategy: 'binpack' } } } },
  {
    type: 'retention',
    configuration: {
      retentionConfiguration: {
        icebergConfiguration: {
          snapshotRetentionPeriodInDays: 7,
          numberOfSnapshotsToRetain: 3,
          cleanExpiredFiles: true,
        },
      },
    },
  },
  {
    type: 'orphan_file_deletion',
    configuration: {
      orphanFileDeletionConfiguration: { icebergConfiguration: { orphanFileRetentionPeriodInDays: 3 } },
    },
  },
];

/** Puts the optimizers on Iceberg tables, with one role that may touch no other. */
export function optimizeTables(stack: LakeStack, tables: ReadonlyMap<string, CfnTable>, key: IKey): void {
  const role = optimizerRole(stack, [...tables.keys()], key);
  for (const [name, table] of tables)
    for (const { type, configuration } of OPTIMIZERS) {
      const [databaseName, tableName] = name.split('.') as [string, string];
      const optimizer = new CfnTableOptimizer(stack, logicalId(name, type), {
        catalogId: Aws.ACCOUNT_ID,
        databaseName,
        tableName,
        type,
        tableOptimizerConfiguration: { roleArn: role.roleArn, enabled: true, ...configuration },
      });
      optimizer.addResourceDependency(table);
      optimizer.node.addDependency(role);
    }
}

function optimizerRole(stack: LakeStack, tables: readonly string[], key: IKey): Role {
  const { names } = stack.place;
  const buckets = (['silver', 'gold'] as const).map(zone => names.zone(zone));
  const allow = (actions: string[], resources: string[]) =>
    role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
  const role = new Role(stack, 'OptimizerRole', {
    roleName: names.of(`optimizer-${names.region}`),
    assumedBy: new ServicePrincipal('glue.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  allow(
    ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    buckets.map(name => bucketArn(name, '*')),
  );
  allow(
    ['s3:ListBucket', 's3:GetBucketLocation'],
    buckets.map(name => bucketArn(name)),
  );
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]);
  const glue = (resource: string) => arn('glue', names.region, resource);
  allow(
    ['glue:GetTable', 'glue:UpdateTable'],
    [
      glue('catalog'),
      glue('database/silver'),
      glue('database/gold'),
      ...tables.map(name => glue(`table/${name.replace('.', '/')}`)),
    ],
  );
  allow(
    ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    ['compaction', 'retention', 'orphan-file-deletion'].map(what =>
      arn('logs', names.region, `log-group:/aws-glue/iceberg-${what}/logs:*`),
    ),
  );
  return role;
}
