import { describe, expect, test } from '@jest/globals';
import { apiLake, publishCohort, publishDay } from './lake.ts';

describe('a metric by day', () => {
  test('has a row for every day between the first day and today: a count without play is 0, a ratio null', async () => {
    const { call, keyValue } = await apiLake();
    await publishDay(keyValue, { date: '2026-03-07', dau: 4, arpdau: 0.5 });
    await publishDay(keyValue, { date: '2026-03-09', dau: 2, arpdau: 0 });
    const { body } = await call('GET', '/api/dashboard/metrics/dau?game=demo&from=2026-03-01&to=2026-03-31');
    expect(body).toEqual({
      metric: 'dau',
      unit: 'players',
      rows: [
        { date: '2026-03-07', value: 4 },
        { date: '2026-03-08', value: 0 },
        { date: '2026-03-09', value: 2 },
        { date: '2026-03-10', value: 0 },
      ],
    });
    const ratio = await call('GET', '/api/dashboard/metrics/arpdau?game=demo&from=2026-03-07&to=2026-03-09');
    expect((ratio.body.rows as { value: number | null }[]).map(({ value }) => value)).toEqual([0.5, null, 0]);
  });

  test('by platform names the platform in each row', async () => {
    const { call, keyValue } = await apiLake();
    await publishDay(keyValue, { date: '2026-03-09', dau: 3 });
    await publishDay(keyValue, { date: '2026-03-09', dimension: 'platform', of: 'ios', dau: 1 });
    await publishDay(keyValue, { date: '2026-03-10', dimension: 'platform', of: 'android', dau: 2 });
    const { body } = await call('GET', '/api/dashboard/metrics/dau?game=demo&from=2026-03-09&by=platform');
    expect(body.rows).toEqual([
      { date: '2026-03-09', value: 0, platform: 'android' },
      { date: '2026-03-09', value: 1, platform: 'ios' },
      { date: '2026-03-10', value: 2, platform: 'android' },
      { date: '2026-03-10', value: 0, platform: 'ios' },
    ]);
  });

  test('a game nobody has played has no rows', async () => {
    const { call } = await apiLake();
    expect((await call('GET', '/api/dashboard/metrics/dau?game=demo')).body.rows).toEqual([]);
  });

  test("today is the game's own: an offset of +14 hours is a day ahead at noon", async () => {
    const { call, keyValue, games } = await apiLake();
    await games.createGame({ id: 'ahead', name: 'Ahead', reporting_offset_minutes: 840 });
    await keyValue.write([
      {
        kind: 'put',
        partition: 'mart#daily_metrics#ahead',
        sort: 'total#2026-03-10#all',
        value: { event_date: '2026-03-10', dimension_value: 'all', dau: 1 },
      },
    ]);
    const { body } = await call('GET', '/api/dashboard/metrics/dau?game=ahead');
    expect((body.rows as { date: string }[]).map(({ date }) => date)).toEqual(['2026-03-10', '2026-03-11']);
  });

  test('retention of day 1 is a share of the cohort, and null while the day is not over', async () => {
    const { call, keyValue } = await apiLake();
    await publishDay(keyValue, { date: '2026-03-08', dau: 10 });
    await publishCohort(keyValue, '2026-03-08', { size: 10, players: [10, 4] });
    await publishCohort(keyValue, '2026-03-09', { size: 5, players: [5, null] });
    const { body } = await call('GET', '/api/dashboard/metrics/retention_d1?game=demo&to=2026-03-09');
    expect(body.rows).toEqual([
      { date: '2026-03-08', value: 0.4 },
      { date: '2026-03-09', value: null },
    ]);
  });
});

describe('retention', () => {
  async function cohorts(kind: string) {
    const { call, keyValue } = await apiLake();
    await publishCohort(keyValue, '2026-03-07', { size: 10, players: [10, 4, 2, 1] });
    await publishCohort(keyValue, '2026-03-08', { size: 30, players: [30, 6, null, null] });
    const { body } = await call('GET', `/api/dashboard/retention?game=demo&from=2026-03-01&kind=${kind}`);
    return body as {
      cohorts: {
        cohort_date: string;
        size: number;
        cells: { day: number; players: number | null; rate: number | null }[];
      }[];
      summary: { day: number; cohorts: number; size: number; players: number; rate: number | null }[];
    };
  }

  test('classic counts players active exactly on the day, and leaves incomplete cells null', async () => {
    const { cohorts: found } = await cohorts('classic');
    expect(found.map(({ cohort_date, size }) => [cohort_date, size])).toEqual([
      ['2026-03-07', 10],
      ['2026-03-08', 30],
    ]);
    expect(found[0]!.cells[1]).toEqual({ day: 1, players: 4, rate: 0.4 });
    expect(found[1]!.cells[2]).toEqual({ day: 2, players: null, rate: null });
  });

  test('the summary weighs complete cohorts by size: (4 + 6) of (10 + 30) on day 1, 2 of 10 on day 2', async () => {
    const { summary } = await cohorts('classic');
    expect(summary[1]).toEqual({ day: 1, cohorts: 2, size: 40, players: 10, rate: 0.25 });
    expect(summary[2]).toEqual({ day: 2, cohorts: 1, size: 10, players: 2, rate: 0.2 });
  });

  test('rolling and bracket are read from their own columns, brackets only on the days they end', async () => {
    expect((await cohorts('rolling')).cohorts[0]!.cells[1]!.players).toBe(5);
    const brackets = (await cohorts('bracket')).cohorts[0]!.cells;
    expect(brackets.map(({ day, players }) => [day, players])).toEqual([
      [1, 6],
      [3, 3],
    ]);
  });
});

