import type { Access } from '../lambdas/functions.ts';
import { type Grant, grant, OBJECTS_COME_AND_GO } from './grant.ts';
import { arn, bucketArn, type Names } from './names.ts';
import { ZONES, type Zone, zones } from './zones.ts';

const READ_CATALOG = [
  'glue:GetDatabase',
  'glue:GetDatabases',
  'glue:GetTable',
  'glue:GetTables',
  'glue:GetPartition',
  'glue:GetPartitions',
  'glue:BatchGetPartition',
];
const WRITE_CATALOG = ['glue:CreateTable', 'glue:UpdateTable', 'glue:DeleteTable'];
const TABLES_COME_AND_GO = 'refine makes views, columns and tables of its own';
const RUN_STATEMENTS = ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'];

/** Zones whose tables refine writes: it makes silver and gold, and works in `work`. */
const MADE_BY_REFINE = ['silver', 'gold', 'work'] as const satisfies readonly Zone[];

/** `read`: SELECT over silver and gold, as an analyst. `write`: all that refine does, in its own workgroup. */
export const engineGrants = (access: Access, names: Names): Grant[] =>
  access === 'read' ? [...selects(names)] : [...refines(names)];

const selects = (names: Names): Grant[] => [
  statements(names, 'analysts', [...RUN_STATEMENTS, 'athena:StopQueryExecution']),
  grant(['glue:GetDatabase'], [defaultDatabase(names)]),
  grant(READ_CATALOG, catalogOf(names, ['silver', 'gold']), TABLES_COME_AND_GO),
  grant(['s3:GetObject'], objectsOf(names, ['silver', 'gold', 'work']), OBJECTS_COME_AND_GO),
  grant(['s3:ListBucket', 's3:GetBucketLocation'], bucketsOf(names, ['silver', 'gold', 'work'])),
  grant(
    ['s3:PutObject', 's3:AbortMultipartUpload'],
    [bucketArn(names.zone('work'), 'results/analysts/*')],
    OBJECTS_COME_AND_GO,
  ),
];

const refines = (names: Names): Grant[] => [
  statements(names, 'refine', RUN_STATEMENTS),
  grant(['glue:GetDatabase', 'glue:CreateDatabase'], [catalog(names), defaultDatabase(names)]),
  grant(READ_CATALOG, catalogOf(names, ZONES), TABLES_COME_AND_GO),
  grant(WRITE_CATALOG, catalogOf(names, MADE_BY_REFINE), TABLES_COME_AND_GO),
  grant(['s3:GetObject'], objectsOf(names, ZONES), OBJECTS_COME_AND_GO),
  grant(['s3:ListBucket', 's3:GetBucketLocation'], bucketsOf(names, ZONES)),
  grant(
    ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
    objectsOf(names, MADE_BY_REFINE),
    OBJECTS_COME_AND_GO,
  ),
];

/** What the rebuild of silver does: it reads all of bronze, replaces days of silver, and tells refine what it touched. */
export const rebuildGrants = (names: Names): Grant[] => [
  grant(['glue:GetDatabase', 'glue:GetTable', 'glue:UpdateTable'], tablesOf(names, REBUILT)),
  grant(['s3:GetObject'], objectsOf(names, ['bronze', 'silver']), OBJECTS_COME_AND_GO),
  grant(['s3:ListBucket', 's3:GetBucketLocation'], bucketsOf(names, ['bronze', 'silver'])),
  grant(
    ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
    objectsOf(names, ['silver']),
    OBJECTS_COME_AND_GO,
  ),
];

/** Tables the rebuild changes; those of refine lie in the bucket of silver too. */
const REBUILT = ['silver.events', 'silver.fates', 'refine.touched', 'refine.touched_hours'];

/** These tables, and the databases and the catalog they are in. */
function tablesOf(names: Names, tables: readonly string[]): string[] {
  const { region } = names;
  const databases = new Set(tables.map(name => name.slice(0, name.indexOf('.'))));
  return [
    catalog(names),
    ...[...databases].map(name => arn('glue', region, `database/${name}`)),
    ...tables.map(name => arn('glue', region, `table/${name.replace('.', '/')}`)),
  ];
}

const statements = (names: Names, who: 'refine' | 'analysts', actions: readonly string[]): Grant =>
  grant(actions, [arn('athena', names.region, `workgroup/${names.workgroup(who)}`)]);

const catalog = ({ region }: Names) => arn('glue', region, 'catalog');

/** Athena looks for the database `default` before any statement, and makes it where there is none (Athena user guide). */
const defaultDatabase = ({ region }: Names) => arn('glue', region, 'database/default');

const objectsOf = (names: Names, of: readonly Zone[]) => of.map(zone => bucketArn(names.zone(zone), '*'));
const bucketsOf = (names: Names, of: readonly Zone[]) => of.map(zone => bucketArn(names.zone(zone)));

/** The catalog itself, and the databases of zones with every table in them: refine makes views and tables of its own. */
function catalogOf(names: Names, of: readonly Zone[]): string[] {
  const { region } = names;
  const databases = of.flatMap(zone => zones[zone].databases);
  return [
    catalog(names),
    ...databases.flatMap(name => [arn('glue', region, `database/${name}`), arn('glue', region, `table/${name}/*`)]),
  ];
}
