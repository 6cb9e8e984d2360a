import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bucket } from '../../core/token-bucket.ts';
import { takeTokens } from '../../core/token-bucket.ts';

const settings = { per_second: 10, capacity: 100 };
const take = (bucket: Bucket | undefined, tokens: number, now: number) => takeTokens(bucket, { tokens, now, settings });

describe('a bucket', () => {
  test('is full at first', () =>
    expect(take(undefined, 30, 5000)).toEqual({ bucket: { tokens: 70, at: 5000 }, wait_seconds: 0 }));

  test('fills by the second', () =>
    expect(take({ tokens: 0, at: 0 }, 15, 2000)).toEqual({ bucket: { tokens: 5, at: 2000 }, wait_seconds: 0 }));

  test('fills up to its capacity only', () => expect(take({ tokens: 90, at: 0 }, 10, 60_000).bucket.tokens).toBe(90));

  test('gives its last token', () => expect(take({ tokens: 10, at: 0 }, 10, 0).bucket.tokens).toBe(0));

  test('that holds too little gives none, and says how long to wait', () => {
    const { bucket, wait_seconds } = take({ tokens: 5, at: 0 }, 30, 1000);
    expect(bucket).toEqual({ tokens: 15, at: 1000 });
    expect(wait_seconds).toBe(1.5);
    expect(take(bucket, 30, 1000 + wait_seconds * 1000).wait_seconds).toBe(0);
  });

  test('that is full lets a request above its capacity through, and is in debt for it', () => {
    const { bucket, wait_seconds } = take(undefined, 250, 0);
    expect({ bucket, wait_seconds }).toEqual({ bucket: { tokens: -150, at: 0 }, wait_seconds: 0 });
    expect(take(bucket, 1, 0).wait_seconds).toBeCloseTo(15.1);
    expect(take(bucket, 250, 10_000).wait_seconds).toBe(15);
  });

  test('does not empty when the clock goes back', () =>
    expect(take({ tokens: 50, at: 9000 }, 10, 1000).bucket).toEqual({ tokens: 40, at: 1000 }));
});

test('over any time no more passes than the capacity, what has flowed in, and one request', () => {
  const requests = fc.array(fc.record({ tokens: fc.integer({ min: 1, max: 120 }), pause: fc.nat(3000) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(requests, requests => {
      let bucket: Bucket | undefined;
      let now = 0;
      let passed = 0;
      for (const { tokens, pause } of requests) {
        now += pause;
        const taken = take(bucket, tokens, now);
        bucket = taken.bucket;
        if (taken.wait_seconds === 0) passed += tokens;
        expect(taken.wait_seconds).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(100 + (now / 1000) * 10 + 20 + 1e-6);
      }
    }),
  );
});
