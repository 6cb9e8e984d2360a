import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { EventRow } from '../../core/event-table.ts';
import { timeBounds } from '../../core/limits.ts';
import { microsToUsd, minorUnitsToUsd, parseRates } from '../../core/money.ts';
import { eventPipeline } from '../../core/pipeline.ts';
import type { Money } from '../../localstack/studio/money-book.ts';
import { studio } from '../../localstack/studio/studio.ts';

const OFFSET = 420;
const rates = parseRates(readFileSync('glue/rates.csv', 'utf8'));
const micros = (usd: string | null) => (usd === null ? undefined : Math.round(Number(usd) * 1e6));
const toUsd = ({ unit, amount, ...money }: Money) =>
  micros((unit === 'minor' ? minorUnitsToUsd : microsToUsd)(amount, { ...money, rates }));

const world = studio({
  seed: 'recount',
  players: 500,
  start: '2026-02-20',
  days: 35,
  reporting_offset_minutes: OFFSET,
});
const recount = countAgain();
const truth = world.truth(toUsd);

/** Everything once more, from the emitted requests alone: the lake's own pipeline judges, lists and filters count. */
function countAgain() {
  const pipeline = eventPipeline({
    secret: { version: 1, key: 'ab'.repeat(32) },
    offset_minutes: OFFSET,
    rates,
    ...timeBounds,
  });
  const quarantined: Record<string, number> = {};
  const silver = new Map<string, EventRow>();
  const counts = { received: 0, late: 0, duplicate: 0, conflicts: 0, drift: 0 };
  for (const { events, ...request } of world.requests())
    for (const event of structuredClone(events)) {
      counts.received += 1;
      const processed = pipeline(event, {
        ...request,
        delivery_id: 'd',
        game: 'simulated',
        region: 'local',
        protocol: 'native',
      });
      const { row } = processed;
      const key = `${row.player_key} ${row.event_id}`;
      if (processed.fate === 'late') counts.late += 1;
      else if (processed.fate === 'quarantined')
        quarantined[processed.reason] = (quarantined[processed.reason] ?? 0) + 1;
      else if (silver.has(key)) {
        counts.duplicate += 1;
        counts.conflicts += silver.get(key)!.fingerprint === row.fingerprint ? 0 : 1;
      } else {
        silver.set(key, row);
        counts.drift += Number(row.drift);
      }
    }
  const rows = [...silver.values()].filter(row => row.environment === 'production' && row.player_key);
  return { ...counts, quarantined, silver: silver.size, rows };
}

const dayOf = (row: EventRow) => String(row.event_date);
const shift = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const players = (from: string, to: string) =>
  new Set(recount.rows.filter(row => dayOf(row) >= from && dayOf(row) <= to).map(row => row.player_key));
const byDay = Map.groupBy(recount.rows, dayOf);
const activeOn = (date: string) => new Set((byDay.get(date) ?? []).map(row => row.player_key));
const firstDays = new Map<unknown, string>();
for (const row of recount.rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)))
  firstDays.set(row.player_key, dayOf(row));

describe('the studio tells the truth about what it sent', () => {
  test('fates, reason by reason', () => {
    const { rows: _, ...counts } = recount;
    expect(truth).toMatchObject(counts);
    expect(truth.quarantined).toEqual(counts.quarantined);
    expect(truth.received).toBeGreaterThan(20_000);
  });

  test('active and new players of every day', () => {
    expect(truth.days.length).toBeGreaterThanOrEqual(35);
    for (const { date, dau, wau, mau, new_players } of truth.days) {
      const started = [...firstDays.values()].filter(first => first === date).length;
      const counted = {
        dau: activeOn(date).size,
        wau: players(shift(date, -6), date).size,
        mau: players(shift(date, -29), date).size,
        new_players: started,
      };
      expect({ date, dau, wau, mau, new_players }).toEqual({ date, ...counted });
    }
  });

  test('retention of every cohort', () => {
    for (const { cohort_date, size, players: returned } of truth.cohorts) {
      const cohort = new Set([...firstDays].filter(([, first]) => first === cohort_date).map(([player]) => player));
      expect(size).toBe(cohort.size);
      expect(returned).toEqual(returned.map((_, n) => cohort.intersection(activeOn(shift(cohort_date, n))).size));
    }
  });

  test('active players by platform, country and version', () => {
    for (const dimension of ['platform', 'country', 'app_version'] as const)
      for (const [date, counts] of Object.entries(truth.dau_by[dimension])) {
        const lasts = Map.groupBy(byDay.get(date)!, row => row.player_key)
          .values()
          .map(rows => {
            const said = rows
              .filter(row => row[dimension])
              .sort((a, b) => Number(a.event_time) - Number(b.event_time) || (a[dimension]! < b[dimension]! ? -1 : 1));
            return String(said.at(-1)?.[dimension] ?? 'unknown');
          });
        const counted = Object.fromEntries(
          Map.groupBy(lasts, value => value)
            .entries()
            .map(([value, list]) => [value, list.length]),
        );
        expect({ dimension, date, counts }).toEqual({ dimension, date, counts: counted });
      }
  });

  test('sessions and playtime of every day', () => {
    const sessions = [...Map.groupBy(recount.rows, row => row.player_key).values()].flatMap(sessionsOf);
    for (const { date, sessions: count, playtime_ms } of truth.days) {
      const begun = sessions.filter(session => session[0]!.event_date === date);
      const length = begun.reduce(
        (total, rows) => total + Number(rows.at(-1)!.event_time) - Number(rows[0]!.event_time),
        0,
      );
      expect({ date, count, playtime_ms }).toEqual({ date, count: begun.length, playtime_ms: length });
    }
  });

  test('purchases, payers and revenue of every day', () => {
    for (const day of truth.days) {
      const bought = counted('purchase').filter(row => dayOf(row) === day.date);
      const returned = counted('refund').filter(row => dayOf(row) === day.date);
      const ads = (byDay.get(day.date) ?? []).filter(row => row.event_type === 'ad_impression');
      expect(day).toMatchObject({
        purchases: bought.length,
        payers: new Set(bought.map(row => row.player_key)).size,
        refunds: returned.length,
        ad_impressions: ads.length,
        revenue_usd_micros: usd(bought) + usd(ads) - usd(returned),
      });
    }
    expect(counted('purchase').length).toBeGreaterThan(30);
  });
});

/** One player's sessions, each in order of time. */
function sessionsOf(rows: EventRow[]): EventRow[][] {
  const sorted = rows.toSorted((a, b) => Number(a.event_time) - Number(b.event_time));
  const named = Map.groupBy(
    sorted.filter(row => row.session_id),
    row => row.session_id,
  );
  const unnamed: EventRow[][] = [];
  for (const row of sorted.filter(row => !row.session_id)) {
    const open = unnamed.at(-1);
    if (open && Number(row.event_time) - Number(open.at(-1)!.event_time) <= 1_800_000) open.push(row);
    else unnamed.push([row]);
  }
  return [...named.values(), ...unnamed];
}

/** The earliest report of each transaction. */
function counted(type: string): EventRow[] {
  const reports = recount.rows.filter(row => row.event_type === type && !row.sandbox);
  return [...Map.groupBy(reports, row => row.transaction_id).values()].map(
    list =>
      list.sort(
        (a, b) => Number(a.event_time) - Number(b.event_time) || Number(a.received_at) - Number(b.received_at),
      )[0]!,
  );
}

const usd = (rows: EventRow[]) =>
  rows.reduce((total, row) => total + (micros(row.amount_usd as string | null) ?? 0), 0);
