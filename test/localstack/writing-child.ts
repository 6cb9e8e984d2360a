import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../localstack/embedded/clock.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { openLog } from '../../localstack/embedded/log.ts';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';

/** Writes through one adapter for ever and says what was acknowledged, a line each, until it is killed. */
const [kind, dir, round] = process.argv.slice(2) as [string, string, string];

const acknowledged = (line: string) => void writeSync(1, `${line}\n`);

const writers: Record<string, () => Promise<void>> = {
  async log() {
    const log = await openLog({ dir, clock: systemClock, segment_bytes: 200_000 });
    const writer = async (name: number) => {
      for (let n = 0; ; n += 1) {
        const text = `${round}/${name}/${n}`;
        const { sequence } = await log.put({
          partition_key: text,
          data: Buffer.from(text.padEnd(1000 + ((n * 37) % 3000), '.')),
        });
        acknowledged(`${sequence} ${text}`);
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(writer));
  },

  async files() {
    const files = await openFiles({ root: dir });
    for (let n = 0; ; n += 1) {
      const key = `${round}/hour=${n % 3}/${n}`;
      await files.put(key, Buffer.alloc(50_000 + n, String(n % 10)), { if_absent: n % 2 === 0 });
      acknowledged(`${key} ${50_000 + n}`);
    }
  },

  async sqlite() {
    const store = openSqlite({ path: join(dir, 'state.sqlite'), clock: systemClock });
    for (;;) {
      await store.write(['a', 'b'].map(sort => ({ kind: 'add', partition: 'p', sort, amounts: { n: 1 } })));
      acknowledged(JSON.stringify(await store.get({ partition: 'p', sort: 'a' })));
    }
  },

  async duckdb() {
    const engine = await openDuckDB({ path: join(dir, 'lake.duckdb'), object_path: key => key, threads: 1 });
    await engine.run('CREATE TABLE IF NOT EXISTS t (k bigint, version bigint)');
    for (;;) {
      const [row] = await engine.run('SELECT coalesce(max(version), 0) + 1 AS version FROM t');
      await engine.run(`
MERGE INTO t USING (SELECT range AS k, ${row!.version} AS version FROM range(${Number(row!.version) * 5000})) AS s ON t.k = s.k
WHEN MATCHED THEN UPDATE SET version = s.version WHEN NOT MATCHED THEN INSERT (k, version) VALUES (s.k, s.version)`);
      acknowledged(String(row!.version));
    }
  },
};

await writers[kind]!();
