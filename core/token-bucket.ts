/** How much a bucket holds, and when that was true (epoch milliseconds). */
export type Bucket = { tokens: number; at: number };

/** Fills with `per_second` tokens a second, up to `capacity`. */
export type BucketSettings = { per_second: number; capacity: number };

/**
 * Takes tokens from a bucket, or says how long to wait until there are enough. A full bucket lets any request through,
 * however large, and goes into debt: otherwise a request above the capacity could never pass.
 */
export function takeTokens(
  bucket: Bucket | undefined,
  { tokens, now, settings }: { tokens: number; now: number; settings: BucketSettings },
) {
  const { per_second, capacity } = settings;
  const held = bucket
    ? Math.min(capacity, bucket.tokens + (Math.max(now - bucket.at, 0) / 1000) * per_second)
    : capacity;
  const needed = Math.min(tokens, capacity);
  if (held >= needed) return { bucket: { tokens: held - tokens, at: now }, wait_seconds: 0 };
  return { bucket: { tokens: held, at: now }, wait_seconds: (needed - held) / per_second };
}
