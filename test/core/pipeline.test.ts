import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { DeliveryFacts } from '../../core/delivery.ts';
import type { Named } from '../../core/draft.ts';
import { eventPipeline } from '../../core/pipeline.ts';
import { DAY, event, facts, HOUR, MINUTE, processed, RECEIVED, settings } from './sample.ts';

const fateOf = (changes: Named, known: Partial<DeliveryFacts> = {}) => {
  const result = processed(event(changes), known);
  return result.fate === 'ok' ? 'ok' : `${result.fate} ${result.reason} ${result.pointer}`;
};
const iso = (ms: number) => new Date(ms).toISOString();

test('an event comes out as a row with everything that is known of it', () => {
  const sent = event({ platform: 'android', attributes: { guild: 'owls' } });
  expect(processed(sent, { sent_at: RECEIVED - 1000 })).toEqual({
    fate: 'ok',
    row: {
      secret_version: 3,
      player_key: createHmac('sha256', Buffer.from('0b'.repeat(32), 'hex'))
        .update('anna-4711')
        .digest('hex'),
      event_id: 'e-1',
      event_type: 'custom',
      platform: 'android',
      custom_name: 'pet_adopted',
      attributes: '{"guild":"owls"}',
      drift: 0,
      contract_version: '1.0.0',
      environment: 'production',
      client_time: RECEIVED - MINUTE,
      event_time: RECEIVED - MINUTE,
      event_date: '2026-03-01',
      fingerprint: expect.any(Number),
    },
  });
});

const RULES: [string, Named, Partial<DeliveryFacts>, string][] = [
  [
    'rejects an event from the future',
    { client_time: iso(RECEIVED + HOUR + 1) },
    {},
    'quarantined from_the_future /client_time',
  ],
  ['takes one of an hour ahead', { client_time: iso(RECEIVED + HOUR) }, {}, 'ok'],
  [
    'sets aside an event of more than 30 days ago',
    { client_time: iso(RECEIVED - 30 * DAY - 1) },
    {},
    'late too_late /client_time',
  ],
  ['takes one of 30 days ago', { client_time: iso(RECEIVED - 30 * DAY) }, {}, 'ok'],
  ['takes history of any age', { client_time: iso(RECEIVED - 900 * DAY) }, { history: true }, 'ok'],
  [
    'corrects a clock that is a year behind first',
    { client_time: iso(RECEIVED - 365 * DAY) },
    { sent_at: RECEIVED - 365 * DAY },
    'ok',
  ],
  [
    'corrects a clock that is a day ahead first',
    { client_time: iso(RECEIVED + DAY) },
    { sent_at: RECEIVED + DAY },
    'ok',
  ],
  [
    'holds an event to its contract before its clock',
    { event_id: '', client_time: iso(RECEIVED + DAY) },
    {},
    'quarantined too_short /event_id',
  ],
  ['rejects an id of 65 characters', { event_id: 'x'.repeat(65) }, {}, 'quarantined too_long /event_id'],
  ['rejects a player of 257 characters', { player_id: 'x'.repeat(257) }, {}, 'quarantined too_long /player_id'],
  ['rejects a player that is a number', { player_id: 4711 }, {}, 'quarantined wrong_type /player_id'],
  ['rejects a player without a name', { player_id: '' }, {}, 'quarantined too_short /player_id'],
  ['rejects an event without a player', { player_id: null }, {}, 'quarantined missing_field /player_id'],
  ['rejects a key that the client made', { player_key: 'f'.repeat(64) }, {}, 'quarantined forbidden_name /player_key'],
  ['rejects an unknown type', { event_type: 'level_up' }, {}, 'quarantined unknown_event_type /event_type'],
  [
    'rejects 51 attributes',
    { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`a${n}`, 1])) },
    {},
    'quarantined too_many_attributes /attributes',
  ],
  ['rejects an event of more than 32 KiB', { attributes: { a: 'x'.repeat(33_000) } }, {}, 'quarantined too_large '],
  [
    'takes the event of a server, which has no player',
    { event_type: 'server_health', player_id: undefined, properties: { server_id: 's-1' } },
    {},
    'ok',
  ],
];

describe('the pipeline', () => {
  for (const [what, changes, known, fate] of RULES) test(what, () => expect(fateOf(changes, known)).toBe(fate));
});

test('a refused event keeps what is known of it, and itself as JSON for replay', () => {
  const refused = processed(event({ properties: { custom_name: 'x', custom_value: 'a@example.com' } }));
  if (refused.fate === 'ok') throw new Error('the event was taken');
  expect(refused.row).toMatchObject({
    event_id: 'e-1',
    event_type: 'custom',
    client_time: RECEIVED - MINUTE,
  });
  expect(JSON.parse(refused.payload)).toEqual({
    event_id: 'e-1',
    event_type: 'custom',
    player_key: refused.row.player_key,
    client_time: '2026-03-01T09:59:00.000Z',
    properties: { custom_name: 'x', custom_value: '[email]' },
  });
});

test('the reporting offset decides the day', () => {
  const at = (offset_minutes: number) =>
    eventPipeline({ ...settings, offset_minutes })(event({ client_time: '2026-02-28T20:00:00Z' }), facts()).row
      .event_date;
  expect([at(-300), at(0), at(239), at(240), at(420)]).toEqual([
    '2026-02-28',
    '2026-02-28',
    '2026-02-28',
    '2026-03-01',
    '2026-03-01',
  ]);
});

test('money is converted at the rate of the day, and null where there is none', () => {
  const bought = (properties: Named) =>
    processed(event({ event_type: 'purchase', properties: { transaction_id: 't-1', ...properties } })).row.amount_usd;
  expect(bought({ amount: 499, currency: 'EUR' })).toBe('5.389200');
  expect(bought({ amount: 500, currency: 'JPY' })).toBe('3.200000');
  expect(bought({ amount: 499, currency: 'GBP' })).toBeNull();
});
