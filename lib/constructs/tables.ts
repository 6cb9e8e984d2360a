import { Aws } from 'aws-cdk-lib';
import type { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IcebergField } from '../../glue/rendered/iceberg.ts';
import { icebergTables, parquetTables } from '../../glue/rendered/iceberg.ts';
import { type LakeStack, logicalId, pin } from '../lake-stack.ts';
import type { Zone } from '../zones.ts';

/** Columns that rows of a file are sorted by, where a table has them: most questions name a game, then a type of event. */
const SORT = ['game', 'event_type'];

/** Iceberg gives partition fields ids from here. */
const FIRST_PARTITION_FIELD = 1000;

/**
 * An Iceberg table with the field ids of its contract. CloudFormation only creates it, refine adds columns. It has no
 * `tableInput`: with both, CloudFormation loses the table's metadata at the first update.
 */
export function icebergTable(stack: LakeStack, name: string, database: CfnDatabase): CfnTable {
  const [zone, table] = name.split('.') as [Zone, string];
  const { partition, fields } = icebergTables[name]!;
  const definition = new CfnTable(stack, logicalId(name), {
    catalogId: Aws.ACCOUNT_ID,
    databaseName: zone,
    name: table,
    openTableFormatInput: {
      icebergInput: {
        metadataOperation: 'CREATE',
        version: '2',
        icebergTableInput: {
          location: `s3://${stack.place.names.zone(zone)}/${table}`,
          schema: { schemaId: 0, type: 'struct', fields: [...fields] },
          ...(partition && { partitionSpec: { specId: 0, fields: [byDay(partition, fields)] } }),
          writeOrder: { orderId: 1, fields: SORT.flatMap(column => sortedBy(column, fields)) },
          properties: {
            'format-version': '2',
            'write.format.default': 'parquet',
            'write.parquet.compression-codec': 'zstd',
          },
        },
      },
    },
  });
  definition.addResourceDependency(database);
  definition.applyRemovalPolicy(stack.removal);
  pin(definition, logicalId(name, 'table'));
  return definition;
}

function byDay(column: string, fields: readonly IcebergField[]): CfnTable.IcebergPartitionFieldProperty {
  const { id } = fields.find(field => field.name === column)!;
  return { name: `${column}_day`, sourceId: id, fieldId: FIRST_PARTITION_FIELD, transform: 'day' };
}

function sortedBy(column: string, fields: readonly IcebergField[]): CfnTable.IcebergSortFieldProperty[] {
  const field = fields.find(({ name }) => name === column);
  return field ? [{ sourceId: field.id, transform: 'identity', direction: 'asc', nullOrder: 'nulls-last' }] : [];
}

/** A table over the Parquet objects of a zone. Its hours of arrival are computed, so nothing has to register them. */
export function parquetTable(stack: LakeStack, name: string, database: CfnDatabase): CfnTable {
  const [zone, table] = name.split('.') as [Zone, string];
  const location = `s3://${stack.place.names.zone(zone)}/${table}/`;
  const definition = new CfnTable(stack, logicalId(name), {
    catalogId: Aws.ACCOUNT_ID,
    databaseName: zone,
    tableInput: {
      name: table,
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: [{ name: 'arrival', type: 'string', comment: 'Hour of arrival, UTC: yyyy-MM-dd-HH' }],
      parameters: {
        classification: 'parquet',
        'projection.enabled': 'true',
        'projection.arrival.type': 'date',
        'projection.arrival.format': 'yyyy-MM-dd-HH',
        'projection.arrival.range': '2026-01-01-00,NOW+1HOURS',
        'projection.arrival.interval': '1',
        'projection.arrival.interval.unit': 'HOURS',
        'storage.location.template': `${location}arrival=\${arrival}/`,
      },
      storageDescriptor: {
        location,
        columns: [...parquetTables[name]!],
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      },
    },
  });
  definition.addResourceDependency(database);
  definition.applyRemovalPolicy(stack.removal);
  pin(definition, logicalId(name, 'table'));
  return definition;
}
