import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { billOf } from '../../bench/cost/bill.ts';
import { oneRegion, twoRegions } from '../../bench/cost/deployments.ts';
import { flowOf, slowdown } from '../../bench/cost/flow.ts';
import { keyValueLines, streamLines } from '../../bench/cost/ingest-lines.ts';
import type { Line, Priced } from '../../bench/cost/lines.ts';
import type { Choices, Load } from '../../bench/cost/load.ts';
import type { Measures } from '../../bench/cost/measures.ts';
import { measured, readMeasures } from '../../bench/cost/measures.ts';
import { tracesOf } from '../../bench/cost/operations-lines.ts';
import { dollarsOf, freeDollars, readPrices } from '../../bench/cost/prices.ts';
import type { Scan } from '../../bench/cost/scan-table.ts';
import { scansOfRun } from '../../bench/cost/scan-table.ts';
import { oldestDay, readShare, rowsPerEvent, scanBytes, scansOf } from '../../bench/cost/scans.ts';
import { run } from '../flow/command-line.ts';

const prices = readPrices();
const load: Load = { events_per_second: 100, events_per_request: 100, history_days: 30, choices: oneRegion };
const measure = (value: number) => ({ value, unit: '', how: '' });
const given = (values: Record<string, number>): Measures =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, measure(value)]));

/** A load whose records are of so many bytes. */
function priced(record_bytes: number, changed: Partial<Load> = {}): Priced {
  const line = (group: Line['group'], price: string, quantity: number): Line => ({
    group,
    price,
    item: '',
    quantity,
    unit: '',
    dollars: 0,
  });
  return { load: { ...load, ...changed }, measures: {}, at: () => record_bytes, line };
}
const quantities = (lines: readonly Line[]) =>
  Object.fromEntries(lines.map(({ price, quantity }) => [price, quantity]));
const streaming = (stream: Choices['stream']): Partial<Load> => ({ choices: { ...oneRegion, stream } });

test('each tier of a price is paid for its own part', () => {
  // 300 million at 1.00, 100 million at 0.90
  expect(dollarsOf(prices, 'apigateway.request', 400_000_000)).toBeCloseTo(390, 6);
  expect(dollarsOf(prices, 'kms.key', 3)).toBe(3);
  expect(() => dollarsOf(prices, 'kms.kee', 3)).toThrow("there is no price 'kms.kee'");
});

test('what every account has for nothing is told as far as it is used', () => {
  expect(freeDollars(prices, 'cloudwatch.dashboard', 1)).toBe(3);
  expect(freeDollars(prices, 'cloudwatch.dashboard', 5)).toBe(9);
  expect(freeDollars(prices, 'waf.acl', 1)).toBe(0);
});

