import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { timeBounds } from '../../core/limits.ts';
import type { QueryEngine } from '../../core/ports.ts';
import { openAthena } from '../../lambdas/adapters/athena.ts';
import { ensureAthenaTables } from '../../lambdas/adapters/athena-tables.ts';
import { athenaSettings } from '../../lambdas/refine/settings.ts';
import { ensureTables, lakeTables } from '../../lambdas/refine/tables.ts';
import { namedQueries } from '../../lib/named-queries.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { fakeAthena } from '../lambdas/adapters/fake-athena.ts';
import { memoryClock, memoryKeyValue } from '../memory-ports.ts';
import { sqlglot } from './parts.ts';
import { playedObjects } from './played.ts';
import { refining } from './refining.ts';
import { withParts } from './with-parts.ts';

const buckets = (zone: string) => `playlake-prod-${zone}-123456789012-us-east-1`;
const COLUMNS: [string, string][] = ['table_schema', 'table_name', 'column_name'].map(name => [name, 'varchar']);

/** The columns of the lake's tables as Athena tells them, but for some that contracts have gained since. */
const present = lakeTables().flatMap(({ name, columns }) =>
  columns.slice(0, -2).map(column => [...name.split('.'), column.name]),
);

/** Athena that keeps what it is told and answers nothing but what tables there are, and a laptop's engine that does the work. */
async function recording() {
  const { client, executions } = await fakeAthena(sql =>
    sql.includes('information_schema') ? { columns: COLUMNS, pages: [present] } : {},
  );
  const athena = openAthena({ workgroup: 'refine', buckets, clock: memoryClock(), client });
  return { athena, said: () => [...new Set(executions.map(({ sql }) => sql))] };
}

/** Runs over DuckDB what is said to Athena; relations over objects are each engine's own. */
function both(athena: QueryEngine, duckdb: QueryEngine): QueryEngine {
  const relations = new Map<string, string>();
  return {
    objects(zone, keys) {
      const relation = athena.objects(zone, keys);
      relations.set(relation, duckdb.objects(zone, keys));
      return relation;
    },
    async run(sql) {
      await athena.run(sql);
      return duckdb.run([...relations].reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), sql));
    },
  };
}

withParts('what is said to Athena, read by sqlglot', { sqlglot: await sqlglot() }, parts => {
  let root: string;
  let refined: string[];
  let defined: string[];

  /** Statements by their kind; those that are not read count as what stands in their way. */
  function kindsOf(statements: readonly string[]): Record<string, string[]> {
    const kinds: string[] = JSON.parse(
      execFileSync('python3', ['test/engines/parse_athena.py'], {
        input: JSON.stringify(statements),
        env: { ...process.env, PYTHONPATH: parts.sqlglot },
        maxBuffer: 2 ** 26,
        encoding: 'utf8',
      }),
    );
    return Object.groupBy(statements, (_, index) => kinds[index]!) as Record<string, string[]>;
  }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'playlake-athena-'));
    const { lots, objects } = await playedObjects(root);
    const duckdb = await openDuckDB({ path: ':memory:', object_path: objects.path });
    const { athena, said } = await recording();
    const settings = { ...athenaSettings(timeBounds.late_window), days_per_merge: 2, lease_ms: 0 };
    const lake = refining(both(athena, duckdb), objects, { settings, tables: () => ensureTables(duckdb) });
    for (const lot of lots) await lake.merge(lot);
    refined = said();
    await duckdb.close();
    const tables = await recording();
    await ensureAthenaTables({ engine: tables.athena, keyValue: memoryKeyValue(), buckets });
    defined = tables.said();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('what is no statement, is two, or is not understood, is told', () => {
    const kinds = kindsOf(['SELECT (1', 'SELECT 1; SELECT 2', 'OPTIMIZE a REWRITE DATA USING BIN_PACK']);
    expect(Object.keys(kinds).map(kind => kind.split(':')[0])).toEqual(['error', '2 statements', 'Command']);
  });

  test('every statement of refine is one of these kinds', () => {
    const kinds = kindsOf(refined);
    expect(Object.keys(kinds).toSorted()).toEqual(['Create', 'Delete', 'Drop', 'Insert', 'Merge', 'Select', 'Union']);
    expect(kinds.Merge!.length).toBeGreaterThan(10);
    for (const sql of kinds.Create!) expect(sql).toMatch(/^CREATE TABLE work\.\w+ WITH \(table_type = 'ICEBERG'/);
  });

  test('every definition of a table, a column, a view is one of these', () => {
    const kinds = kindsOf(defined);
    expect(Object.keys(kinds).toSorted()).toEqual(['Alter', 'Create', 'Select']);
    expect(kinds.Alter).toHaveLength(lakeTables().length);
  });

  test('every named query is one query', () => {
    expect(Object.keys(kindsOf(namedQueries.map(({ sql }) => sql)))).toEqual(['Select']);
  });
});
