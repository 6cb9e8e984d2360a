import { expect, test } from '@jest/globals';
import { sortable } from '../../core/sequence.ts';

test('sequences of a Kinesis shard sort as text, whatever their length', () => {
  const shorter = '9590338271490256608559692538361571095921575989136588898';
  const longer = '49601189658422359378836298521827638475320189012309704722';
  expect([longer, shorter].sort()).toEqual([longer, shorter]);
  expect([longer, shorter].map(sortable).sort()).toEqual([`0${shorter}`, longer]);
});

test('a sequence that is sortable stays as it is', () => {
  for (const sequence of ['0', '9'.repeat(20), '1'.repeat(56)])
    expect(sortable(sortable(sequence))).toBe(sortable(sequence));
});
