import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventStream, NewRecord, RecordPosition, StreamRecord } from '../../core/ports.ts';

/** A stream on its own, with everything it holds from the oldest on. */
export type OpenStream = () => Promise<{
  stream: EventStream;
  readAll: () => Promise<StreamRecord[]>;
  close: () => Promise<void>;
}>;

const record = fc.record({
  partition_key: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  data: fc.uint8Array({ maxLength: 300 }),
  count: fc.nat({ max: 500 }),
});

/** The laws of `EventStream`. */
export function eventStreamSuite(name: string, open: OpenStream): void {
  test(`${name}: what was acknowledged is read once, whole and where put said`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 5 }), async waves => {
        const { stream, readAll, close } = await open();
        const positions: RecordPosition[] = [];
        for (const wave of waves) positions.push(...(await Promise.all(wave.map(stream.put))));
        const read = await readAll();
        await close();
        const put = waves.flat().map((given, index) => ({ ...given, ...positions[index]! }));
        expect(sorted(read.map(comparable))).toEqual(sorted(put.map(comparable)));
      }),
      { numRuns: 20 },
    );
  });

  test(`${name}: sequences sort as text in the order of puts that waited for each other`, async () => {
    const { stream, close } = await open();
    const sequences: string[] = [];
    for (let count = 0; count < 120; count += 1) sequences.push((await stream.put(small(count))).sequence);
    await close();
    expect(new Set(sequences).size).toBe(120);
    expect([...sequences].sort()).toEqual(sequences);
  });

  test(`${name}: a shard is read in the order of its sequences`, async () => {
    const { stream, readAll, close } = await open();
    await Promise.all(Array.from({ length: 50 }, (_, count) => stream.put(small(count))));
    const sequences = (await readAll()).map(read => read.sequence);
    await close();
    expect(sequences).toEqual([...sequences].sort());
  });
}

const small = (count: number): NewRecord => ({ partition_key: 'game', data: Buffer.from(`record ${count}`), count });

const comparable = ({
  partition_key,
  data,
  shard,
  sequence,
}: StreamRecord | (NewRecord & { shard: string; sequence: string })) => ({
  partition_key,
  shard,
  sequence,
  data: Buffer.from(data).toString('hex'),
});

/** By place: sequences tell the records of one shard apart, and no more. */
const sorted = <T extends RecordPosition>(records: T[]) =>
  records.sort((a, b) => (`${a.shard} ${a.sequence}` < `${b.shard} ${b.sequence}` ? -1 : 1));
