import { describe, expect, test } from '@jest/globals';
import { ledgerOf } from '../../localstack/studio/ledger.ts';
import type { Made, Sent } from '../../localstack/studio/made.ts';
import { truthOf } from '../../localstack/studio/truth.ts';

const AT_PAR = ({ amount }: { amount: number }) => amount;
let ids = 0;

/** An event of one player at a moment, unless said otherwise; its id is new. */
function made(at: string, event: Record<string, unknown> = {}, known: Partial<Made> = {}): Made {
  ids += 1;
  const envelope = { event_id: `e${ids}`, event_type: 'custom', player_id: 'anna', environment: 'production' };
  return { client_time: Date.parse(at), event: { ...envelope, ...event }, ...known };
}

const purchase = (at: string, transaction_id: string, more: object = {}) =>
  made(at, { event_type: 'purchase', properties: { transaction_id, amount: 499, currency: 'USD', ...more } });

/** The truth about these events, each in a request of its own, received in this order one second after the latest. */
function truthAbout(events: readonly Made[], { offset = 0, skew = 0 } = {}) {
  const ledger = ledgerOf(offset);
  const received_at = Math.max(...events.map(({ client_time }) => client_time)) + 1000 - skew;
  const send = (one: Made, n: number): Sent => ({
    received_at: received_at + n,
    sent_at: received_at + n + skew,
    events: [one],
  });
  events.map(send).forEach(ledger.note);
  return truthOf(ledger, AT_PAR);
}

describe('the truth, by hand', () => {
  test('the earliest report of a transaction counts, whichever is received first', () => {
    const { days } = truthAbout([purchase('2026-03-02T00:00:02Z', 'T1'), purchase('2026-03-01T23:59:58Z', 'T1')]);
    expect(days.map(({ date, purchases, revenue_usd_micros }) => [date, purchases, revenue_usd_micros])).toEqual([
      ['2026-03-01', 1, 499],
      ['2026-03-02', 0, 0],
    ]);
  });

  test('a sandboxed purchase makes its player active and nobody rich', () => {
    const { days } = truthAbout([purchase('2026-03-01T12:00:00Z', 'T1', { sandbox: true })]);
    expect(days).toMatchObject([{ dau: 1, purchases: 0, payers: 0, revenue_usd_micros: 0 }]);
  });

  test('a refund takes from the day it is made', () => {
    const refund = { event_type: 'refund', properties: { transaction_id: 'T1', amount: 499, currency: 'USD' } };
    const { days, totals } = truthAbout([purchase('2026-03-01T12:00:00Z', 'T1'), made('2026-03-03T12:00:00Z', refund)]);
    expect(days.map(day => day.revenue_usd_micros)).toEqual([499, 0, -499]);
    expect(totals).toEqual({ purchases: { USD: 499 }, refunds: { USD: 499 }, ads: {} });
  });

  test('half an hour of silence parts sessions, a session id holds one together', () => {
    const silent = ['10:00', '10:30', '11:01'].map(time => made(`2026-03-01T${time}:00Z`));
    const named = ['10:00', '13:00'].map(time => made(`2026-03-01T${time}:00Z`, { session_id: 's' }));
    expect(truthAbout(silent).days).toMatchObject([{ sessions: 2, playtime_ms: 30 * 60_000 }]);
    expect(truthAbout(named).days).toMatchObject([{ sessions: 1, playtime_ms: 180 * 60_000 }]);
  });

  test('a session belongs to the day it began, in the offset of the game', () => {
    const events = ['2026-03-01T16:50:00Z', '2026-03-01T17:10:00Z'].map(at => made(at, { session_id: 's' }));
    const { days } = truthAbout(events, { offset: 420 });
    expect(days.map(({ date, dau, sessions }) => [date, dau, sessions])).toEqual([
      ['2026-03-01', 1, 1],
      ['2026-03-02', 1, 0],
    ]);
  });

  test('a clock three hours and two minutes ahead is put back by three hours', () => {
    const skew = 182 * 60_000;
    const { days } = truthAbout([made('2026-03-02T02:30:00Z')], { skew });
    expect(days.map(({ date }) => date)).toEqual(['2026-03-01']);
  });

  test('an event is late after thirty days and from the future after an hour', () => {
    const now = made('2026-03-31T12:00:00Z');
    const last = made('2026-03-01T12:00:02Z');
    const late = made('2026-03-01T12:00:00Z');
    expect(truthAbout([now, last, late])).toMatchObject({ received: 3, silver: 2, late: 1 });
    const ledger = ledgerOf(0);
    const received_at = Date.parse('2026-03-01T12:00:00Z');
    ledger.note({ received_at, events: [made('2026-03-01T13:00:00Z'), made('2026-03-01T13:00:01Z')] });
    expect(ledger.fates).toMatchObject({ silver: 1, quarantined: { from_the_future: 1 } });
  });

  test('the same id is a duplicate of one player and none of two, and a conflict with other content', () => {
    const id = { event_id: 'same' };
    const at = '2026-03-01T12:00:00Z';
    const events = [
      made(at, id),
      made(at, id),
      made(at, { ...id, player_id: 'budi' }),
      made(at, id, { changed: true }),
    ];
    expect(truthAbout(events)).toMatchObject({ received: 4, silver: 2, duplicate: 2, conflicts: 1 });
  });

  test('tests and servers are in silver and in no number', () => {
    const at = '2026-03-01T12:00:00Z';
    const { silver, days } = truthAbout([made(at, { environment: 'test' }), made(at, { player_id: undefined })]);
    expect({ silver, days }).toEqual({ silver: 2, days: [] });
  });

  test('players return on the days they return', () => {
    const active = { anna: [1, 2, 8], budi: [1, 8], citra: [2] };
    const events = Object.entries(active).flatMap(([player_id, days]) =>
      days.map(day => made(`2026-03-0${day}T12:00:00Z`, { player_id, country: 'ID' })),
    );
    const { cohorts, days, dau_by } = truthAbout(events);
    expect(cohorts).toEqual([
      { cohort_date: '2026-03-01', size: 2, players: [2, 1, 0, 0, 0, 0, 0, 2] },
      { cohort_date: '2026-03-02', size: 1, players: [1, 0, 0, 0, 0, 0, 0] },
    ]);
    expect(days.map(({ wau }) => wau)).toEqual([2, 3, 3, 3, 3, 3, 3, 3]);
    expect(dau_by.country['2026-03-08']).toEqual({ ID: 2 });
  });
});
