import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type StudioOptions, studio } from '../../localstack/studio/studio.ts';
import { PLANTED } from '../../localstack/studio/words.ts';

const MONTH: StudioOptions = { seed: 7, players: 2000, start: '2026-03-01', days: 30 };
const AT_PAR = ({ amount }: { amount: number }) => amount;

const month = studio(MONTH);
const requests = [...month.requests()];
const events = requests.flatMap(request => request.events as Record<string, unknown>[]);
const truth = month.truth(AT_PAR);

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

describe('the same options give the same studio', () => {
  const small: StudioOptions = { seed: 1, players: 40, start: '2026-03-01', days: 5 };
  const text = (options: StudioOptions) => JSON.stringify([...studio(options).requests()]);

  test('request for request', () => expect(text(small)).toBe(text(small)));
  test('another seed gives another', () => expect(text({ ...small, seed: 2 })).not.toBe(text(small)));
  test('another game gives other players', () => {
    const players = (game: string) => new Set(text({ ...small, game }).match(/p-[0-9a-f]{16}/g));
    expect(players('one').intersection(players('two')).size).toBe(0);
  });
  test('its truth does not depend on whether the requests were read', () => {
    const read = studio(small);
    for (const request of read.requests()) if (request.received_at < 0) break;
    for (const request of read.requests()) if (request.received_at > 0) break;
    expect(read.truth(AT_PAR)).toEqual(studio(small).truth(AT_PAR));
  });
  test('a studio that stops earlier has sent the same until then', () => {
    const until = Date.UTC(2026, 2, 3, 14);
    const shorter = [...studio({ ...small, until }).requests()];
    expect(shorter).toEqual([...studio(small).requests()].filter(({ received_at }) => received_at < until));
    expect(shorter.length).toBeGreaterThan(100);
  });
  test('a start that is no day is refused by name', () =>
    expect(() => studio({ ...small, start: 'March' })).toThrow("the studio's start is 'March'"));
});

describe('the truth is consistent', () => {
  test('every received event has one fate', () => {
    const { received, silver, duplicate, late, quarantined } = truth;
    expect(silver + duplicate + late + sum(Object.values(quarantined))).toBe(received);
    expect(received).toBe(events.length);
  });

  test('whatever the seed, the laws of active players hold', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -720, max: 840 }), (seed, reporting_offset_minutes) => {
        const { days, cohorts, dau_by } = studio({
          seed,
          players: 25,
          start: '2026-03-01',
          days: 9,
          reporting_offset_minutes,
        }).truth(AT_PAR);
        for (const day of days) {
          expect(day.mau).toBeGreaterThanOrEqual(day.wau);
          expect(day.wau).toBeGreaterThanOrEqual(day.dau);
          expect(day.dau).toBe(day.new_players + day.returning_players);
          expect(day.payers).toBeLessThanOrEqual(day.purchases);
          expect(sum(Object.values(dau_by.country[day.date] ?? {}))).toBe(day.dau);
        }
        expect(sum(days.map(day => day.new_players))).toBe(sum(cohorts.map(({ size }) => size)));
        for (const { size, players } of cohorts)
          expect(players.every((count, n) => count <= size && (n > 0 || count === size))).toBe(true);
      }),
      { numRuns: 25 },
    ));

  test('new players are the distinct players of production', () =>
    expect(sum(truth.days.map(day => day.new_players))).toBe(truth.days.at(-1)!.mau));

  test('money by day adds up to money by currency', () => {
    const { purchases, refunds, ads } = truth.totals;
    const total = sum(Object.values(purchases)) + sum(Object.values(ads)) - sum(Object.values(refunds));
    expect(sum(truth.days.map(day => day.revenue_usd_micros))).toBe(total);
  });
});

describe('the studio is believable', () => {
  const rate = (n: number) => {
    const grown = truth.cohorts.filter(({ players }) => players.length > n);
    return sum(grown.map(({ players }) => players[n]!)) / sum(grown.map(({ size }) => size));
  };

  test('about 40 % return on day 1, 18 % on day 7, 7 % at the end of the month', () => {
    expect(rate(1)).toBeCloseTo(0.4, 1);
    expect(Math.abs(rate(7) - 0.18)).toBeLessThan(0.035);
    expect(Math.abs(rate(28) - 0.07)).toBeLessThan(0.04);
  });

  test('weekends bring more players than the days between', () => {
    const installs = (weekend: boolean) =>
      truth.days
        .filter(({ date }) => [0, 6].includes(new Date(date).getUTCDay()) === weekend)
        .map(day => day.new_players);
    const mean = (numbers: number[]) => sum(numbers) / numbers.length;
    expect(mean(installs(true))).toBeGreaterThan(1.25 * mean(installs(false)));
  });

  test('a month of 2,000 players is 60 to 120 thousand events in requests of at most 100', () => {
    expect(events.length).toBeGreaterThan(60_000);
    expect(events.length).toBeLessThan(130_000);
    expect(Math.max(...requests.map(request => request.events.length))).toBeLessThanOrEqual(100);
  });

  test('every type of event occurs', () => {
    const types = new Set(events.map(event => event.event_type));
    for (const type of 'session_start session_end progression match_end purchase refund ad_impression resource custom error chat_message review exposure player_link server_health'.split(
      ' ',
    ))
      expect(types).toContain(type);
  });

  test('a tenth of the payers bring a third of the money or more', () => {
    const spent = new Map<string, number>();
    for (const { event_type, player_id, properties } of events) {
      const { amount, currency, sandbox } = (properties ?? {}) as Record<string, unknown>;
      if (event_type === 'purchase' && currency === 'USD' && !sandbox && typeof amount === 'number')
        spent.set(String(player_id), (spent.get(String(player_id)) ?? 0) + amount);
    }
    const sorted = [...spent.values()].sort((a, b) => b - a);
    expect(sum(sorted.slice(0, sorted.length / 10))).toBeGreaterThan(sum(sorted) / 3);
  });

  test('players pay in dollars, euros, rupiahs and yen', () =>
    expect(Object.keys(truth.totals.purchases).sort()).toEqual(['EUR', 'IDR', 'JPY', 'USD']));

  test('requests are in the order they are received', () =>
    expect(requests.every(({ received_at }, n) => n === 0 || received_at >= requests[n - 1]!.received_at)).toBe(true));
});

