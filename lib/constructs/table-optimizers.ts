import { Aws } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-glue';
import { CfnTableOptimizer } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { allow, grant, OBJECTS_COME_AND_GO } from '../grant.ts';
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
  const role = new Role(stack, 'OptimizerRole', {
    roleName: names.of(`optimizer-${names.region}`),
    assumedBy: new ServicePrincipal('glue.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  const glue = (resource: string) => arn('glue', names.region, resource);
  const logs = ['compaction', 'retention', 'orphan-file-deletion'].map(what =>
    arn('logs', names.region, `log-group:/aws-glue/iceberg-${what}/logs:*`),
  );
  const catalog = [
    'catalog',
    'database/silver',
    'database/gold',
    ...tables.map(name => `table/${name.replace('.', '/')}`),
  ];
  allow(role, [
    grant(
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      buckets.map(name => bucketArn(name, '*')),
      OBJECTS_COME_AND_GO,
    ),
    grant(
      ['s3:ListBucket', 's3:GetBucketLocation'],
      buckets.map(name => bucketArn(name)),
    ),
    grant(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]),
    grant(['glue:GetTable', 'glue:UpdateTable'], catalog.map(glue)),
    grant(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], logs, 'Glue makes a log stream a run'),
  ]);
  return role;
}
