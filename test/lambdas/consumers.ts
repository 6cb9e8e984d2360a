import type { QueryEngine, Row, StreamRecord } from '../../core/ports.ts';
import { accountingOf, totalOf } from '../../lambdas/api/accounting.ts';
import { live } from '../../lambdas/live/live.ts';
import type { RefinePorts } from '../../lambdas/refine/ports.ts';
import { refine } from '../../lambdas/refine/refine.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { register } from '../../lambdas/register/register.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { keepFailure } from '../../localstack/embedded/mapping-failures.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';
import { AT, HOUR } from './reading.ts';

/** The consumers and refine over one store in an empty directory, fed batch by batch as a mapping would; close it when done. */
export async function consumers(root: string) {
  const clock = memoryClock(AT + HOUR);
  const keyValue = memoryKeyValue(clock);
  const note = register({ keyValue, clock });
  const objects = await openFiles({ root, onPut: object => note([object]) });
  const duckdb = await openDuckDB({ path: ':memory:', object_path: objects.path });
  const statements: string[] = [];
  const world = { stop_after: Number.POSITIVE_INFINITY, answer: (_sql: string): Row[] | undefined => undefined };
  const engine: QueryEngine = {
    objects: duckdb.objects,
    async run(sql) {
      if (statements.length >= world.stop_after) throw new Error('stopped');
      statements.push(sql);
      return world.answer(sql) ?? duckdb.run(sql);
    },
  };
  const games = async () => [{ id: 'g', reporting_offset_minutes: 0 }];
  const ports: RefinePorts = {
    keyValue,
    engine: () => engine,
    objects,
    clock,
    games,
    tables: () => ensureTables(engine),
  };
  const run = refine(ports);
  const write = transform({ objects });
  const count = live({ keyValue, clock });
  return {
    ports,
    run,
    keyValue,
    clock,
    /** Statements run so far. */
    statements,
    /** Where the engine stops, and what it answers instead of the truth. */
    world,
    write,
    count,
    async consume(records: StreamRecord[]) {
      await write(records);
      await count(records);
    },
    deadLetter: (records: StreamRecord[], consumer = 'transform') =>
      keepFailure(objects, records, {
        consumer,
        condition: 'RetryAttemptsExhausted',
        error: 'unreadable',
        attempts: 6,
        failed_at: clock.now(),
      }),
    /** `<event id> <fate>` of every position, sorted. */
    async fates() {
      const rows = await duckdb.run(
        "SELECT event_id, fate FROM silver.fates UNION ALL SELECT event_id, 'silver' FROM silver.events",
      );
      return rows.map(row => `${row.event_id ?? '?'} ${row.fate}`).sort();
    },
    total: async () => totalOf(await accountingOf(keyValue, 'g')),
    close: () => duckdb.close(),
  };
}
