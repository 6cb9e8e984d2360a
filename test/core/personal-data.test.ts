import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Named } from '../../core/draft.ts';
import { event, processed } from './sample.ts';

/** Everything that is stored of an event, the JSON texts in it read as well. */
function storedTexts(sent: unknown): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      texts.push(value);
      if (/^[[{"]/.test(value)) visit(json(value));
    } else if (typeof value === 'number') texts.push(String(value));
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        texts.push(name);
        visit(inner);
      }
  };
  visit(processed(sent));
  return texts;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const LINKED = 'guest\\"ü/0815';
const word = fc.constantFrom('', 'hello ', 'my friend ', 'ä', '{"a":"');

/** An event of any contract and shape, in which `planted` stands anywhere a client can write. */
const withPlanted = (planted: fc.Arbitrary<string | number>, between: fc.Arbitrary<string>) => {
  const text = fc.tuple(word, planted, between, fc.oneof(planted, word)).map(parts => parts.join(''));
  const name = fc.oneof(
    { weight: 1, arbitrary: text },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'note',
        'session_id',
        'user_id',
        'body',
        'custom_name',
        'level',
        'app_version',
        'country',
        '',
      ),
    },
  );
  const { value, object } = fc.letrec<{ value: unknown; object: Named }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      planted,
      fc.constantFrom(1, true, null),
      tie('object'),
      fc.array(tie('value'), { maxLength: 2 }),
    ),
    object: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  const top = fc.constantFrom(
    'event_id',
    'event_type',
    'session_id',
    'device_model',
    'country',
    'app_version',
    'shoe',
    'properties',
    'attributes',
  );
  return fc
    .record({
      changes: fc.dictionary(top, value, { maxKeys: 3, noNullPrototype: true }),
      properties: object,
      attributes: object,
    })
    .map(({ changes, properties, attributes }) =>
      event({ properties: { custom_name: 'x', ...properties }, attributes, ...changes }),
    );
};

const player = fc.oneof(
  fc.constantFrom(
    'anna-4711',
    'Ännchen 1',
    '12345678',
    '00123456',
    '(.*)+[a-z]',
    'a"b\\c/d~e',
    '\u{1f3ae}\u{1f3ae}\u{1f3ae}',
  ),
  fc.stringMatching(/^[A-Z][xyz]{5,12}[A-Z]$/),
);

test('no raw player id of six characters or more survives, wherever it was planted', () => {
  const sent = player.chain(id =>
    fc.tuple(
      fc.constant(id),
      withPlanted(fc.constantFrom<string | number>(id, LINKED, ...(/^[1-9]\d+$/.test(id) ? [Number(id)] : [])), word),
      fc.constantFrom('player_id', 'linked_player_id', 'deep', 'number', 'list', 'object'),
    ),
  );
  fc.assert(
    fc.property(sent, ([id, planted, place]) => {
      const named: Record<string, Named> = {
        player_id: { player_id: id },
        linked_player_id: { linked_player_id: id },
        list: { player_id: [id] },
        object: { player_id: { game: { id } } },
        deep: { gear: [{ owner: { player_id: id } }] },
        number: { player_id: /^[1-9]\d+$/.test(id) ? Number(id) : id },
      };
      const texts = storedTexts({ ...planted, others: { linked_player_id: LINKED }, ...named[place] });
      expect(texts.filter(text => text.includes(id) || text.includes(LINKED))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const SECRETS = [
  'anna.planted@example.com',
  '4111 1111 1111 1111',
  '5555555555554444',
  '+62 812 3456 7890',
  '+14155550123',
];

test('no e-mail address, card number or international telephone number survives, wherever it was planted', () => {
  fc.assert(
    fc.property(withPlanted(fc.constantFrom(...SECRETS), fc.constantFrom(' ', ', ', ' or ')), planted => {
      const { app_version: _, ...sent } = planted;
      const texts = storedTexts(sent);
      for (const secret of SECRETS) expect(texts.filter(text => text.includes(secret))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a card number survives as a number only where its contract has a number', () => {
  const CARD = 4111111111111111;
  const sent = [
    event({ event_id: CARD }),
    event({ attributes: { card: CARD, cards: { a: [CARD] } } }),
    event({ attributes: CARD }),
    event({ properties: { custom_name: CARD, [CARD]: 1 } }),
    event({ properties: [CARD] }),
    event({ properties: { custom_name: 'x', score: CARD } }),
    event({ event_type: 'match_end', properties: { score: [CARD] } }),
    event({ event_type: 'purchase', properties: { amount: CARD, currency: 'USD', transaction_id: 't' } }),
    event({ event_type: 'chat_message', properties: { body: CARD } }),
    [CARD],
    CARD,
  ];
  for (const one of sent) expect(storedTexts(one).filter(text => text.includes(String(CARD)))).toEqual([]);
  expect(processed(event({ properties: { custom_name: 'x', custom_value: CARD } })).row.custom_value).toBe(CARD);
});