describe('every kind of dirt occurs', () => {
  const skews = requests.flatMap(({ sent_at, received_at }) => (sent_at === undefined ? [] : [received_at - sent_at]));
  const ages = requests.flatMap(({ sent_at, events: list }) =>
    (list as { client_time?: string | number }[]).flatMap(({ client_time }) =>
      sent_at === undefined || client_time === undefined ? [] : [sent_at - new Date(client_time).getTime()],
    ),
  );

  test('clocks hours ahead and hours behind, and clients that do not say when they sent', () => {
    expect(Math.max(...skews)).toBeGreaterThan(3_600_000);
    expect(Math.min(...skews)).toBeLessThan(-3_600_000);
    expect(requests.some(({ sent_at }) => sent_at === undefined)).toBe(true);
  });

  test('five-minute correction brings every clock within two and a half minutes', () => {
    const left = skews.map(skew => Math.abs(skew - Math.round(skew / 300_000) * 300_000));
    expect(Math.max(...left)).toBeLessThan(150_000);
  });

  test('requests that waited for hours and for days', () => {
    expect(ages.filter(age => age > 2 * 3_600_000 && age < 86_400_000).length).toBeGreaterThan(100);
    expect(ages.filter(age => age > 2 * 86_400_000 && age < 20 * 86_400_000).length).toBeGreaterThan(20);
  });

  test('whole requests sent twice, and single events that come along in another request', () => {
    const list = (sent: { events: unknown[] }) =>
      (sent.events as { event_id?: string; player_id?: string }[]).map(e => `${e.player_id} ${e.event_id}`);
    const whole = Map.groupBy(
      requests.filter(sent => sent.events.length > 2),
      sent => list(sent).join(),
    );
    expect([...whole.values()].filter(same => same.length > 1).length).toBeGreaterThan(100);
    const once = [...whole.values()].map(([first]) => first!);
    const seen = Map.groupBy(
      once.flatMap(sent => sent.events),
      event => JSON.stringify(event),
    );
    expect([...seen.values()].filter(same => same.length > 1).length).toBeGreaterThan(50);
  });

  test('duplicates, conflicts, late events and drift', () => {
    for (const count of [truth.duplicate, truth.conflicts, truth.late, truth.drift]) expect(count).toBeGreaterThan(50);
    expect(truth.conflicts).toBeLessThan(truth.duplicate);
  });

  test('broken events of every kind', () =>
    expect(Object.keys(truth.quarantined).sort()).toEqual([
      'bad_format',
      'from_the_future',
      'missing_field',
      'out_of_range',
      'unknown_event_type',
      'wrong_type',
    ]));

  test('one event id of several players', () => {
    const players = Map.groupBy(events, ({ event_id }) => event_id);
    const shared = [...players.values()].filter(list => new Set(list.map(({ player_id }) => player_id)).size > 5);
    expect(shared.length).toBeGreaterThan(10);
  });

  test('testers, sandboxes, transactions reported twice, refunds reported twice', () => {
    const reports = (type: string) =>
      events
        .filter(({ event_type }) => event_type === type)
        .map(event => ({ ...(event.properties as Record<string, unknown>), event_id: event.event_id }));
    const twice = (type: string) =>
      [...Map.groupBy(reports(type), report => (report as Record<string, unknown>).transaction_id).values()].filter(
        list => new Set(list.map(({ event_id }) => event_id)).size > 1,
      );
    expect(events.some(({ environment }) => environment === 'test')).toBe(true);
    expect(reports('purchase').some(report => (report as Record<string, unknown>).sandbox)).toBe(true);
    expect(twice('purchase').length).toBeGreaterThan(100);
    expect(twice('refund').length).toBeGreaterThan(0);
  });
});

describe('nobody real is in it', () => {
  const texts = events.flatMap(({ properties }) => {
    const { body, error_text } = (properties ?? {}) as Record<string, unknown>;
    return [body, error_text].filter(text => typeof text === 'string');
  });
  const all = texts.join('\n');

  test('what is planted is there to be masked', () => {
    for (const planted of PLANTED) expect(all).toContain(planted);
  });
  test('addresses are of reserved domains, long numbers are the planted ones', () => {
    for (const address of all.match(/\S+@\S+/g) ?? []) expect(address).toMatch(/@example\.(com|org)$/);
    for (const number of all.match(/\d[\d ]{8,}\d/g) ?? []) expect(PLANTED.join()).toContain(number);
  });
});
