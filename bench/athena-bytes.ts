import { writeFile } from 'node:fs/promises';
import { ensureTables } from '../lambdas/refine/tables.ts';
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
const perMillion = (large.bytes - small.bytes) / ((large.events_a_day - small.events_a_day) / 1e6);
const measured_at = new Date().toISOString().slice(0, 10);
const how = `physicalInputBytes of Trino 476 over Iceberg (zstd Parquet), by statement, median of ${PIECES} runs of refine that each merge 15 minutes of a simulated studio into ${FILLED_DAYS} days; node bench/athena-bytes.ts`;
const measures = [
  { what: 'statements of a 15-minute refine run that Athena bills', value: large.statements, how },
  {
    what: 'bytes read by a 15-minute refine run, whatever its size',
    value: Math.round(small.bytes - (perMillion * small.events_a_day) / 1e6),
    how: `${how}; line through ${small.events_a_day} and ${large.events_a_day} events a day`,
  },
  {
    what: 'bytes read by a 15-minute refine run per million events that a day holds',
    value: Math.round(perMillion),
    how: `${how}; the same line`,
  },
  ...[small, large].flatMap(({ events_a_day, events, bytes, billed, slowest }) => [
    {
      what: `bytes read by a 15-minute refine run at ${events_a_day} events a day (${events} in the piece)`,
      value: bytes,
      how,
    },
    {
      what: `bytes billed by a 15-minute refine run at ${events_a_day} events a day`,
      value: billed,
      how: `${how}; each statement at least ${LEAST_BILLED} bytes`,
    },
    ...slowest.map(({ name, bytes }) => ({
      what: `bytes read at ${events_a_day} events a day by: ${name}`,
      value: bytes,
      how,
    })),
  ]),
];
await writeFile('bench/measures-athena.json', `${JSON.stringify({ measured_at, measures }, null, 2)}\n`);
console.log(measures.map(({ what, value }) => `${what}: ${value}`).join('\n'));

type Run = { events: number; statements: StatementStats[] };

/** Fills a lake with a studio's days and measures the runs that follow. */
async function measure(players: number) {
  let statements: StatementStats[] = [];
  const engine = await runningTrino(parts, stats => statements.push(stats));
  try {
    const { play, lot, objects } = await playing(engine.lake, { players, days: 5, batch: 200 });
    await makeTables(engine);
    await ensureTables(engine);
    const { merge } = refining(engine, objects);
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
    slowest: named.sort((a, b) => b.bytes - a.bytes).slice(0, 12),
  };
}

/** What a statement does and to which table. */
function nameOf(sql: string): string {
  const written = /^\s*(MERGE INTO|INSERT INTO|DELETE FROM|CREATE TABLE) ([\w.]+)/.exec(sql);
  if (written) return `${written[1]} ${written[2]}`;
  return `SELECT of ${[...new Set([...sql.matchAll(/\bFROM ([a-z]+\.[a-z_]+)/g)].map(match => match[1]))].sort().join(', ')}`;
}
