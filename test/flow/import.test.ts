import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../../core/ports.ts';
import { lake, lakeJson } from './command-line.ts';
import { compareLakes } from './compare-lakes.ts';
import { dataset, describeDataset } from './datasets.ts';
import type { DayNumbers } from './play-log.ts';
import { countPlays, PLAY_LOG, readPlays } from './play-log.ts';
import type { RunningServer } from './running-server.ts';
import { accounting, lakeDirectory, startServer } from './running-server.ts';

const MAPPING = 'docs/guides/import/game1-playlog.sql';
const FATES = { silver: 87_727, quarantined: 9, late: 0, failed: 0, erased: 0, difference: 0 };
const FIRST = { ...FATES, received: 87_817, duplicate: 81 };
const SECOND = { ...FATES, received: 175_634, duplicate: 87_889, quarantined: 18 };

describeDataset(PLAY_LOG, 'the play log of a real game, imported', () => {
  const truth = countPlays(readPlays());
  let dir: string;
  let remove: () => Promise<void>;
  let imported: Awaited<ReturnType<typeof lake>>;
  beforeAll(async () => {
    ({ dir, remove } = await lakeDirectory());
    imported = await importPlays(dir);
  });
  afterAll(() => remove?.());

  test('every row has its fate', () => {
    expect({ code: imported.code, stderr: imported.stderr }).toEqual({ code: 0, stderr: '' });
    const { rows, accepted, refused, accounting } = JSON.parse(imported.stdout);
    expect({ rows, accepted, accounting }).toEqual({ rows: 87_817, accepted: 87_808, accounting: FIRST });
    expect(refused).toMatchObject([{ reason: 'missing_field', count: 9, example: { pointer: '/player_id' } }]);
  });

  test('2015-02-18 has the numbers that were counted by hand', async () => {
    const [day] = await query(
      dir,
      "SELECT * FROM gold.daily_metrics WHERE dimension = 'total' AND event_date = DATE '2015-02-18'",
    );
    expect(day).toMatchObject({ dau: 218, wau: 814, mau: 2486, new_players: 150 });
    expect(
      await query(
        dir,
        "SELECT day_n, cohort_size, players FROM gold.retention WHERE cohort_date = DATE '2015-02-18' AND day_n IN (1, 7) ORDER BY 1",
      ),
    ).toEqual([
      { day_n: 1, cohort_size: 150, players: 19 },
      { day_n: 7, cohort_size: 150, players: 1 },
    ]);
    expect(
      await query(
        dir,
        "SELECT sum(cohort_size) AS size, sum(players) AS players FROM gold.retention WHERE day_n = 1 AND cohort_date <= DATE '2015-07-30'",
      ),
    ).toEqual([{ size: 13_667, players: 1605 }]);
  });

  test('every day and every cell is what sets of players say', async () => {
    const days = await query(
      dir,
      "SELECT event_date AS date, dau, wau, mau, new_players FROM gold.daily_metrics WHERE dimension = 'total' ORDER BY 1",
    );
    expect(unequal(days, truth.days)).toEqual([]);
    const cells = await query(dir, 'SELECT * FROM gold.retention ORDER BY cohort_date, day_n');
    const told = truth.cohorts.flatMap(({ date, size, classic, rolling, bracket }) =>
      classic.map((players, n) => [date, n, size, players, rolling[n], bracket[n]]),
    );
    expect(unequal(cells.map(cellOf), told)).toEqual([]);
  });

  test('imported again, only received, duplicate and quarantined change', async () => {
    const before = await lakeDirectory();
    await cp(join(dir, 'lake.duckdb'), join(before.dir, 'lake.duckdb'));
    const again = await importPlays(dir);
    expect(JSON.parse(again.stdout)).toMatchObject({ created: false, accepted: 87_808, accounting: SECOND });
    const compared = await compareLakes(before.dir, dir);
    await before.remove();
    expect(compared).toMatchObject({
      'silver.events': { rows: 87_727 },
      'gold.retention': { rows: truth.cohorts.length * 91 },
    });
    expect(Object.values(compared).map(({ differing }) => differing)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('the API of a server on the same directory says the same', async () => {
    const server = await startServer(dir);
    expect(await accounting(server, 'game1')).toEqual(SECOND);
    expect(unequal(await daysOf(server), truth.days)).toEqual([]);
    const { cohorts, summary } = await server.api(
      'GET',
      '/api/dashboard/retention?game=game1&from=2015-01-01&to=2015-07-30',
    );
    const told = truth.cohorts.filter(({ date }) => date <= '2015-07-30');
    expect(
      unequal(
        (cohorts as ApiCohort[]).map(({ cells, ...cohort }) => [cohort, cells.map(({ players }) => players)]),
        told.map(({ date, size, classic }) => [{ cohort_date: date, size }, classic]),
      ),
    ).toEqual([]);
    expect(summary).toContainEqual(expect.objectContaining({ day: 1, size: 13_667, players: 1605 }));
    expect(await server.stop()).toBe(0);
  });
});

/** The first few pairs that differ: jest takes minutes to print thousands of rows side by side. */
const unequal = (found: readonly unknown[], expected: readonly unknown[]): unknown[] =>
  Array.from({ length: Math.max(found.length, expected.length) }, (_, n) => [found[n], expected[n]])
    .filter(([one, other]) => !isDeepStrictEqual(one, other))
    .slice(0, 3);

type ApiCohort = { cohort_date: string; size: number; cells: { players: number | null }[] };

const importPlays = (dir: string) =>
  lake('import', '--dir', dir, '--game', 'game1', '--sql', MAPPING, dataset(PLAY_LOG), '--json');

const query = async (dir: string, sql: string): Promise<Row[]> =>
  (await lakeJson<{ rows: Row[] }>('query', '--dir', dir, sql)).rows;

const cellOf = ({ cohort_date, day_n, cohort_size, players, players_rolling, players_bracket }: Row) => [
  cohort_date,
  day_n,
  cohort_size,
  players,
  players_rolling,
  players_bracket,
];

/** The days of the play log as the metrics of the API tell them. */
async function daysOf(server: RunningServer): Promise<DayNumbers[]> {
  const days = new Map<string, DayNumbers>();
  for (const metric of ['dau', 'wau', 'mau', 'new_players'] as const) {
    const path = `/api/dashboard/metrics/${metric}?game=game1&from=2015-01-01&to=2015-08-29`;
    for (const { date, value } of (await server.api('GET', path)).rows as { date: string; value: number }[])
      days.set(date, { ...days.get(date), date, [metric]: value } as DayNumbers);
  }
  return [...days.values()];
}
