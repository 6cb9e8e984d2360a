import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openLog } from '../../localstack/embedded/log.ts';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';
import type { OpenFile } from '../../localstack/embedded/log-writer.ts';
import { openLogFile } from '../../localstack/embedded/log-writer.ts';
import { temporaryDirectories } from '../ports/temporary.ts';

const directory = temporaryDirectories();
const clock = { now: () => 1_770_000_000_000 };
const ALL = { max_records: Number.POSITIVE_INFINITY, max_bytes: Number.POSITIVE_INFINITY };
const record = (text: string, count = 1) => ({ partition_key: 'game', data: Buffer.from(text), count });
const sequence = (ordinal: number) => String(ordinal).padStart(20, '0');

type Log = Awaited<ReturnType<typeof openLog>>;
async function textsOf(log: Log): Promise<string[]> {
  const reader = openLogReader(log);
  const records = await reader.read(ALL);
  await reader.close();
  return records.map(({ data }) => Buffer.from(data).toString());
}
const segmentsOf = (dir: string) =>
  readdirSync(dir)
    .filter(name => name.endsWith('.log'))
    .sort();
const lastSegment = (dir: string) => join(dir, segmentsOf(dir).at(-1)!);

/** A log in a new directory that holds these texts and is closed. */
async function closedLog(texts: string[], options: { segment_bytes?: number } = {}): Promise<string> {
  const dir = directory();
  const log = await openLog({ dir, clock, ...options });
  for (const text of texts) await log.put(record(text));
  await log.close();
  return dir;
}

