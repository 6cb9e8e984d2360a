import { mkdir, writeFile } from 'node:fs/promises';
import { freePort, type Server, startServer } from './server.ts';

export type TrinoServer = { url: string; stop: Server['stop'] };

/** Where Trino and its Java are, and an empty directory for this server; tables lie in `<dir>/lake`, which is `local:///` to it. */
export type TrinoOptions = { java: string; trino: string; dir: string };

const JVM = [
  '-server',
  '-Xmx2G',
  '-XX:+UseG1GC',
  '-XX:G1HeapRegionSize=32M',
  '-XX:+ExitOnOutOfMemoryError',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:TieredStopAtLevel=1',
  '-XX:+EnableDynamicAgentLoading',
  '-Djdk.attach.allowAttachSelf=true',
  '-Duser.timezone=UTC',
  '-Dfile.encoding=UTF-8',
];

/**
 * Starts Trino with two catalogs over one metastore of files, as Athena has one: `awsdatacatalog` for Parquet tables and
 * `iceberg`, each leading to the other's tables.
 */
export async function startTrino({ java, trino, dir }: TrinoOptions): Promise<TrinoServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await mkdir(`${dir}/lake`, { recursive: true });
  await mkdir(`${dir}/catalog`, { recursive: true });
  await writeFile(`${dir}/config.properties`, configuration(port, url, { trino, dir }));
  await writeFile(`${dir}/catalog/awsdatacatalog.properties`, HIVE + files(dir));
  await writeFile(`${dir}/catalog/iceberg.properties`, ICEBERG + files(dir));
  await writeFile(`${dir}/log.properties`, 'io.trino=WARN\nio.airlift=WARN\n');
  const node = {
    environment: 'test',
    id: 'test',
    'data-dir': dir,
    'bind-ip': '127.0.0.1',
    'internal-address': '127.0.0.1',
  };
  const server = startServer({
    command: `${java}/jre/bin/java`,
    args: [
      ...JVM,
      ...Object.entries(node).map(([name, value]) => `-Dnode.${name}=${value}`),
      `-Dlog.levels-file=${dir}/log.properties`,
      `-Dconfig=${dir}/config.properties`,
      '-cp',
      `${trino}/lib/*`,
      'io.trino.server.TrinoServer',
    ],
    cwd: dir,
  });
  await server.ready(async () => ((await (await fetch(`${url}/v1/info`)).json()) as Info).starting === false);
  return { url, stop: server.stop };
}

type Info = { starting: boolean };

const configuration = (port: number, url: string, { trino, dir }: Pick<TrinoOptions, 'trino' | 'dir'>) => `
coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=${port}
discovery.uri=${url}
plugin.dir=${trino}/plugin
catalog.config-dir=${dir}/catalog
query.max-memory=1GB
query.max-memory-per-node=1GB
`;

const files = (dir: string) => `
fs.native-local.enabled=true
local.location=${dir}/lake
hive.metastore.catalog.dir=local:///meta
`;

const HIVE = `
connector.name=hive
hive.metastore=file
hive.metastore.disable-location-checks=true
hive.iceberg-catalog-name=iceberg
hive.non-managed-table-writes-enabled=true
hive.storage-format=PARQUET
`;

const ICEBERG = `
connector.name=iceberg
iceberg.catalog.type=TESTING_FILE_METASTORE
iceberg.hive-catalog-name=awsdatacatalog
iceberg.file-format=PARQUET
iceberg.compression-codec=ZSTD
`;
