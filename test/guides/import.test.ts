import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../../core/ports.ts';
import { lakeJson } from '../flow/command-line.ts';
import { dataset, describeDataset, readDataset } from '../flow/datasets.ts';
import { lakeDirectory } from '../flow/running-server.ts';

const ORDERS = 'cdnow-ltv/CDNOW_sample.txt.gz';
const PURCHASES = 'mobile-iap/mobile_game_inapp_purchases.csv.gz';
const EVENTS = 'aws-game-events/sample_events_5000.jsonl.gz';

let dir: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ dir, remove } = await lakeDirectory());
});
afterAll(() => remove?.());

const importExample = (name: string, file: string) =>
  lakeJson<Imported>('import', '--dir', dir, '--game', name, '--sql', `docs/guides/import/${name}.sql`, dataset(file));
const query = async (sql: string) => (await lakeJson<{ rows: Row[] }>('query', '--dir', dir, sql)).rows;
type Imported = { rows: number; accounting: Record<string, number> };

/** Sums by name, as [name, sum] in order of the names. */
function sums<T>(rows: readonly T[], name: (row: T) => string, value: (row: T) => number): [string, number][] {
  const found = new Map<string, number>();
  for (const row of rows) found.set(name(row), (found.get(name(row)) ?? 0) + value(row));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
const cents = (usd: unknown) => Math.round(Number(usd) * 100);
const numbers = (pairs: readonly [string, number][]) => pairs.map(([, value]) => value).sort((a, b) => a - b);

describeDataset(ORDERS, 'cdnow-ltv', () => {
  test('orders in fixed columns: each is a purchase, and each customer and day has its revenue', async () => {
    const orders = readDataset(ORDERS)
      .trimEnd()
      .split('\n')
      .map(line => {
        const [customer, , day, , dollars] = line.trim().split(/\s+/);
        return { customer: customer!, day: day!.replace(/(....)(..)(..)/, '$1-$2-$3'), cents: cents(dollars) };
      });
    const { accounting } = await importExample('cdnow-ltv', ORDERS);
    expect(accounting).toMatchObject({ received: 6919, silver: 6919, difference: 0 });
    const days = await query(
      "SELECT event_date, revenue_usd FROM gold.daily_metrics WHERE game = 'cdnow-ltv' AND dimension = 'total' AND dau > 0 ORDER BY 1",
    );
    expect(days.map(row => [row.event_date, cents(row.revenue_usd)])).toEqual(
      sums(
        orders,
        o => o.day,
        o => o.cents,
      ),
    );
    expect(await revenues('cdnow-ltv')).toEqual(
      numbers(
        sums(
          orders,
          o => o.customer,
          o => o.cents,
        ),
      ),
    );
    const byCustomer = sums(
      orders,
      o => o.customer,
      o => o.cents,
    );
    expect([byCustomer.length, byCustomer.reduce((sum, [, value]) => sum + value, 0)]).toEqual([2357, 24_409_194]);
    expect([days[0]?.event_date, days.at(-1)?.event_date].map(day => String(day).slice(0, 4))).toEqual([
      '1997',
      '1998',
    ]);
  });
});

/** What each player has spent in all, in cents, the least first. */
const revenues = async (game: string): Promise<number[]> =>
  (
    await query(
      `SELECT sum(revenue_usd) AS usd FROM silver.player_days WHERE game = '${game}' GROUP BY player_key ORDER BY 1`,
    )
  ).map(row => cents(row.usd));

describeDataset(PURCHASES, 'mobile-iap', () => {
  test('a summary a player: who has a day is a payer of that day, who has none is quarantined', async () => {
    const [head, ...lines] = readDataset(PURCHASES).trim().split(/\r?\n/).map(cellsOf);
    const rows = lines.map(cells => Object.fromEntries(head!.map((name, n) => [name, cells[n] ?? ''])));
    const placed = rows.filter(row => row.LastPurchaseDate !== '');
    const { accounting } = await importExample('mobile-iap', PURCHASES);
    expect(accounting).toMatchObject({ received: 3024, silver: 2888, quarantined: 136, difference: 0 });
    expect([rows.length, placed.length]).toEqual([3024, 2888]);
    const paid = (row: Record<string, string>) => cents(row.InAppPurchaseAmount!.replaceAll(/[$,]/g, ''));
    const byPlayer = numbers(sums(placed, row => row.UserID!, paid));
    expect(await revenues('mobile-iap')).toEqual(byPlayer);
    expect(byPlayer.reduce((sum, value) => sum + value, 0)).toBe(29_625_931);
    const days = await query(
      "SELECT event_date, revenue_usd FROM gold.daily_metrics WHERE game = 'mobile-iap' AND dimension = 'total' AND dau > 0 ORDER BY 1",
    );
    expect(days.map(row => [row.event_date, cents(row.revenue_usd)])).toEqual(sums(placed, dayOf, paid));
    const devices = await query(
      "SELECT coalesce(platform, '') AS platform, count(*) AS n FROM silver.events WHERE game = 'mobile-iap' GROUP BY 1 ORDER BY 1",
    );
    const device = (row: Record<string, string>) => row.Device!.toLowerCase().replace('unknown', '');
    expect(devices.map(row => [row.platform, row.n])).toEqual(sums(placed, device, () => 1));
  });
});

/** The cells of a CSV line. */
const cellsOf = (line: string): string[] =>
  [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare!);

function dayOf({ LastPurchaseDate }: Record<string, string>): string {
  const [month, day, year] = LastPurchaseDate!.split('/');
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

describeDataset(EVENTS, 'aws-game-events', () => {
  const NAMES: Record<string, string> = {
    login: 'session_start',
    logout: 'session_end',
    match_end: 'match_end',
    iap_transaction: 'purchase',
  };
  const CURRENCIES: Record<string, string> = { RMB: 'CNY', YEN: 'JPY' };
  type Sent = { event_id: string; event_type: string; event_data: Record<string, string | number> };

  test('events of nobody: all are kept with all their data, and none is in a KPI', async () => {
    const events = readDataset(EVENTS)
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { event: Sent }).event);
    const { accounting } = await importExample('aws-game-events', EVENTS);
    expect(accounting).toMatchObject({ received: 5000, silver: 5000, difference: 0 });
    expect(new Set(events.map(({ event_type }) => event_type)).size).toBe(19);
    const silver = await query(
      "SELECT event_id, event_type, custom_name, environment, attributes, amount, currency FROM silver.events WHERE game = 'aws-game-events'",
    );
    const found = new Map(silver.map(row => [row.event_id, row]));
    const wrong = events.filter(
      event => JSON.stringify(told(found.get(event.event_id))) !== JSON.stringify(expected(event)),
    );
    expect(wrong.slice(0, 2).map(event => [told(found.get(event.event_id)), expected(event)])).toEqual([]);
    const kpis = await query("SELECT count(*) AS n FROM gold.daily_metrics WHERE game = 'aws-game-events'");
    expect(kpis).toEqual([{ n: 0 }]);
  });

  const told = (row: Row | undefined) => [
    row?.event_type,
    row?.custom_name,
    row?.environment,
    sorted(JSON.parse(String(row?.attributes ?? '{}'))),
    row?.amount,
    row?.currency,
  ];

  function expected({ event_type, event_data }: Sent) {
    const isProgression = /^(level_|tutorial_)/.test(event_type);
    const type = isProgression ? 'progression' : (NAMES[event_type] ?? 'custom');
    const name = String(event_data.currency_type);
    const money =
      type === 'purchase'
        ? [Number(event_data.currency_amount) * (name === 'YEN' ? 1 : 100), CURRENCIES[name] ?? name]
        : [null, null];
    return [type, type === 'custom' ? event_type : null, 'test', sorted(event_data), ...money];
  }
});

const sorted = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