describe('opened again', () => {
  test('the log holds every record, and sequences go on', async () => {
    const dir = await closedLog(['a', 'b', 'c'], { segment_bytes: 100 });
    const log = await openLog({ dir, clock });
    expect(log.totals()).toEqual({ records: 3, events: 3 });
    expect(await log.put(record('d'))).toEqual({ shard: '0', sequence: sequence(3) });
    expect(await textsOf(log)).toEqual(['a', 'b', 'c', 'd']);
    await log.close();
  });

  test('bytes behind the acknowledged end are cut, whatever they are', async () => {
    const dir = await closedLog(['a', 'b']);
    const whole = readFileSync(lastSegment(dir));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), async garbage => {
        writeFileSync(lastSegment(dir), Buffer.concat([whole, garbage]));
        const log = await openLog({ dir, clock });
        expect(await textsOf(log)).toEqual(['a', 'b']);
        await log.close();
        expect(readFileSync(lastSegment(dir))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('a whole record that was written but not acknowledged is kept, its half is not', async () => {
    const dir = await closedLog(['a']);
    const frame = readFileSync(lastSegment(dir)).subarray(36);
    const whole = readFileSync(lastSegment(dir));
    writeFileSync(lastSegment(dir), Buffer.concat([whole, frame, frame.subarray(0, -1)]));
    const log = await openLog({ dir, clock });
    expect(await textsOf(log)).toEqual(['a', 'a']);
    await log.close();
  });

  test('a segment whose head was never finished is begun anew', async () => {
    const dir = await closedLog(['a', 'b']);
    writeFileSync(join(dir, `${sequence(2)}.log`), 'PLL');
    const log = await openLog({ dir, clock });
    await log.put(record('c'));
    expect(await textsOf(log)).toEqual(['a', 'b', 'c']);
    await log.close();
  });
});

describe('damage to acknowledged bytes is an error that names file and record', () => {
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
  };

  test('in the last record, at opening', async () => {
    const dir = await closedLog(['a', 'b']);
    flip(lastSegment(dir), statSync(lastSegment(dir)).size - 1);
    await expect(openLog({ dir, clock })).rejects.toThrow(/damaged at byte \d+ \(record 1\): a wrong checksum/);
  });

  test('in the last record, cut off', async () => {
    const dir = await closedLog(['a', 'b']);
    truncateSync(lastSegment(dir), statSync(lastSegment(dir)).size - 1);
    await expect(openLog({ dir, clock })).rejects.toThrow(/\(record 1\): the file ends early/);
  });

  test('a missing last segment', async () => {
    const dir = await closedLog(['a', 'b'], { segment_bytes: 50 });
    rmSync(lastSegment(dir));
    await expect(openLog({ dir, clock })).rejects.toThrow(/\(record 1\): the file is missing/);
  });

  test('in an older segment, when it is read; nothing is skipped', async () => {
    const dir = await closedLog(['a', 'b', 'c'], { segment_bytes: 50 });
    expect(segmentsOf(dir)).toHaveLength(3);
    flip(join(dir, segmentsOf(dir)[1]!), 60);
    const log = await openLog({ dir, clock });
    const reader = openLogReader(log);
    await expect(reader.read(ALL)).rejects.toThrow(/\(record 1\)/);
    expect(await reader.read({ ...ALL, max_records: 1 })).toHaveLength(1);
    await expect(reader.read({ ...ALL, after: sequence(0) })).rejects.toThrow(/\(record 1\)/);
    await reader.close();
    await log.close();
  });

  test('in the marker: it is forgotten, the records are kept', async () => {
    const dir = await closedLog(['a', 'b']);
    flip(join(dir, 'durable'), 3);
    const log = await openLog({ dir, clock });
    expect(await textsOf(log)).toEqual(['a', 'b']);
    await log.close();
  });
});

/** Files on a disk with so many bytes left; a write stops in the middle when it is full. */
function smallDisk(left: number) {
  const disk = { left, syncs: 0 };
  const openFile: OpenFile = async (path, flags) => {
    const file = await openLogFile(path, flags);
    return {
      ...file,
      write(bytes, position) {
        if (disk.left <= 0)
          throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        const written = file.write(bytes.subarray(0, disk.left), position);
        disk.left -= written;
        return written;
      },
      datasync: async () => {
        disk.syncs += 1;
        await file.datasync();
      },
    };
  };
  return { disk, openFile };
}

describe('a disk that is full', () => {
  test('refuses puts, keeps nothing of them, and takes them again when there is space', async () => {
    const { disk, openFile } = smallDisk(200);
    const dir = directory();
    const log = await openLog({ dir, clock, openFile });
    const accepted: string[] = [];
    const put = (text: string) => log.put(record(text)).then(() => accepted.push(text));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => put(`before ${n}`)));
    const refused = outcomes.filter(outcome => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      reason: { name: 'StreamUnavailable', retry_after_seconds: 1, message: expect.stringContaining('ENOSPC') },
    });
    expect(await textsOf(log)).toEqual(accepted);
    disk.left = 10_000;
    await put('after');
    expect(await textsOf(log)).toEqual(accepted);
    await log.close();
    const again = await openLog({ dir, clock });
    expect(await textsOf(again)).toEqual(accepted);
    await again.close();
  });

  test('while a new segment begins loses nothing', async () => {
    const { disk, openFile } = smallDisk(36 + 3 * 28 + 10);
    const dir = directory();
    const log = await openLog({ dir, clock, openFile, segment_bytes: 36 + 3 * 28 });
    for (const text of ['aa', 'bb', 'cc']) await log.put(record(text));
    await expect(log.put(record('dd'))).rejects.toThrow('ENOSPC');
    disk.left = 1000;
    expect((await log.put(record('ee'))).sequence).toBe(sequence(3));
    expect(await textsOf(log)).toEqual(['aa', 'bb', 'cc', 'ee']);
    expect(segmentsOf(dir)).toHaveLength(2);
    await log.close();
  });
});

test('puts that wait together share one sync', async () => {
  const { disk, openFile } = smallDisk(1e9);
  const log = await openLog({ dir: directory(), clock, openFile });
  await Promise.all(Array.from({ length: 200 }, (_, n) => log.put(record(`${n}`))));
  expect(disk.syncs).toBeLessThanOrEqual(3); // the segment's head, the first put, and all that came meanwhile
  await log.close();
});

