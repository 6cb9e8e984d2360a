import { afterAll, beforeEach } from '@jest/globals';
import { addDays } from '../../core/days.ts';
import { arriving, contested, entering, POSITION, ranked } from '../../core/dedup-sql.ts';
import { date, text, timestamp } from '../../core/sql.ts';
import { openDuckDB } from '../../localstack/embedded/duckdb.ts';
import { RECEIVED } from './sample.ts';

/** A copy of an event: received `at` milliseconds after the others, at the position `seq`. */
export type Copy = {
  id?: string;
  player?: string | null;
  game?: string;
  at?: number;
  seq?: number;
  day?: string;
  print?: string;
  region?: string;
  file?: string;
};

const DAY = '2026-03-01';
const COLUMNS = [
  'game',
  'event_id',
  'player_key',
  'event_type',
  'event_date',
  'received_at',
  'fingerprint',
  'transaction_id',
  ...POSITION,
];
/** A lake of silver.events alone, emptied before each test. */
export const engine = await openDuckDB({ path: ':memory:', object_path: key => key });
afterAll(() => engine.close());

beforeEach(async () => {
  const columns =
    'game varchar, event_id varchar, player_key varchar, event_type varchar, event_date date, received_at timestamp, fingerprint varchar, transaction_id varchar, region varchar, shard varchar, sequence varchar, event_index int';
  await engine.run(`CREATE SCHEMA IF NOT EXISTS silver`);
  await engine.run(`CREATE OR REPLACE TABLE silver.events (${columns})`);
  await engine.run(`CREATE OR REPLACE TABLE source (${columns}, filename varchar)`);
});

const literal = ({
  id = 'e',
  player = 'anna',
  game = 'g',
  at = 0,
  seq = 0,
  day = DAY,
  print = 'p',
  region = 'r',
}: Copy): string =>
  [
    text(game),
    text(id),
    player === null ? 'NULL' : text(player),
    "'custom'",
    date(day),
    timestamp(RECEIVED + at),
    text(print),
    'NULL',
    text(region),
    "'0'",
    text(String(seq).padStart(3, '0')),
    '0',
  ].join(', ');

/** Puts copies into silver and among the arrivals, and answers what a merge would do with them, by their positions. */
export async function judged({ held = [], arrived }: { held?: Copy[]; arrived: Copy[] }) {
  for (const copy of held) await engine.run(`INSERT INTO silver.events VALUES (${literal(copy)})`);
  for (const copy of arrived)
    await engine.run(`INSERT INTO source VALUES (${literal(copy)}, ${text(copy.file ?? 'f1')})`);
  const work = (name: string, sql: string) => engine.run(`CREATE OR REPLACE TABLE work.${name} AS ${sql}`);
  await work('arriving', arriving('source'));
  await work('contested', contested({ from: date(addDays(DAY, -10)), to: date(addDays(DAY, 10)) }));
  const held_on = await engine.run('SELECT DISTINCT held_on AS day FROM work.contested WHERE held_on IS NOT NULL');
  await work('ranked', ranked({ reach_days: 1, held_on: held_on.map(({ day }) => date(String(day))) }));
  const of = async (sql: string) => (await engine.run(sql)).map(row => `${row.sequence}`).sort();
  return {
    enters: await of(entering('source', COLUMNS)),
    leaves: await of('SELECT sequence FROM work.ranked WHERE leaves'),
    duplicates: await of('SELECT sequence FROM work.ranked WHERE duplicate'),
    conflicts: await of('SELECT sequence FROM work.ranked WHERE duplicate AND conflict'),
  };
}
