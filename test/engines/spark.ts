import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Column, TableName } from '../../glue/rendered/columns.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { sqlType } from '../../lambdas/refine/tables.ts';

/**
 * One step of a Spark session: a statement; rows written as Parquet into a folder; a run of the job, which must fail when a
 * statement comes between its reading and its writing.
 */
export type Step =
  | { sql: string }
  | { export: string; to: string }
  | { rebuild: readonly string[]; meanwhile?: string };

export type SparkOptions = { spark: string; dir: string; session: readonly string[] };

/** Runs steps one after another in a Spark of its own; what it says is told when it fails. */
export async function runSpark({ spark, dir, session }: SparkOptions, steps: readonly Step[]): Promise<void> {
  const child = spawn('python3', ['test/engines/spark_steps.py'], {
    env: {
      ...process.env,
      PYTHONPATH: `${spark}/python`,
      PYSPARK_PYTHON: 'python3',
      PYSPARK_SUBMIT_ARGS: [...submit(spark, dir), 'pyspark-shell'].join(' '),
      SPARK_LOCAL_IP: '127.0.0.1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(JSON.stringify([{ session }, ...steps]));
  const [said, code] = await Promise.all([text(child.stderr), new Promise(resolve => child.once('close', resolve))]);
  if (code !== 0) throw new Error(`Spark ended with ${code}: ${withoutTraces(said).slice(-3000)}`);
}

const withoutTraces = (said: string) => said.replaceAll(/^\s+at .*\n/gm, '');

const submit = (spark: string, dir: string) => [
  '--master local[2]',
  '--driver-memory 2g',
  `--jars ${spark}/iceberg-spark-runtime-4.0_2.13-1.10.1.jar`,
  '--conf spark.ui.enabled=false',
  '--conf spark.ui.showConsoleProgress=false',
  '--conf spark.driver.bindAddress=127.0.0.1',
  '--conf spark.sql.shuffle.partitions=4',
  `--conf spark.local.dir=${dir}/spill`,
];

/** Statements that make the tables which the job knows, as Iceberg has them on AWS. */
export const sparkTables = (): Step[] =>
  [
    ...['silver', 'refine'].map(schema => `CREATE NAMESPACE ${schema}`),
    ...(['silver.events', 'silver.fates'] as const).map(createTable),
    'CREATE TABLE refine.touched (game string, player_key string, event_date date) USING iceberg',
    'CREATE TABLE refine.touched_hours (game string, arrival_hour timestamp_ntz) USING iceberg',
  ].map(sql => ({ sql }));

function createTable(name: TableName): string {
  const { columns, partition } = tables[name];
  return `CREATE TABLE ${name} (${columns.map(definition).join(', ')}) USING iceberg PARTITIONED BY (days(${partition}))`;
}

function definition(column: Column): string {
  const type = sqlType(column).replace('varchar', 'string').replace('timestamp', 'timestamp_ntz');
  return `${column.name} ${type}${column.required ? ' NOT NULL' : ''}`;
}
