import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { openS3 } from '../../../lambdas/adapters/s3.ts';
import type { Answered, Asked } from './fake-service.ts';
import { fakeService, noSleep } from './fake-service.ts';

const refused = (status: number, code: string): Answered => ({
  status,
  type: 'application/xml',
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
});
const stored: Answered = { body: '', type: 'application/xml' };

async function store(answer: (asked: Asked) => Answered, options = {}) {
  const { asked, settings } = await fakeService(answer, options);
  const { slept, sleep } = noSleep();
  const objects = openS3({ buckets: zone => `lake-${zone}-bucket`, client: new S3Client(settings), sleep });
  return { asked, slept, objects };
}

const create = { if_absent: true };

test('a key is in the bucket of its zone, which stands in the path of an address', async () => {
  const { asked, objects } = await store(() => stored);
  await objects.put('late/events/a b.parquet', Buffer.from('x'));
  expect(asked[0]).toMatchObject({ operation: 'PUT', path: '/lake-late-bucket/events/a%20b.parquet?x-id=PutObject' });
});

test('a key of no zone is an error that names the zones', async () => {
  const { objects } = await store(() => stored);
  await expect(objects.put('silver/x', Buffer.from('x'))).rejects.toThrow('bronze, quarantine, late, failed');
});

test('an object that exists is left alone: 412', async () => {
  const { objects } = await store(() => refused(412, 'PreconditionFailed'));
  expect(await objects.put('bronze/a', Buffer.from('x'), create)).toBe('exists');
});

test('a conditional put that meets another is decided by asking again: 409', async () => {
  let calls = 0;
  const answers = [refused(409, 'ConditionalRequestConflict'), refused(412, 'PreconditionFailed')];
  const { slept, objects } = await store(() => answers[calls++]!);
  expect(await objects.put('bronze/a', Buffer.from('x'), create)).toBe('exists');
  expect(slept).toHaveLength(1);
});

test('a conflict that does not end is an error', async () => {
  const { asked, objects } = await store(() => refused(409, 'ConditionalRequestConflict'));
  await expect(objects.put('bronze/a', Buffer.from('x'), create)).rejects.toThrow();
  expect(asked).toHaveLength(5);
});

test('a missing object is undefined, a forbidden one an error', async () => {
  const missing = await store(() => refused(404, 'NoSuchKey'));
  expect(await missing.objects.get('bronze/a')).toBeUndefined();
  const forbidden = await store(() => refused(403, 'AccessDenied'));
  await expect(forbidden.objects.get('bronze/a')).rejects.toThrow();
});

test('a listing is read page by page, and begins after its cursor', async () => {
  const page = (keys: string[], next: string): Answered => ({
    type: 'application/xml',
    body: `<?xml version="1.0"?><ListBucketResult>${keys
      .map(
        key =>
          `<Contents><Key>${key}</Key><Size>3</Size><LastModified>2026-03-01T10:00:00.000Z</LastModified></Contents>`,
      )
      .join('')}${next && `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`,
  });
  const { asked, objects } = await store(({ path }) =>
    path.includes('continuation-token') ? page(['e/3'], '') : page(['e/1', 'e/2'], 'more'),
  );
  expect(await Array.fromAsync(objects.list('bronze/e/', { after: 'bronze/e/0' }))).toEqual(
    ['bronze/e/1', 'bronze/e/2', 'bronze/e/3'].map(key => ({ key, size: 3, modified_at: Date.UTC(2026, 2, 1, 10) })),
  );
  expect(asked).toHaveLength(2);
  expect(asked[0]!.path).toContain('start-after=e%2F0');
});

test('a put that the service lost is tried again', async () => {
  let calls = 0;
  const { objects } = await store(() => (calls++ === 0 ? 'reset' : stored), { attempts: 3 });
  expect(await objects.put('bronze/a', Buffer.from('x'))).toBe('stored');
});
