import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentEventId } from '../../core/event-id.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);

const event = {
  event_type: 'match_end',
  player_id: 'anna-4711',
  client_time: '2026-03-01T10:00:00.000Z',
  properties: { score: 1250, result: 'win', team: null },
};
/** The recipe followed by hand: names in order, nulls left out, the time in milliseconds, neither id nor player. */
const TEXT = '{"client_time":1772359200000,"event_type":"match_end","properties":{"result":"win","score":1250}}';

describe('the id made from an event', () => {
  test('is 128 bits of the SHA-256 of its content', () => expect(contentEventId(event)).toBe(sha256(TEXT)));

  test('of a repetition counts it', () => {
    expect(contentEventId(event, 1)).toBe(sha256(`${TEXT}#1`));
    expect(contentEventId(event, 12)).toBe(sha256(`${TEXT}#12`));
  });

  const SAME: [string, Record<string, unknown>][] = [
    ['an id it has already', { ...event, event_id: 'e-1' }],
    ['another player, who is part of the key anyway', { ...event, player_id: 'ben' }],
    ['its time in another offset', { ...event, client_time: '2026-03-01T17:00:00+07:00' }],
    ['its time in milliseconds', { ...event, client_time: 1_772_359_200_000 }],
    ['properties that are null', { ...event, session_id: null }],
    ['another order', Object.fromEntries(Object.entries(event).reverse())],
  ];
  for (const [what, other] of SAME)
    test(`is the same with ${what}`, () => expect(contentEventId(other)).toBe(sha256(TEXT)));

  test('of a time that is none takes it as it stands', () =>
    expect(contentEventId({ client_time: 'yesterday' })).toBe(sha256('{"client_time":"yesterday"}')));

  test('leaves the event as it was', () => {
    const before = structuredClone(event);
    contentEventId(event, 3);
    expect(event).toEqual(before);
  });
});

test('other content gives another id, and so does another ordinal', () => {
  const content = fc.record({ event_type: fc.string(), score: fc.integer(), ordinal: fc.nat(3) });
  fc.assert(
    fc.property(fc.uniqueArray(content, { selector: value => JSON.stringify(value), maxLength: 20 }), events => {
      const ids = events.map(({ ordinal, ...content }) => contentEventId(content, ordinal));
      expect(new Set(ids).size).toBe(events.length);
    }),
  );
});
