import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Copy } from './copies.ts';
import { engine, judged } from './copies.ts';

const NOTHING = { enters: [], leaves: [], duplicates: [], conflicts: [] };

const CASES: [string, { held?: Copy[]; arrived: Copy[] }, Partial<typeof NOTHING> | Record<string, string[]>][] = [
  ['a new event enters', { arrived: [{ seq: 1 }] }, { enters: ['001'] }],
  [
    'of two that arrive together the earlier enters',
    {
      arrived: [
        { seq: 1, at: 5 },
        { seq: 2, at: 3 },
      ],
    },
    { enters: ['002'], duplicates: ['001'] },
  ],
  [
    'of two received at once the smaller position enters',
    { arrived: [{ seq: 2 }, { seq: 1 }] },
    { enters: ['001'], duplicates: ['002'] },
  ],
  [
    'what silver holds stays against a later copy',
    { held: [{ seq: 1 }], arrived: [{ seq: 2, at: 1 }] },
    { duplicates: ['002'] },
  ],
  [
    'what silver holds leaves for an earlier copy',
    { held: [{ seq: 1 }], arrived: [{ seq: 2, at: -1 }] },
    { enters: ['002'], leaves: ['001'], duplicates: ['001'] },
  ],
  [
    'across midnight too',
    { held: [{ seq: 1, day: '2026-02-28' }], arrived: [{ seq: 2, at: 1 }] },
    { duplicates: ['002'] },
  ],
  [
    'but not two days away',
    { held: [{ seq: 1, day: '2026-02-27' }], arrived: [{ seq: 2, at: 1 }] },
    { enters: ['002'] },
  ],
  [
    'across regions too',
    {
      arrived: [
        { seq: 1, at: 2, region: 'a' },
        { seq: 1, at: 1, region: 'b' },
      ],
    },
    { enters: ['001'], duplicates: ['001'] },
  ],
  [
    'other content is a conflict as well',
    { arrived: [{ seq: 1 }, { seq: 2, at: 1, print: 'q' }, { seq: 3, at: 2 }] },
    { enters: ['001'], duplicates: ['002', '003'], conflicts: ['002'] },
  ],
  [
    'another player may use the same id',
    { arrived: [{ seq: 1 }, { seq: 2, player: 'ben' }] },
    { enters: ['001', '002'] },
  ],
  ['so may another game', { held: [{ seq: 1 }], arrived: [{ seq: 2, game: 'h' }] }, { enters: ['002'] }],
  [
    'events of no player have one id each',
    {
      arrived: [
        { seq: 1, player: null },
        { seq: 2, player: null, at: 1 },
      ],
    },
    { enters: ['001'], duplicates: ['002'] },
  ],
  [
    'those in silver too',
    { held: [{ seq: 1, player: null }], arrived: [{ seq: 2, player: null, at: 1 }] },
    { duplicates: ['002'] },
  ],
  [
    'a position that came in two objects enters once and is no duplicate',
    {
      arrived: [
        { seq: 1, file: 'f1' },
        { seq: 1, file: 'f2' },
      ],
    },
    { enters: ['001'] },
  ],
  ['a position that silver holds already changes nothing', { held: [{ seq: 1 }], arrived: [{ seq: 1 }] }, {}],
];

describe('of the copies of one event,', () => {
  for (const [what, copies, expected] of CASES)
    test(what, async () => expect(await judged(copies)).toEqual({ ...NOTHING, ...expected }));
});

test('whatever arrives, each key ends up with its earliest copy, and every other copy is a duplicate', async () => {
  const copy = fc.record({
    id: fc.constantFrom('e1', 'e2'),
    player: fc.constantFrom('anna', 'ben', null),
    at: fc.nat(3),
    print: fc.constantFrom('p', 'q'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(copy, { minLength: 1, maxLength: 8 }), async copies => {
      await engine.run('DELETE FROM source');
      const arrived = copies.map((one, seq) => ({ ...one, seq }));
      const winners = new Map<string, (typeof arrived)[number]>();
      for (const one of arrived) {
        const best = winners.get(`${one.id} ${one.player}`);
        if (!best || one.at < best.at) winners.set(`${one.id} ${one.player}`, one);
      }
      const winner = ({ id, player }: Copy) => winners.get(`${id} ${player}`)!;
      const names = (some: typeof arrived) => some.map(({ seq }) => String(seq).padStart(3, '0')).sort();
      expect(await judged({ arrived })).toEqual({
        enters: names([...winners.values()]),
        leaves: [],
        duplicates: names(arrived.filter(one => winner(one) !== one)),
        conflicts: names(arrived.filter(one => winner(one).print !== one.print)),
      });
    }),
    { numRuns: 25 },
  );
});
