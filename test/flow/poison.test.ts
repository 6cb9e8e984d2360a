import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KeyValue } from '../../core/ports.ts';
import { readDeadLetters } from '../../lambdas/dead-letters.ts';
import { streamTrigger } from '../../lambdas/functions.ts';
import { live } from '../../lambdas/live/live.ts';
import { register } from '../../lambdas/register/register.ts';
import { systemClock } from '../../localstack/embedded/clock.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { openLog } from '../../localstack/embedded/log.ts';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';
import { openMapping } from '../../localstack/embedded/mapping.ts';
import { exposition } from '../../localstack/metrics/exposition.ts';
import { workMetrics } from '../../localstack/metrics/working.ts';
import { openFront } from '../../localstack/open-lake.ts';
import { deliveryOf, recordOf } from '../lambdas/reading.ts';
import { memoryKeyValue } from '../memory-ports.ts';
import { temporaryDirectories } from '../ports/temporary.ts';
import { parsePrometheus } from './prometheus.ts';
import type { RunningServer } from './running-server.ts';
import { accounting, lakeDirectory, startServer } from './running-server.ts';

const directory = temporaryDirectories();

/** Data of the records in each failure of a consumer, by the order of the stream. */
async function failedData(objects: string, consumer: string): Promise<string[][]> {
  const folder = join(objects, 'failed', consumer);
  const names = (await readdir(folder)).toSorted();
  const bodies = await Promise.all(names.map(name => readFile(join(folder, name))));
  return bodies.map(body => readDeadLetters(body).records.map(({ data }) => base64(data)));
}

const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64');
const value = (text: string, name: string, labels = '') =>
  parsePrometheus(text).get(`playlake_${name}`)!.samples.get(labels);

const event = (event_id: string) => ({
  event_id,
  event_type: 'match_end',
  player_id: 'anna',
  client_time: new Date().toISOString(),
  properties: { score: 1 },
});

describe('transform meets two records that are no deliveries among six that are', () => {
  const GARBAGE = Buffer.from('not a delivery');
  const WITHOUT_TIME = zstdCompressSync(
    `${JSON.stringify({ format: 1, delivery_id: 'd', game: 'space', region: 'local', count: 0 })}\n{}`,
  );
  let server: RunningServer;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const made = await lakeDirectory();
    ({ remove } = made);
    const front = await openFront({ dir: made.dir, clock: systemClock });
    await front.registry.createGame({ id: 'space', name: 'Space' });
    const ingest = front.ingestAt(systemClock);
    const send = (...ids: string[]) =>
      ingest({ game: 'space', events: ids.map(event), sent_at: Date.now(), history: false, protocol: 'native' });
    const put = (data: Uint8Array) => front.log.put({ partition_key: 'p', data, count: 1 });
    await send('1', '2');
    await send('3', '4');
    await put(GARBAGE);
    await send('5', '6');
    await send('7', '8');
    await put(WITHOUT_TIME);
    await send('9', '10');
    await send('11', '12');
    await front.close();
    server = await startServer(made.dir);
    // consumes everything on the stream, with all retries, before it answers
    await server.api('POST', '/api/operations/refine');
  });
  afterAll(async () => {
    await server?.stop();
    await remove?.();
  });

  test('every good event is in silver once, and counted once as received', async () => {
    const { rows } = await server.api('POST', '/api/sql', {
      sql: 'SELECT event_id FROM silver.events ORDER BY CAST(event_id AS integer)',
    });
    const twelve = Array.from({ length: 12 }, (_, at) => String(at + 1));
    expect((rows as { event_id: string }[]).map(row => row.event_id)).toEqual(twelve);
    expect(await accounting(server, 'space')).toMatchObject({ received: 12, silver: 12, failed: 0, difference: 0 });
  });

  test('each poison is in the zone failed, alone and whole; live leaves them to transform', async () => {
    const objects = join(server.dir, 'objects');
    expect(await failedData(objects, 'transform')).toEqual([[base64(GARBAGE)], [base64(WITHOUT_TIME)]]);
    expect(await readdir(join(objects, 'failed'))).toEqual(['transform']);
  });

  test('the metrics that alarms watch have risen', async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(value(text, 'dead_letters_total')).toBe(2);
    // the first attempt and five retries of each
    expect(value(text, 'records_undecodable_total')).toBeGreaterThanOrEqual(12);
    expect(value(text, 'consumer_lag', 'function="transform"')).toBe(0);
    expect(value(text, 'consumer_age_seconds', 'function="transform"')).toBe(0);
  });
});

describe('live throws at one of five deliveries', () => {
  const deliveries = ['a', 'b', 'poison', 'c', 'd'].map((id, n) =>
    recordOf(n, deliveryOf(id, [event('1'), event('2')])),
  );
  let objects: string;
  let received: unknown;
  let text: string;
  beforeAll(async () => {
    const dir = directory();
    const counting = workMetrics(systemClock);
    const { measure } = counting;
    const keyValue = memoryKeyValue(systemClock);
    const refusing: KeyValue = {
      ...keyValue,
      async write(writes) {
        if (writes.some(({ sort }) => sort === 'poison')) throw new Error('this item cannot be written');
        return keyValue.write(writes);
      },
    };
    const log = await openLog({ dir: join(dir, 'stream'), clock: systemClock });
    for (const { partition_key, data } of deliveries) await log.put({ partition_key, data, count: 2 });
    const reader = openLogReader(log);
    objects = join(dir, 'objects');
    const note = register({ keyValue, clock: systemClock, measure });
    const { batch_size, retries, bisect } = streamTrigger('live');
    const mapping = await openMapping(
      { name: 'live', batch_size, retries, bisect, backoff_ms: 1 },
      {
        reader,
        handler: counting.consumer('live', live({ keyValue: refusing, clock: systemClock, measure })),
        keyValue,
        objects: await openFiles({ root: objects, onPut: object => note([object]) }),
        clock: systemClock,
      },
    );
    await mapping.drain();
    received = (await keyValue.query('received#g')).map(item => item.value);
    text = exposition(await counting.families({ consumers: [mapping.stats()], keyValue, games: [] }));
    await reader.close();
    await log.close();
  });

  test('the other four are counted, once', () => expect(received).toEqual([{ events: 8, deliveries: 4 }]));

  test('it is in the zone failed, alone and whole', async () =>
    expect(await failedData(objects, 'live')).toEqual([[base64(deliveries[2]!.data)]]));

  test('the metrics that alarms watch have risen', () => {
    expect(value(text, 'dead_letters_total')).toBe(1);
    // the first attempt and five retries
    expect(value(text, 'function_errors_total', 'function="live"')).toBeGreaterThanOrEqual(6);
    expect(value(text, 'events_received_total', 'game="g"')).toBe(8);
    expect(value(text, 'consumer_lag', 'function="live"')).toBe(0);
  });
});
