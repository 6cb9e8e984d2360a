import { writeFile } from 'node:fs/promises';
import { timeBounds } from '../core/limits.ts';
import { athenaSettings } from '../lambdas/refine/settings.ts';
import { runningTrino } from '../test/engines/open-trino.ts';
import { java, trino } from '../test/engines/parts.ts';
import { onDay, playing } from '../test/engines/playing.ts';
import { refining } from '../test/engines/refining.ts';
import type { StatementStats } from '../test/engines/trino.ts';
import { makeTables } from '../test/engines/trino-tables.ts';

/** What Athena bills at least for a statement that reads data, in bytes. */
const LEAST_BILLED = 10_000_000;
const PIECE_DAYS = 15 / 1440;
const FILLED_DAYS = 3.75;
const PIECES = 3;

const [javaPart, trinoPart] = [await java(), await trino()];
if (!('dir' in javaPart) || !('dir' in trinoPart))
  throw new Error('Trino is not to be had here: see npm run test:engines');
const parts = { java: javaPart.dir, trino: trinoPart.dir };

const small = await measure(2500);
const large = await measure(10_000);
/** Bytes more for each million events a day more. */
const slope = (before: number, after: number) => (after - before) / ((large.events_a_day - small.events_a_day) / 1e6);
const perMillion = slope(small.bytes, large.bytes);
const how = `physicalInputBytes of Trino 476 over Iceberg; median of ${PIECES} runs, each merging 15 minutes of a simulated studio into ${FILLED_DAYS} days`;
const line = `${how}; the line through ${small.events_a_day} and ${large.events_a_day} events a day`;
const bytes = (value: number, how: string) => ({ value: Math.round(value), unit: 'bytes a run', how });
const measures = {
  run_statements: { value: large.statements, unit: 'statements a run', how: `${how}; those that Athena bills` },
  run_bytes_least: bytes(small.bytes - (perMillion * small.events_a_day) / 1e6, `${line}: at no events`),
  run_bytes_per_million_events_a_day: bytes(perMillion, `${line}: its slope`),
  ...Object.fromEntries(
    [small, large].flatMap(({ events_a_day, events, bytes: read, billed }) => [
      [`run_bytes@${events_a_day}`, bytes(read, `${how}; ${events} events in the piece`)],
      [`run_bytes_billed@${events_a_day}`, bytes(billed, `${how}; each statement at least ${LEAST_BILLED}`)],
    ]),
  ),
  ...Object.fromEntries(
    large.named.map(({ name, bytes: read }) => {
      const before = small.named.find(other => other.name === name)?.bytes ?? 0;
      return [`statement_bytes: ${name}`, bytes(slope(before, read), `${line}: its slope`)];
    }),
  ),
};
const file = { date: new Date().toISOString().slice(0, 10), command: 'node bench/athena-bytes.ts', measures };
await writeFile('bench/measures-athena.json', `${JSON.stringify(file, null, 2)}\n`);
console.table(measures, ['value', 'unit']);

type Run = { events: number; statements: StatementStats[] };

/** Fills a lake with a studio's days and measures the runs that follow. */
async function measure(players: number) {
  let statements: StatementStats[] = [];
  const engine = await runningTrino(parts, stats => statements.push(stats));
  try {
    const { play, lot, objects } = await playing(engine.lake, { players, days: 5, batch: 200 });
    await makeTables(engine);
    const { merge } = refining(engine, objects, { settings: athenaSettings(timeBounds.late_window) });
    const fill = async (until: number) => {
      await play(onDay(until));
      return merge(await lot(onDay(until)));
    };
    await fill(FILLED_DAYS);
    const runs: Run[] = [];
    for (let piece = 1; piece <= PIECES; piece += 1) {
      statements = [];
      const { entered } = await fill(FILLED_DAYS + piece * PIECE_DAYS);
      runs.push({ events: entered, statements });
    }
    const [day] = await engine.run("SELECT count(*) AS n FROM silver.events WHERE event_date = DATE '2026-03-03'");
    return { events_a_day: Number(day!.n), ...summary(runs) };
  } finally {
    await engine.close();
  }
}

/** The middle run, by bytes. */
function summary(runs: readonly Run[]) {
  const total = ({ statements }: Run) =>
    statements.reduce((sum, { physical_input_bytes }) => sum + physical_input_bytes, 0);
  const { events, statements } = runs.toSorted((a, b) => total(a) - total(b))[Math.floor(runs.length / 2)]!;
  const billed = statements.filter(({ sql }) => !/^\s*(DROP|CREATE SCHEMA)/.test(sql));
  const byName = Map.groupBy(billed, ({ sql }) => nameOf(sql));
  const named = [...byName].map(([name, all]) => ({ name, bytes: total({ events, statements: all }) }));
  return {
    events,
    bytes: total({ events, statements }),
    billed: billed.reduce((sum, { physical_input_bytes }) => sum + Math.max(physical_input_bytes, LEAST_BILLED), 0),
    statements: billed.length,
    named: named.sort((a, b) => b.bytes - a.bytes),
  };
}

/** What a statement does and to which table. */
function nameOf(sql: string): string {
  const written = /^\s*(MERGE INTO|INSERT INTO|DELETE FROM|CREATE TABLE) ([\w.]+)/.exec(sql);
  if (written) return `${written[1]} ${written[2]}`;
  return `SELECT of ${[...new Set([...sql.matchAll(/\bFROM ([a-z]+\.[a-z_]+)/g)].map(match => match[1]))].sort().join(', ')}`;
}
