import { Aws, Duration } from 'aws-cdk-lib';
import { CfnDatabase, type CfnTable } from 'aws-cdk-lib/aws-glue';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { icebergTables, parquetTables } from '../glue/rendered/iceberg.ts';
import { KeyValueTable } from './constructs/key-value-table.ts';
import { optimizeTables } from './constructs/table-optimizers.ts';
import { icebergTable, parquetTable } from './constructs/tables.ts';
import { privateBucket, zoneBucket } from './constructs/zone-bucket.ts';
import type { FoundationStack } from './foundation-stack.ts';
import { LakeStack, logicalId, type Place, pin } from './lake-stack.ts';
import { ZONES, type Zone, zones } from './zones.ts';

/** Where a region keeps things: a bucket per zone, the tables over them, and the regional key-value table. */
export class StorageStack extends LakeStack {
  readonly buckets: Readonly<Record<Zone, Bucket>>;
  /** Receives the logs of accesses to all other buckets. */
  readonly accessLogs: Bucket;
  /** Tables of the catalog by their names, such as `silver.events`. */
  readonly tables: ReadonlyMap<string, CfnTable>;
  readonly regional: KeyValueTable;
  /** What functions are told about storage. */
  readonly settings: { ZONE_BUCKETS: string; GLOBAL_TABLE: string; REGIONAL_TABLE: string };

  constructor(scope: Construct, { place, foundation }: { place: Place; foundation: FoundationStack }) {
    super(scope, 'storage', {
      place,
      description: 'a bucket per zone, the tables over them, the regional key-value table',
    });
    const { names } = place;
    const { key } = foundation;
    this.accessLogs = this.accessLogBucket();
    this.buckets = Object.fromEntries(
      ZONES.map(zone => [zone, zoneBucket(this, zone, { key, logs: this.accessLogs as IBucket })]),
    ) as Record<Zone, Bucket>;
    this.tables = this.catalog(key);
    this.regional = new KeyValueTable(this, 'Regional', { which: 'regional', key, replicas: {} });
    this.settings = {
      ZONE_BUCKETS: names.zoneBuckets,
      GLOBAL_TABLE: names.table('global'),
      REGIONAL_TABLE: names.table('regional'),
    };
  }

  private catalog(key: FoundationStack['key']): ReadonlyMap<string, CfnTable> {
    const databases = new Map(
      ZONES.flatMap(zone => zones[zone].databases.map(name => [name, this.database(name, zone)] as const)),
    );
    const databaseOf = (table: string) => databases.get(table.slice(0, table.indexOf('.')))!;
    const parquet = Object.keys(parquetTables).map(name => [name, parquetTable(this, name, databaseOf(name))] as const);
    const iceberg = Object.keys(icebergTables).map(name => [name, icebergTable(this, name, databaseOf(name))] as const);
    optimizeTables(this, new Map(iceberg), key);
    return new Map([...parquet, ...iceberg]);
  }

  private database(name: string, zone: Zone): CfnDatabase {
    const database = new CfnDatabase(this, logicalId(name, 'database'), {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: {
        name,
        description: zones[zone].holds,
        locationUri: `s3://${this.buckets[zone].bucketName}/${name === zone ? '' : `${name}/`}`,
      },
    });
    database.applyRemovalPolicy(this.removal);
    pin(database, logicalId(name, 'database'));
    return database;
  }

  /** S3 delivers access logs only into buckets it encrypts by itself. */
  private accessLogBucket(): Bucket {
    const bucket = new Bucket(this, 'AccessLogs', {
      ...privateBucket(this),
      bucketName: this.place.names.bucket('access-logs'),
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(this.place.environment.log_retention_days) }],
    });
    pin(bucket, 'AccessLogsBucket');
    return bucket;
  }
}
