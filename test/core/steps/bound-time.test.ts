import { describe, expect, test } from '@jest/globals';
import { boundTime } from '../../../core/steps/bound-time.ts';
import { DAY, draft, HOUR, MINUTE, RECEIVED, settings } from '../sample.ts';

function fateOf(event_time: number, { history = false, bounds = settings } = {}): string {
  const result = boundTime(bounds)(draft({}, { event_time }, { history }));
  if (result.fate === 'ok') return 'ok';
  expect(result.pointer).toBe('/client_time');
  return `${result.fate} ${result.reason}`;
}

const LIVE: [string, number, string][] = [
  ['takes an event of now', RECEIVED, 'ok'],
  ['takes an event of up to one hour ahead', RECEIVED + HOUR, 'ok'],
  ['rejects an event from the future', RECEIVED + HOUR + 1, 'quarantined from_the_future'],
  ['takes an event of 30 days ago', RECEIVED - 30 * DAY, 'ok'],
  ['sets aside an event older than the late window', RECEIVED - 30 * DAY - 1, 'late too_late'],
  ['sets aside an event of 2000', Date.UTC(2000, 0, 1), 'late too_late'],
  ['rejects an event from before 2000', Date.UTC(2000, 0, 1) - 1, 'quarantined invalid_time'],
];

describe('a live request', () => {
  for (const [what, time, fate] of LIVE) test(what, () => expect(fateOf(time)).toBe(fate));
});

const HISTORY: [string, number, string][] = [
  ['has no late window', RECEIVED - 3000 * DAY, 'ok'],
  ['begins in 1980', Date.UTC(1980, 0, 1), 'ok'],
  ['rejects what is older', Date.UTC(1980, 0, 1) - 1, 'quarantined invalid_time'],
  ['has no events from the future either', RECEIVED + HOUR + 1, 'quarantined from_the_future'],
];

describe('trusted history', () => {
  for (const [what, time, fate] of HISTORY) test(what, () => expect(fateOf(time, { history: true })).toBe(fate));
});

test('both bounds are settings', () => {
  const bounds = { ...settings, late_window: 2 * DAY, future_bound: 5 * MINUTE };
  expect(fateOf(RECEIVED - 2 * DAY, { bounds })).toBe('ok');
  expect(fateOf(RECEIVED - 2 * DAY - 1, { bounds })).toBe('late too_late');
  expect(fateOf(RECEIVED + 5 * MINUTE, { bounds })).toBe('ok');
  expect(fateOf(RECEIVED + 5 * MINUTE + 1, { bounds })).toBe('quarantined from_the_future');
});

test('the message says by how much, and what to do', () => {
  const late = boundTime(settings)(draft({}, { event_time: RECEIVED - 31 * DAY }));
  expect(late).toMatchObject({ message: expect.stringContaining('more than 30 days before it was received') });
  const early = boundTime(settings)(draft({}, { event_time: RECEIVED + DAY }));
  expect(early).toMatchObject({
    message: expect.stringContaining("more than 1 h after it was received: set the client's clock"),
  });
});
