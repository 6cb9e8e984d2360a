import { describe, expect, test } from '@jest/globals';
import { limits, timeBounds } from '../../core/limits.ts';
import { reasons } from '../../core/reasons.ts';
import { DAY, HOUR } from '../../core/time.ts';
import { readOnly } from '../../localstack/read-only.ts';
import { apiLake } from '../api/lake.ts';
import { collecting } from '../lambdas/collecting.ts';
import { emptyLake } from '../models/lake.ts';
import { fateReasons, gatewayProblems, problemsIn, registryProblems, sqlProblems } from './codes.ts';
import type { GuideRow, Section } from './guide.ts';
import { readGuide, spanOf, spansIn, writtenOut } from './guide.ts';

const guide = readGuide('docs/guides/errors.md');
const minute = guide['In one minute'] as Section;
const events = guide.Events as Section;
const requests = guide.Requests as Section;
const api = guide.API as Section;
const [goodEvent] = events.blocks.json as [string];
const RECEIVED = Date.UTC(2026, 2, 1, 10, 0, 5);

const codesIn = (rows: GuideRow[] = []) => rows.map(row => spanOf(row.code!));
const problemsOf = (rows: GuideRow[] = []) => rows.map(row => `${row.status} ${spanOf(row.code!)}`);
const examplesIn = (rows: GuideRow[] = []) =>
  rows.flatMap(row =>
    spansIn(row.example ?? '').map((example): [string, number, string] => [
      example,
      Number(row.status),
      spanOf(row.code!),
    ]),
  );

test('the worked example is answered as the guide says', async () => {
  const { post, setNextId } = await collecting(RECEIVED);
  const [command = ''] = minute.blocks.bash ?? [];
  const [, body = ''] = / -d '([\s\S]*)'\n$/.exec(command) ?? [];
  const answer = JSON.parse(minute.blocks.json![0]!);
  setNextId(answer.delivery_id);
  expect(await post(body.replaceAll(/'\$\(date [^)]*\)'/g, '2026-03-01T10:00:00Z'))).toMatchObject({
    status: 207,
    body: answer,
  });
});

describe('an event is refused as the guide says', () => {
  test('but the one that the examples change is accepted', async () => {
    const { post } = await collecting(RECEIVED);
    expect(await post(`{"events": [${goodEvent}]}`)).toMatchObject({ status: 201, body: { accepted: 1 } });
  });

  for (const [example, , code] of examplesIn(events.tables.code))
    test(`${code}: ${example}`, async () => {
      const { post } = await collecting(RECEIVED);
      const { body } = await post(`{"events": [${changed(writtenOut(example))}]}`);
      expect(body.results).toMatchObject([{ status: 'rejected', code }]);
    });
});

describe('a request is refused as the guide says', () => {
  for (const [example, status, code] of examplesIn(requests.tables.code))
    test(`${code}: ${example}`, async () => {
      const { post, stream } = await collecting(RECEIVED);
      expect(await post(writtenOut(example))).toMatchObject({ status, body: { code } });
      expect(stream.records).toEqual([]);
    });

  for (const [example, status, code] of examplesIn(api.tables.code))
    test(`${code}: ${example}`, async () => {
      const { call } = await apiLake({ select: readOnly(await emptyLake()) });
      const [, method = '', path = '', raw] = /^(\w+) (\S+)(?: (.*))?$/.exec(example)!;
      const answer = await call(method, path, raw === undefined ? {} : { raw });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });
});

describe('the guide has a row for every code, and for no other', () => {
  const anywhere = ['404 not_found', '405 method_not_allowed'];

  test('of events, each with an example', () => {
    expect(codesIn(events.tables.code).sort()).toEqual([...reasons].sort());
    expect(examplesIn(events.tables.code).map(([, , code]) => code)).toEqual(expect.arrayContaining([...reasons]));
  });

  test('of silver.fates', () =>
    expect(events.tables.reason!.map(row => spanOf(row.reason!)).sort()).toEqual(fateReasons().sort()));

  test('of requests', () =>
    expect(new Set(problemsOf(requests.tables.code))).toEqual(
      new Set([
        ...problemsIn('lambdas/collect'),
        ...problemsIn('localstack/server'),
        ...gatewayProblems(),
        ...anywhere,
      ]),
    ));

  test('of the API', () =>
    expect(new Set([...problemsOf(api.tables.code), ...anywhere, '500 internal_error'])).toEqual(
      new Set([...problemsIn('lambdas/api'), ...registryProblems(), ...sqlProblems()]),
    ));
});

test('the limits are those of the code', () => {
  const rows = guide.Limits!.tables.limit!.map(row => [spanOf(row.limit!), numberOf(row.value!)]);
  expect(Object.fromEntries(rows)).toEqual({ ...limits, ...timeBounds });
});

const UNITS: Record<string, number> = { MiB: 1024 * 1024, KiB: 1024, hour: HOUR, days: DAY };

function numberOf(value: string): number {
  const [, number, unit = ''] = /^(\d+) (\w+)/.exec(value)!;
  return Number(number) * (UNITS[unit] ?? 1);
}

/** The guide's event with an example's names in place of its own; what is no object takes its place. */
function changed(example: string): string {
  if (!example.startsWith('{')) return example;
  const names = example.slice(1, -1);
  // written as text: the last of a repeated name counts, and __proto__ stays a name
  return `${goodEvent.trim().slice(0, -1)}, ${names}}`;
}
