import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ObjectStore } from '../../core/ports.ts';

/** An empty store. */
export type OpenObjects = () => Promise<ObjectStore>;

const bytes = (text: string) => new TextEncoder().encode(text);

/** The laws of `ObjectStore`. */
export function objectStoreSuite(name: string, open: OpenObjects): void {
  let objects: ObjectStore;
  beforeEach(async () => {
    objects = await open();
  });

  const keys = async (prefix: string, options?: { after?: string }, store = objects) => {
    const found: string[] = [];
    for await (const { key } of store.list(prefix, options)) found.push(key);
    return found;
  };

  test(`${name}: an object is read as it was put, and its size is listed`, async () => {
    expect(await objects.put('zone/a.bin', new Uint8Array([0, 255, 10]))).toBe('stored');
    expect(Buffer.from((await objects.get('zone/a.bin'))!)).toEqual(Buffer.from([0, 255, 10]));
    for await (const info of objects.list('')) expect(info).toMatchObject({ key: 'zone/a.bin', size: 3 });
  });

  test(`${name}: what is not there reads as undefined and may be deleted`, async () => {
    expect(await objects.get('nowhere/at/all')).toBeUndefined();
    await objects.delete('nowhere/at/all');
    await objects.put('a', bytes('x'));
    await objects.delete('a');
    expect(await objects.get('a')).toBeUndefined();
    expect(await keys('')).toEqual([]);
  });

  test(`${name}: a put replaces, if_absent does not`, async () => {
    await objects.put('a', bytes('first'));
    expect(await objects.put('a', bytes('second'), { if_absent: true })).toBe('exists');
    expect(Buffer.from((await objects.get('a'))!).toString()).toBe('first');
    expect(await objects.put('a', bytes('third'))).toBe('stored');
    expect(Buffer.from((await objects.get('a'))!).toString()).toBe('third');
  });

  test(`${name}: of many that create one object, one succeeds`, async () => {
    const put = (index: number) => objects.put('a', bytes(`${index}`), { if_absent: true });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => put(index)));
    expect(answers.filter(answer => answer === 'stored')).toHaveLength(1);
    expect(Buffer.from((await objects.get('a'))!).toString()).toBe(`${answers.indexOf('stored')}`);
  });

  test(`${name}: a reader sees one whole object or another, never a mixture`, async () => {
    const body = (letter: string) => bytes(letter.repeat(300_000));
    await objects.put('a', body('0'));
    let writing = true;
    const writer = (async () => {
      for (let round = 1; round <= 20; round += 1) await objects.put('a', body(`${round % 10}`));
      writing = false;
    })();
    while (writing) {
      const read = Buffer.from((await objects.get('a'))!);
      expect([read.length, new Set(read).size]).toEqual([300_000, 1]);
    }
    await writer;
  });

  test(`${name}: objects are listed in the order of their keys, not of their directories`, async () => {
    for (const key of ['a/b', 'a-b', 'a.b', 'a/b-c/d', 'a/b.c', 'ab', 'a/ä', 'B']) await objects.put(key, bytes(key));
    expect(await keys('')).toEqual(['B', 'a-b', 'a.b', 'a/b', 'a/b-c/d', 'a/b.c', 'a/ä', 'ab']);
    expect(await keys('a/b')).toEqual(['a/b', 'a/b-c/d', 'a/b.c']);
    expect(await keys('a/', { after: 'a/b' })).toEqual(['a/b-c/d', 'a/b.c', 'a/ä']);
    expect(await keys('', { after: 'a/b-c/zzz' })).toEqual(['a/b.c', 'a/ä', 'ab']);
    expect(await keys('', { after: 'ab' })).toEqual([]);
    expect(await keys('missing/')).toEqual([]);
  });

  test(`${name}: any keys are listed as sorting and filtering them would`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyKey, { maxLength: 12 }),
        anyPrefix,
        fc.option(anyKey, { nil: undefined }),
        async (all, prefix, after) => {
          const store = await open();
          const put = all.filter((key, index) => !all.some((other, at) => at !== index && clash(key, other)));
          for (const key of put) await store.put(key, bytes(key));
          const expected = put.filter(key => key.startsWith(prefix) && (after === undefined || key > after)).sort();
          expect(await keys(prefix, after === undefined ? {} : { after }, store)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  for (const key of [
    '',
    '/etc/passwd',
    '../up',
    'a/../../up',
    'a//b',
    'a/',
    './a',
    'a/.',
    'a\0b',
    'a\\b',
    'x'.repeat(1025),
  ])
    test(`${name}: refuses the key ${JSON.stringify(key.slice(0, 20))}`, async () => {
      await expect(objects.put(key, bytes('x'))).rejects.toThrow('object key');
      await expect(objects.get(key)).rejects.toThrow('object key');
    });
}

const part = fc.string({ unit: fc.constantFrom('a', 'b', '-', '0', '='), minLength: 1, maxLength: 3 });
const anyKey = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'));
const anyPrefix = fc.oneof(
  fc.constant(''),
  anyKey,
  anyKey.map(key => `${key}/`),
);

/** A file tree cannot hold both. */
const clash = (a: string, b: string) => a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
