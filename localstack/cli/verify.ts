import type { Rates } from '../../core/money.ts';
import { microsToUsd, minorUnitsToUsd } from '../../core/money.ts';
import type { Row } from '../../core/ports.ts';
import { text } from '../../core/sql.ts';
import type { Money } from '../studio/money-book.ts';
import type { Studio } from '../studio/studio.ts';
import type { Truth } from '../studio/truth.ts';
import type { localClient } from './local-client.ts';

/** A number of the lake that is not the truth. */
export type Difference = { what: string; truth: number | null; lake: number | null };

/** Numbers by what they are: `2026-03-01 dau`. */
type Numbers = Map<string, number>;

/** Compares every number the studio knows with the lake's: fates, days, active players by dimension, cohorts. */
export async function compareTruth(
  client: Awaited<ReturnType<typeof localClient>>,
  { game, world }: { game: string; world: Studio },
): Promise<Difference[]> {
  const truth = truthNumbers(world.truth(toUsd(client.lake.front.rates)));
  const lake = await lakeNumbers(client, game, truth);
  const names = [...new Set([...truth.keys(), ...lake.keys()])];
  return names
    .map(what => ({ what, truth: truth.get(what) ?? null, lake: lake.get(what) ?? null }))
    .filter(found => (found.truth ?? 0) !== (found.lake ?? 0));
}

const COUNTS = ['dau', 'wau', 'mau', 'new_players', 'returning_players', 'sessions', 'purchases', 'payers'] as const;
const WINDOWS: ReadonlySet<string> = new Set(['wau', 'mau']);
const MONEY = ['purchase_usd', 'refund_usd', 'ad_usd', 'revenue_usd'] as const;

function truthNumbers({ days, dau_by, cohorts, ...fates }: Truth): Numbers {
  const numbers: Numbers = new Map();
  for (const name of ['received', 'silver', 'duplicate', 'late'] as const) numbers.set(name, fates[name]);
  numbers.set(
    'quarantined',
    Object.values(fates.quarantined).reduce((sum, count) => sum + count, 0),
  );
  for (const day of days) {
    for (const name of COUNTS) numbers.set(`${day.date} ${name}`, day[name]);
    for (const name of MONEY) numbers.set(`${day.date} ${name}`, day[`${name}_micros`]);
    numbers.set(`${day.date} playtime_seconds`, day.playtime_ms);
  }
  for (const [dimension, by_date] of Object.entries(dau_by))
    for (const [date, counts] of Object.entries(by_date))
      for (const [value, count] of Object.entries(counts)) numbers.set(`${date} dau of ${dimension} ${value}`, count);
  for (const { cohort_date, size, players } of cohorts) {
    numbers.set(`${cohort_date} cohort`, size);
    for (const [day, count] of players.entries()) numbers.set(`${cohort_date} day ${day}`, count);
  }
  return numbers;
}

async function lakeNumbers(
  { call }: Awaited<ReturnType<typeof localClient>>,
  game: string,
  truth: Numbers,
): Promise<Numbers> {
  const numbers: Numbers = new Map();
  const { total } = (await call('GET', `/api/streaming/status?game=${game}&limit=1`)) as unknown as {
    total: Record<string, number>;
  };
  for (const name of ['received', 'silver', 'duplicate', 'late', 'quarantined', 'difference'])
    numbers.set(name, total[name]!);
  const query = async (sql: string) => (await call('POST', '/api/sql', { sql })).rows as Row[];
  for (const row of await query(`SELECT * FROM gold.daily_metrics WHERE game = ${text(game)}`))
    noteDay(numbers, { row, truth });
  // the lake knows a cohort's whole life, the truth ends with the last day
  const cells = await query(
    `SELECT cohort_date, day_n, cohort_size, players FROM gold.retention WHERE game = ${text(game)} AND players IS NOT NULL`,
  );
  for (const { cohort_date, day_n, cohort_size, players } of cells) {
    numbers.set(`${cohort_date} cohort`, Number(cohort_size));
    if (truth.has(`${cohort_date} day ${day_n}`) || players !== 0)
      numbers.set(`${cohort_date} day ${day_n}`, Number(players));
  }
  return numbers;
}

/** A day without play has a row in the lake and none in the truth: its windows are left out. */
function noteDay(numbers: Numbers, { row, truth }: { row: Row; truth: Numbers }): void {
  const date = String(row.event_date);
  if (row.dimension !== 'total') {
    if (row.dau !== 0) numbers.set(`${date} dau of ${row.dimension} ${row.dimension_value}`, Number(row.dau));
    return;
  }
  const played = truth.has(`${date} dau`);
  for (const name of COUNTS) if (played || !WINDOWS.has(name)) numbers.set(`${date} ${name}`, Number(row[name]));
  for (const name of MONEY) numbers.set(`${date} ${name}`, Math.round(Number(row[name]) * 1e6));
  numbers.set(`${date} playtime_seconds`, Math.round(Number(row.playtime_seconds) * 1000));
}

const toUsd =
  (rates: Rates) =>
  ({ unit, amount, ...money }: Money): number | undefined => {
    const usd = (unit === 'minor' ? minorUnitsToUsd : microsToUsd)(amount, { ...money, rates });
    return usd === null ? undefined : Math.round(Number(usd) * 1e6);
  };
