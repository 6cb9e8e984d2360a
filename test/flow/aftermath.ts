import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';

/** Every event of a stopped lake, sorted: `<delivery id> <place in it> <silver, or why it was set aside>`. */
export async function storedEvents(dir: string): Promise<string[]> {
  const engine = await openDuckDB({ path: join(dir, 'lake.duckdb'), object_path: key => key });
  const objects = (...zones: string[]) =>
    `read_parquet([${zones.map(zone => `'${join(dir, 'objects', zone, '**', '*.parquet')}'`)}], union_by_name = true)`;
  const rows = await engine.all(`
    SELECT delivery_id, s.event_index, 'silver' AS fate
    FROM silver.events s
    LEFT JOIN (SELECT DISTINCT region, shard, sequence, delivery_id FROM ${objects('bronze')}) USING (region, shard, sequence)
    UNION ALL
    SELECT delivery_id, event_index, reason FROM ${objects('quarantine', 'late')}`);
  engine.close();
  return rows.map(row => `${row.delivery_id} ${row.event_index} ${row.fate}`).sort();
}

/** The most memory a process has had, in bytes; where the system does not tell, what it has now. */
export function peakMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))![1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) * 1024;
}
