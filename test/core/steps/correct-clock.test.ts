import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctClock, skewOf } from '../../../core/steps/correct-clock.ts';
import { DAY, draft, HOUR, MINUTE, RECEIVED } from '../sample.ts';

const SECOND = 1000;
const CLIENT = RECEIVED - HOUR;

function placed(changes: Parameters<typeof draft>[2], { client_time = CLIENT, offset_minutes = 0 } = {}) {
  const result = correctClock({ offset_minutes })(draft({}, { client_time }, changes));
  if (result.fate !== 'ok') throw new Error(result.reason);
  return result.value.row;
}

const behind = (ms: number) => ({ sent_at: RECEIVED - ms });

const SKEWS: [string, number, number][] = [
  ['no difference is none', 0, 0],
  ['half a second of transit is none', 500, 0],
  ['2:29.999 is transit', 2 * MINUTE + 29_999, 0],
  ['2:30 is five minutes', 2 * MINUTE + 30_000, 5 * MINUTE],
  ['7:29.999 is five minutes', 7 * MINUTE + 29_999, 5 * MINUTE],
  ['a clock 3 hours behind is moved on', 3 * HOUR + 2 * SECOND, 3 * HOUR],
  ['a clock 3 hours ahead is moved back', -3 * HOUR + 2 * SECOND, -3 * HOUR],
  ['a clock 10 minutes ahead is moved back, whatever its transit', -10 * MINUTE + 149_999, -10 * MINUTE],
  ['a clock set to 2020 is moved on', RECEIVED - Date.UTC(2020, 0, 1), RECEIVED - Date.UTC(2020, 0, 1)],
];

describe('skew is rounded to five minutes:', () => {
  for (const [what, difference, skew] of SKEWS)
    test(what, () => {
      expect(placed(behind(difference)).event_time).toBe(CLIENT + skew);
    });
});

test('a missing sent_at means no correction', () => expect(placed({}).event_time).toBe(CLIENT));

test('history keeps the clock of its client', () =>
  expect(placed({ ...behind(9 * HOUR), history: true }).event_time).toBe(CLIENT));

test('the time of the client is kept beside the corrected one', () =>
  expect(placed(behind(3 * HOUR))).toMatchObject({ client_time: CLIENT, event_time: CLIENT + 3 * HOUR }));

const DATES: [string, number, string][] = [
  ['2026-02-28T23:59:59.999Z', 0, '2026-02-28'],
  ['2026-02-28T23:59:59.999Z', 7 * 60, '2026-03-01'],
  ['2026-02-28T16:59:59.999Z', 7 * 60, '2026-02-28'],
  ['2026-03-01T04:59:59.999Z', -5 * 60, '2026-02-28'],
  ['2026-03-01T05:00:00.000Z', -5 * 60, '2026-03-01'],
];

describe('the day of an event is that of the fixed reporting offset:', () => {
  for (const [instant, offset_minutes, day] of DATES)
    test(`${instant} at ${offset_minutes} minutes is ${day}`, () =>
      expect(placed({}, { client_time: Date.parse(instant), offset_minutes }).event_date).toBe(day));

  test('of the corrected time, not of the time of the client', () =>
    expect(placed(behind(DAY), { client_time: Date.UTC(2026, 1, 27, 23) }).event_date).toBe('2026-02-28'));
});

const transit = fc.integer({ min: 0, max: 149_999 });
const clock = fc.integer({ min: -2000, max: 2000 }).map(steps => steps * 5 * MINUTE);
const skew = (difference: number) => skewOf({ received_at: RECEIVED, sent_at: RECEIVED - difference, history: false });

test('a transit below two and a half minutes never changes the skew of a clock that is right, or wrong by whole steps', () => {
  fc.assert(
    fc.property(clock, transit, transit, (off, one, other) => {
      expect(skew(off + one) - skew(off + other)).toBe(0);
      expect(skew(off + one) - off).toBe(0);
    }),
  );
});

test('the skew is a multiple of five minutes, at most two and a half from the difference', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), difference => {
      expect(Math.abs(skew(difference) % (5 * MINUTE))).toBe(0);
      expect(Math.abs(skew(difference) - difference)).toBeLessThanOrEqual(2.5 * MINUTE);
    }),
  );
});

test('events of one request keep their order and their distances', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.array(fc.nat(1e9), { minLength: 2 }), (difference, times) => {
      const moved = times.map(time => placed(behind(difference), { client_time: time }).event_time as number);
      expect(moved.map(time => time - moved[0]!)).toEqual(times.map(time => time - times[0]!));
    }),
  );
});