test('puts are refused when too many bytes wait for the disk', async () => {
  const log = await openLog({ dir: directory(), clock, max_waiting_bytes: 100 });
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => log.put(record(`text number ${n}`))));
  const refused = outcomes.filter(outcome => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ reason: { name: 'StreamUnavailable' } });
  expect(await textsOf(log)).toHaveLength(outcomes.length - refused.length);
  await log.close();
});

test('a record too large is the caller’s error, and the log goes on', async () => {
  const log = await openLog({ dir: directory(), clock });
  await expect(log.put({ partition_key: 'k'.repeat(70_000), data: Buffer.alloc(1) })).rejects.toThrow(
    'partition key of 70000 bytes',
  );
  await expect(log.put({ partition_key: 'k', data: Buffer.alloc(65 * 1024 * 1024) })).rejects.toThrow('at most');
  await log.put(record('a'));
  await log.close();
});

describe('one writer', () => {
  test('a second one is told who holds the log, and succeeds once it is closed', async () => {
    const dir = directory();
    const log = await openLog({ dir, clock });
    await expect(openLog({ dir, clock })).rejects.toThrow(`in use by process ${process.pid}`);
    await log.close();
    await (await openLog({ dir, clock })).close();
  });

  test('a closed log takes no more', async () => {
    const log = await openLog({ dir: directory(), clock });
    await log.close();
    await expect(log.put(record('a'))).rejects.toThrow('closed');
  });
});

describe('a reader', () => {
  test('reads on from any record, over segments, within its limits', async () => {
    const dir = await closedLog(
      Array.from({ length: 30 }, (_, n) => `text ${n}`),
      { segment_bytes: 200 },
    );
    const log = await openLog({ dir, clock });
    const reader = openLogReader(log);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1, max: 29 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 29 }),
        async (after, most, until) => {
          const read = await reader.read({
            ...(after >= 0 && { after: sequence(after) }),
            until: sequence(until),
            max_records: most,
            max_bytes: 1e9,
          });
          const from = after + 1;
          const count = Math.max(0, Math.min(most, until - from + 1));
          expect(read.map(({ data }) => Buffer.from(data).toString())).toEqual(
            Array.from({ length: count }, (_, n) => `text ${from + n}`),
          );
        },
      ),
    );
    await reader.close();
    await log.close();
  });

  test('in another thread is woken by a put and sees it', async () => {
    const log = await openLog({ dir: directory(), clock });
    const worker = new Worker(new URL('./log-reading-worker.ts', import.meta.url), {
      workerData: { dir: log.dir, durable: log.durable },
    });
    const message = () => new Promise(resolve => worker.once('message', resolve));
    expect(await message()).toBe('waiting');
    const heard = message();
    await log.put(record('to another thread'));
    expect(await heard).toEqual(['to another thread']);
    await worker.terminate();
    await log.close();
  });
});

describe('trimming', () => {
  test('deletes whole segments that all have done and that are old enough, from the oldest', async () => {
    let now = 1_770_000_000_000;
    const log = await openLog({ dir: directory(), clock: { now: () => now }, segment_bytes: 60, retention_ms: 1000 });
    for (const text of ['a', 'b', 'c', 'd']) {
      await log.put(record(text, 10));
      now += 400;
    }
    const count = segmentsOf(log.dir).length;
    expect(count).toBe(4);
    expect(await log.trim({ before: sequence(3) })).toBe(1); // b ended 800 ms ago
    now += 10_000;
    expect(await log.trim({ before: sequence(2) })).toBe(1);
    expect(await log.trim({ before: sequence(3) })).toBe(1);
    expect(await log.trim({ before: sequence(3) })).toBe(0);
    expect(await textsOf(log)).toEqual(['d']);
    const reader = openLogReader(log);
    expect(await reader.trimmed()).toEqual({ records: 3, events: 30 });
    expect(log.totals()).toEqual({ records: 4, events: 40 });
    await expect(reader.read({ ...ALL, after: sequence(0) })).rejects.toThrow('record 1 was trimmed');
    await reader.close();
    await log.close();
  });
});