test('every price names its source, its day and whether someone confirms it', () => {
  for (const [name, { source, date, confirmed, price, tiers }] of Object.entries(prices)) {
    expect([name, source]).toEqual([name, expect.stringMatching(/^https:\/\/aws\.amazon\.com\//)]);
    expect([name, date]).toEqual([name, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect([name, confirmed === false || confirmed.length > 10]).toEqual([name, true]);
    expect([name, (price === undefined) !== (tiers === undefined)]).toEqual([name, true]);
  }
});

test('a request a second is 2,592,000 a month, a batch for every window, two objects a batch', () => {
  const choices = { ...oneRegion, windows: { transform: 60, live: 1 } };
  expect(flowOf(priced(22_000, { choices }))).toEqual({
    events: 259_200_000,
    requests: 2_592_000,
    record_bytes: 2_592_000 * 22_000,
    shards: 1,
    transforms: 43_200,
    lives: 2_592_000,
    objects: 86_400,
  });
});

test('a batch is also full at its number of records, and there is none without a request', () => {
  // 100 requests a second in batches of 200: one every two seconds
  expect(flowOf(priced(100, { events_per_second: 10_000 })).transforms).toBe(1_296_000);
  // ten shards' windows, but a request every ten seconds
  expect(flowOf(priced(100, { events_per_second: 10 })).lives).toBe(259_200);
});

test('a stream has the shards that half of their bytes or records fill', () => {
  // 100 requests of 20 KiB are 2,000 KiB a second; a shard is to take 512 KiB
  expect(flowOf(priced(20 * 1024, { events_per_second: 10_000 })).shards).toBe(4);
  // 1,000 small requests a second; a shard is to take 500
  expect(flowOf(priced(100, { events_per_second: 10_000, events_per_request: 10 })).shards).toBe(2);
});

test('a provisioned stream costs shard-hours, units of 25 KiB, and longer retention by the shard-hour', () => {
  expect(quantities(streamLines(priced(30 * 1024, streaming({ mode: 'provisioned', retention_hours: 24 }))))).toEqual({
    'kinesis.shard_hour': 720,
    'kinesis.put_unit': 5_184_000,
  });
  expect(quantities(streamLines(priced(1024, streaming({ mode: 'provisioned', retention_hours: 168 }))))).toEqual({
    'kinesis.shard_hour': 720,
    'kinesis.put_unit': 2_592_000,
    'kinesis.extended_shard_hour': 720,
  });
});

test('a stream on demand costs hours and gigabytes, each record rounded up to a KiB, read by two consumers', () => {
  const { choices } = { ...streaming({ mode: 'on_demand', retention_hours: 168 }) };
  const lines = quantities(streamLines(priced(1536, { events_per_second: 100, ...(choices && { choices }) })));
  const gib = 2_592_000 / 1024 ** 2;
  expect(lines['kinesis.on_demand_hour']).toBe(720);
  expect(lines['kinesis.on_demand_in']).toBeCloseTo(gib * 2, 9);
  expect(lines['kinesis.on_demand_out']).toBeCloseTo(gib * 3, 9);
  // six more days of 30
  expect(lines['kinesis.on_demand_retained']).toBeCloseTo((gib * 2) / 5, 9);
});

test('a delivery and its count are written in one transaction, an object is noted and then moved', () => {
  // (2,592,000 deliveries + 518,400 counts, one every 5 s) × 2, 172,800 objects × 3 × 2, 2,880 runs × 280
  expect(quantities(keyValueLines(priced(22_000)))['dynamodb.write']).toBe(8_064_000);
});

test('a function with a full vCPU is 1.5 times slower than here, one with half of that memory three times', () => {
  expect(slowdown('transform')).toBe(1.5);
  expect(slowdown('collect')).toBeCloseTo((1.5 * 1769) / 1024, 9);
});

test('X-Ray records the first call of a second and a twentieth of the others', () => {
  expect(tracesOf(0)).toBe(0);
  // 100 a second: 1 + 0.05 × 99 = 5.95
  expect(tracesOf(259_200_000)).toBeCloseTo(15_422_400, 3);
});

const scan = (changed: Partial<Scan>): Scan => ({
  step: '',
  table: 'silver.events',
  columns: ['event_id', 'event_date'],
  days: 1,
  times: 1,
  every: 'run',
  ...changed,
});

test('a scan reads its columns of the days before today and of half of today', () => {
  const measures = given({ 'silver.events.rows': 1, 'silver.events.event_id': 10, 'silver.events.event_date': 5 });
  const bytes = (changed: Partial<Scan>) => scanBytes({ load, measures }, scan(changed));
  // 100 × 86,400 events a day of 15 bytes, a day and a half
  expect(bytes({})).toBe(194_400_000);
  expect(bytes({ times: 4 })).toBe(4 * 194_400_000);
  expect(bytes({ days: 'all' })).toBe(30 * 129_600_000);
  expect(bytes({ days: 90 })).toBe(30 * 129_600_000);
  // 15 minutes
  expect(bytes({ days: 'run' })).toBe(100 * 900 * 15);
});

test('what a real Trino read, where somebody counted, is the share of what we expect', () => {
  const scans = scansOfRun(1, () => ['received_at']).filter(({ every }) => every === 'run');
  const measures = given({
    ...Object.fromEntries(
      scans
        .flatMap(({ table, columns }) => [`${table}.rows`, ...columns.map(name => `${table}.${name}`)])
        .map(name => [name, 0]),
    ),
    'silver.events.rows': 1,
    'silver.events.received_at': 8,
    'silver.sessions.rows': 0.1,
  });
  // eight bytes of a million events a day: of a run's 15 minutes, or of days before and half of today, of which there are 3.75
  const days = { run: 900 / 86_400, all: 3.75 };
  const expected = scans
    .filter(({ table, columns }) => table === 'silver.events' && columns.includes('received_at'))
    .reduce(
      (sum, scan) =>
        sum + 8e6 * scan.times * (typeof scan.days === 'number' ? Math.min(scan.days + 0.5, 3.75) : days[scan.days]),
      0,
    );
  expect(readShare({ load, measures })).toBe(1);
  const counted = { ...measures, run_bytes_per_million_events_a_day: measure(expected / 4) };
  expect(readShare({ load, measures: counted })).toBeCloseTo(0.25, 9);
});

test('models read the recent days in every run, and all that was touched once a day; the merge looks for ids on all of them', () => {
  const scans = scansOfRun(9, () => ['event_date']);
  const days = (step: string) => scans.filter(scan => scan.step.startsWith(step)).map(scan => [scan.days, scan.every]);
  // yesterday, the day before it, which it may change, and the two that sessions look back
  expect(days('sessions: events')).toEqual([
    [4, 'run'],
    [12, 'day'],
  ]);
  expect(days('merge: what is contested')).toEqual([[10, 'run']]);
  expect(days('sweep: keys held twice')).toEqual([['all', 'day']]);
});

test('up to silver, refine merges and sweeps, and no model is paid for', () => {
  const sources = { measures: readMeasures().measures };
  const steps = (models: boolean) =>
    scansOf({ ...sources, load: { ...load, choices: { ...oneRegion, models } } }).scans.map(({ step }) => step);
  expect(steps(false)).toEqual(steps(true).filter(step => step.startsWith('merge:') || step.startsWith('sweep:')));
  expect(steps(true)).toContain('players: days');
});

test('where a request holds more events than a session of the sample, there are fewer sessions and players', () => {
  const measures = given({ 'silver.sessions.rows': 0.1, 'silver.players.rows': 0.02, 'silver.events.rows': 1 });
  const rows = (table: string, events_per_request: number) =>
    rowsPerEvent({ measures, load: { ...load, events_per_request } }, table);
  expect(rows('silver.sessions', 100)).toBeCloseTo(0.01, 9);
  expect(rows('silver.players', 100)).toBeCloseTo(0.002, 9);
  expect(rows('silver.players', 5)).toBeCloseTo(0.02, 9);
  expect(rows('silver.events', 100)).toBe(1);
});

test('the oldest day of a run is that of the rarest event of which it has one', () => {
  const measures = given({ arrived_after_0: 0.9, arrived_after_2: 0.09, arrived_after_9: 0.01 });
  expect([oldestDay(measures, 1000), oldestDay(measures, 20), oldestDay(measures, 1)]).toEqual([9, 2, 0]);
});

test('a bill is the sum of its lines, by the million events too, and a second region costs extra', () => {
  const sources = { measures: readMeasures().measures, prices };
  const bill = billOf(load, sources);
  expect(bill.dollars).toBeCloseTo(
    bill.lines.reduce((sum, line) => sum + line.dollars, 0),
    9,
  );
  expect(bill.per_million).toBeCloseTo(bill.dollars / 259.2, 9);
  const two = billOf({ ...load, choices: twoRegions }, sources);
  const second = two.lines.filter(line => line.group === 'second region');
  expect(second.length).toBeGreaterThan(10);
  expect(two.dollars).toBeCloseTo(bill.dollars + second.reduce((sum, line) => sum + line.dollars, 0), 9);
});

test('a figure that nobody measured is asked for by its name', () => {
  expect(() => measured({}, 'record_bytes@50')).toThrow("nothing is measured under 'record_bytes@50'");
});

test('the table of the README is what the command prints', async () => {
  const [, shown] = /<!-- npm run cost -- --markdown -->\n([\s\S]*?)\n<!--/.exec(readFileSync('README.md', 'utf8'))!;
  const { code, stdout } = await run(process.execPath, ['bench/cost.ts', '--markdown']);
  expect([code, stdout.trimEnd()]).toEqual([0, shown]);
});