describe('the overview', () => {
  type Headline = { metric: string; value: number | null; previous: number | null; change: number | null };
  const pick = (body: Record<string, unknown>, metric: string) =>
    (body.metrics as Headline[]).find(one => one.metric === metric);

  test('adds, averages or divides days as each metric demands, and compares with the period of equal length before', async () => {
    const { call, keyValue } = await apiLake();
    await publishDay(keyValue, { date: '2026-03-05', dau: 2, new_players: 2, revenue_usd: 1, mau: 2 });
    await publishDay(keyValue, { date: '2026-03-06', dau: 4, new_players: 1, revenue_usd: 3, mau: 3 });
    await publishDay(keyValue, { date: '2026-03-07', dau: 6, new_players: 3, revenue_usd: 10, mau: 6 });
    await publishDay(keyValue, { date: '2026-03-08', dau: 0, new_players: 0, revenue_usd: 2, mau: 6 });
    const { body } = await call('GET', '/api/dashboard/overview?game=demo&from=2026-03-07&to=2026-03-08');
    expect(body.previous_period).toEqual({ from: '2026-03-05', to: '2026-03-06' });
    expect(pick(body, 'dau')).toMatchObject({ value: 3, previous: 3, change: 0 });
    expect(pick(body, 'new_players')).toMatchObject({ value: 3, previous: 3, change: 0 });
    expect(pick(body, 'revenue_usd')).toMatchObject({ value: 12, previous: 4, change: 2 });
    expect(pick(body, 'arpdau')).toMatchObject({ value: 2, previous: 4 / 6 });
    expect(pick(body, 'mau')).toMatchObject({ value: 6, previous: 3, change: 1 });
    expect(pick(body, 'payers')).toMatchObject({ value: 0, previous: 0, change: null });
  });

  test('does not compare with days before the game began', async () => {
    const { call, keyValue } = await apiLake();
    await publishDay(keyValue, { date: '2026-03-08', dau: 6 });
    const { body } = await call('GET', '/api/dashboard/overview?game=demo&from=2026-03-01&to=2026-03-09');
    expect(body.period).toEqual({ from: '2026-03-08', to: '2026-03-09' });
    expect(pick(body, 'dau')).toMatchObject({ value: 3, previous: null, change: null });
  });

  test('of a game nobody has played is empty', async () => {
    const { call } = await apiLake();
    expect((await call('GET', '/api/dashboard/overview?game=demo')).body).toEqual({
      game: 'demo',
      period: null,
      previous_period: null,
      metrics: [],
    });
  });
});

describe('the accounting', () => {
  test('puts what was received beside each fate, by hour, newest first; the difference is what is not accounted for', async () => {
    const { call, keyValue } = await apiLake();
    const put = (partition: string, sort: string, value: Record<string, number>) =>
      keyValue.write([{ kind: 'put', partition, sort, value }]);
    await put('received#demo', '2026-03-10T09:00:00.000Z', { events: 10, deliveries: 2 });
    await put('received#demo', '2026-03-10T10:00:00.000Z', { events: 5, deliveries: 1 });
    await put('accounting#demo', '2026-03-10T09:00:00.000Z', {
      silver: 6,
      duplicate: 1,
      quarantined: 2,
      late: 1,
      failed: 0,
      erased: 0,
    });
    const { body } = await call('GET', '/api/streaming/status?game=demo');
    expect(body.accounting).toEqual([
      {
        game: 'demo',
        hour: '2026-03-10T10:00:00.000Z',
        received: 5,
        silver: 0,
        duplicate: 0,
        quarantined: 0,
        late: 0,
        failed: 0,
        erased: 0,
        difference: 5,
      },
      {
        game: 'demo',
        hour: '2026-03-10T09:00:00.000Z',
        received: 10,
        silver: 6,
        duplicate: 1,
        quarantined: 2,
        late: 1,
        failed: 0,
        erased: 0,
        difference: 0,
      },
    ]);
    expect(body.total).toMatchObject({ received: 15, silver: 6, difference: 5 });
    const first = await call('GET', '/api/streaming/status?game=demo&limit=1');
    expect((first.body.accounting as unknown[]).length).toBe(1);
    const second = await call('GET', `/api/streaming/status?game=demo&limit=1&cursor=${first.body.next_cursor}`);
    expect(second.body.accounting).toMatchObject([{ hour: '2026-03-10T09:00:00.000Z' }]);
    expect(second.body.next_cursor).toBeNull();
  });
});

test('a refused statement is a problem with the reason for its code', async () => {
  const { call } = await apiLake({ select: async () => ({ refused: 'not_read_only', message: 'only SELECT' }) });
  expect((await call('POST', '/api/sql', { body: { sql: 'DROP TABLE x' } })).body).toMatchObject({
    code: 'not_read_only',
    detail: 'only SELECT',
  });
});
