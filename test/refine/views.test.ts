import { afterAll, describe, expect, test } from '@jest/globals';
import { tables } from '../../glue/rendered/columns.ts';
import { eventContracts } from '../../glue/rendered/contracts.ts';
import { ensureTables } from '../../lambdas/refine/tables.ts';
import { emptyLake, givenEvents } from '../models/lake.ts';

const engine = await emptyLake();
afterAll(() => engine.close());
const columnsOf = async (view: string) =>
  (await engine.run(`DESCRIBE silver.${view}`)).map(({ column_name }) => String(column_name));

describe('a view per contract', () => {
  test('is there for every event type', async () => {
    const found = await engine.run("SELECT table_name FROM information_schema.views WHERE table_schema = 'silver'");
    expect(found.map(row => row.table_name).sort()).toEqual(Object.keys(eventContracts).sort());
  });

  test("has its contract's columns in the order of silver.events, and no other event's", async () => {
    const refund = await columnsOf('refund');
    const all = tables['silver.events'].columns.map(({ name }) => name);
    expect(refund).toEqual(all.filter(name => refund.includes(name)));
    expect(refund).toEqual(expect.arrayContaining(['event_id', 'player_key', 'refund_reason', 'amount', 'amount_usd']));
    for (const other of ['score', 'ad_format', 'reason']) expect(refund).not.toContain(other);
    expect(await columnsOf('match_end')).not.toContain('amount_usd');
    expect(await columnsOf('ad_impression')).toContain('amount_usd');
  });

  test('has the events of its type', async () => {
    await givenEvents(engine, [
      { player: 'anna', at: '2026-03-01T10:00:00Z', event_type: 'match_end', score: 7 },
      { player: 'anna', at: '2026-03-01T10:01:00Z', event_type: 'purchase', amount: 499 },
    ]);
    expect(await engine.run('SELECT player_key, score FROM silver.match_end')).toEqual([
      { player_key: 'anna', score: 7 },
    ]);
  });

  test('is made anew when the lake is opened again', async () => {
    await engine.run('ALTER TABLE silver.events DROP COLUMN score');
    await ensureTables(engine);
    expect(await engine.run('SELECT score FROM silver.match_end')).toEqual([{ score: null }]);
  });
});
