import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batches } from '../../lambdas/refine/batches.ts';
import { refineDefaults } from '../../lambdas/refine/settings.ts';

const item = (sort: string, size = 1) => ({ partition: 'register#unmerged', sort, value: { size } });
const settings = { ...refineDefaults, objects_per_merge: 3, bytes_per_merge: 10 };
const keys = (...objects: ReturnType<typeof item>[]) =>
  [...batches(objects, settings)].map(batch => batch.map(({ sort }) => sort));

describe('a merge takes', () => {
  test('objects of one zone, bronze before the others and what failed last', () =>
    expect(keys(item('failed/a'), item('late/a'), item('bronze/a'), item('quarantine/a'), item('bronze/b'))).toEqual([
      ['bronze/a', 'bronze/b'],
      ['quarantine/a'],
      ['late/a'],
      ['failed/a'],
    ]));

  test('so many objects at most', () =>
    expect(keys(...['a', 'b', 'c', 'd'].map(name => item(`bronze/${name}`)))).toEqual([
      ['bronze/a', 'bronze/b', 'bronze/c'],
      ['bronze/d'],
    ]));

  test('so many bytes at most, but an object that is larger whole', () =>
    expect(keys(item('bronze/a', 6), item('bronze/b', 4), item('bronze/c', 99), item('bronze/d', 1))).toEqual([
      ['bronze/a', 'bronze/b'],
      ['bronze/c'],
      ['bronze/d'],
    ]));
});

test('every object is in one batch', () => {
  const objects = fc.array(
    fc
      .tuple(fc.constantFrom('bronze', 'late'), fc.nat(99), fc.nat(12))
      .map(([zone, n, size]) => item(`${zone}/${n}`, size)),
  );
  fc.assert(
    fc.property(objects, some =>
      expect(
        keys(...some)
          .flat()
          .sort(),
      ).toEqual(some.map(o => o.sort).sort()),
    ),
  );
});
