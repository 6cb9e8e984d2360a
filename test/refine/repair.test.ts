import { afterEach, describe, expect, test } from '@jest/globals';
import type { Row } from '../../core/ports.ts';
import { models } from '../../glue/rendered/models.ts';
import { event } from '../lambdas/collecting.ts';
import { consumers } from '../lambdas/consumers.ts';
import { AT, deliveryOf, HOUR, recordOf } from '../lambdas/reading.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function lake() {
  const made = await consumers(directory());
  open.push(made.close);
  return made;
}

const purchase = (id: string, transaction_id: string) =>
  event(id, { event_type: 'purchase', properties: { transaction_id, amount: 499, currency: 'USD' } });

const FIRST = recordOf(0, deliveryOf('d0', [event('a'), event('b', { player_id: 'bob' }), purchase('p', 't1')]));
/** What came before it, so that it replaces what is merged, besides new, repeated and broken events. */
const SECOND = recordOf(
  1,
  deliveryOf('d1', [event('a'), event('c'), event('x', { country: 'x' }), purchase('q', 't2')], {
    received_at: AT - HOUR,
  }),
);

async function everything({ fates, total, keyValue }: Awaited<ReturnType<typeof lake>>) {
  const marts = ['mart#daily_metrics#g', 'mart#retention#g'].map(partition => keyValue.query(partition));
  return { fates: await fates(), total: await total(), marts: await Promise.all(marts) };
}

/** What changes tables that outlive a run. */
const LASTING = /^\s*(INSERT INTO|MERGE INTO|DELETE FROM) (?!refine\.games)/;

test('a run that stops before any statement that writes is repaired by the next', async () => {
  const whole = await lake();
  await whole.consume([FIRST]);
  await whole.run();
  const before = whole.statements.length;
  await whole.consume([SECOND]);
  await whole.run();
  const wanted = await everything(whole);
  const stops = whole.statements.flatMap((sql, at) => (at >= before && LASTING.test(sql) ? [at] : []));
  expect(stops.length).toBeGreaterThan(10);
  expect(wanted.total).toMatchObject({ received: 7, silver: 5, duplicate: 1, quarantined: 1, difference: 0 });

  for (const stop of stops) {
    const stopped = await lake();
    await stopped.consume([FIRST]);
    await stopped.run();
    await stopped.consume([SECOND]);
    stopped.world.stop_after = stop;
    await expect(stopped.run()).rejects.toThrow('stopped');
    stopped.world.stop_after = Number.POSITIVE_INFINITY;
    await stopped.run();
    const sql = whole.statements[stop];
    expect([sql, await everything(stopped)]).toEqual([sql, wanted]);
  }
}, 180_000);

test('with nothing new no statement runs', async () => {
  const { run, consume, statements } = await lake();
  expect(await run()).toMatchObject({ objects: 0, entered: 0, models: [] });
  expect(statements).toEqual([]);
  await consume([FIRST]);
  expect(await run()).toMatchObject({ objects: 1, entered: 3, duplicate: 0 });
  const { length } = statements;
  await run();
  expect(statements).toHaveLength(length);
});

test('a run is remembered with what it did', async () => {
  const { run, consume, keyValue } = await lake();
  await consume([FIRST]);
  const done = await run();
  expect(await keyValue.query('runs')).toMatchObject([
    { sort: done.started_at, value: { run_id: done.run_id, objects: 1, entered: 3 } },
  ]);
});

/** What the engine would answer if the check, of which this is a part, found a row. */
function failing(sql: string, part: string): Row[] | undefined {
  const check = models.flatMap(model => model.checks).find(each => each.sql.includes(part))!;
  return sql.startsWith('SELECT') && sql.includes(`'${check.name}' AS name`)
    ? [{ name: check.name, found: 1 }]
    : undefined;
}

describe('a mart whose check fails', () => {
  const daily = (lake: Awaited<ReturnType<typeof consumers>>) => async () => {
    const items = await lake.keyValue.query('mart#daily_metrics#g', { prefix: 'total#' });
    const days = items.map(({ value }) => value as { event_date: string; dau: number });
    return days.filter(({ dau }) => dau > 0).map(({ event_date, dau }) => [event_date, dau]);
  };
  const playing = (n: number, player_id: string, date: string) =>
    recordOf(n, deliveryOf(`d${n}`, [event(`e${n}`, { player_id, client_time: `${date}T09:00:00Z` })]));

  test('keeps its last good numbers, and has those of every day once it passes again', async () => {
    const made = await lake();
    const dau = daily(made);
    await made.consume([playing(0, 'anna', '2026-03-01')]);
    await made.run();
    made.world.answer = sql => failing(sql, 'dau > wau');
    await made.consume([playing(1, 'bob', '2026-02-10'), playing(2, 'bob', '2026-03-01')]);
    const { models } = await made.run();
    expect(models.find(({ model }) => model === 'gold.daily_metrics')).toMatchObject({ passed: false });
    expect(await dau()).toEqual([['2026-03-01', 1]]);

    made.world.answer = () => undefined;
    await made.consume([playing(3, 'cem', '2026-03-01')]);
    await made.run();
    expect(await dau()).toEqual([
      ['2026-02-10', 1],
      ['2026-03-01', 3],
    ]);
  });

  test('keeps them too when the check of a table fails that it is made from', async () => {
    const made = await lake();
    await made.consume([playing(0, 'anna', '2026-03-01')]);
    await made.run();
    made.world.answer = sql => failing(sql, 'player_days WHERE event_date BETWEEN :from AND :to AND events < 1');
    await made.consume([playing(1, 'bob', '2026-03-01')]);
    await made.run();
    expect(await daily(made)()).toEqual([['2026-03-01', 1]]);
    made.world.answer = () => undefined;
    await made.consume([playing(2, 'cem', '2026-03-01')]);
    await made.run();
    expect(await daily(made)()).toEqual([['2026-03-01', 3]]);
  });

  test('on the night its days moved on, has them once it passes again', async () => {
    const made = await lake();
    await made.consume([playing(0, 'anna', '2026-03-01')]);
    await made.run();
    made.clock.advance(24 * HOUR);
    made.world.answer = sql => failing(sql, 'dau > wau');
    await made.run();
    made.world.answer = () => undefined;
    await made.run();
    const [, today] = await made.keyValue.query('mart#daily_metrics#g', { prefix: 'total#' });
    expect(today?.value).toMatchObject({ event_date: '2026-03-02', dau: 0, wau: 1 });
  });
});
