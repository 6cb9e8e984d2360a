import { expect, test } from '@jest/globals';
import type { Secrets } from '../../core/ports.ts';

/** The laws of `Secrets`. `open` answers two views of one empty place. */
export function secretsSuite(name: string, open: () => Promise<[Secrets, Secrets]>): void {
  test(`${name}: a secret is kept, and another view reads it`, async () => {
    const [one, other] = await open();
    expect(await one.get('game/a')).toBeUndefined();
    expect(await one.create('game/a', 'value')).toBe('value');
    expect(await other.get('game/a')).toBe('value');
    expect(await other.get('game/b')).toBeUndefined();
  });

  test(`${name}: creators that race keep one value, and all are told which`, async () => {
    const views = await open();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => views[index % 2]!.create('s', `${index}`)),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await views[0].get('s')).toBe(answers[0]);
  });

  test(`${name}: names are only names`, async () => {
    const [secrets] = await open();
    for (const odd of ['__proto__', 'constructor', 'a b/ä']) {
      expect(await secrets.get(odd)).toBeUndefined();
      expect(await secrets.create(odd, `of ${odd}`)).toBe(`of ${odd}`);
      expect(await secrets.get(odd)).toBe(`of ${odd}`);
    }
  });
}
