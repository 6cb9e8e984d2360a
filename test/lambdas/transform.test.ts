import { describe, expect, test } from '@jest/globals';
import type { StreamRecord } from '../../core/ports.ts';
import { tables } from '../../glue/rendered/columns.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { memoryObjects } from '../memory-ports.ts';
import { event } from './collecting.ts';
import { AT, deliveryOf, HOUR, recordOf, rowsOf, sequence } from './reading.ts';

const WRONG = event('wrong', { properties: { score: 'high' } });
const LATE = event('late', { client_time: '2025-12-01T10:00:00Z' });
const JUNK = Buffer.from('no delivery');

async function transformed(...batches: StreamRecord[][]) {
  const store = memoryObjects();
  const failures: string[] = [];
  for (const batch of batches) failures.push(...(await transform({ objects: store })(batch)).failures);
  const keys = [...store.objects.keys()].sort();
  const rows = async (zone: string) =>
    (await Promise.all(keys.filter(key => key.startsWith(zone)).map(key => rowsOf(store.objects.get(key)!)))).flat();
  return { store, failures, keys, rows };
}

const object = (zone: string, first: number, last = first, hour = '2026-03-01-10', place = 'local-0') =>
  `${zone}/events/arrival=${hour}/${place}-${sequence(first)}-${sequence(last)}.parquet`;

describe('events go where their fate says', () => {
  const batch = [
    recordOf(4, deliveryOf('d1', [event('a'), WRONG, LATE, null])),
    recordOf(5, deliveryOf('d2', [event('b', { properties: { score: 2.5, map: 'äöü 😀' } })])),
  ];

  test('accepted ones to bronze, with their columns and their position', async () => {
    const { rows, failures } = await transformed(batch);
    expect(failures).toEqual([]);
    expect(await rows('bronze')).toMatchObject([
      {
        event_id: 'a',
        delivery_id: 'd1',
        region: 'local',
        shard: '0',
        sequence: sequence(4),
        event_index: 0,
        score: 1,
      },
      { event_id: 'b', delivery_id: 'd2', sequence: sequence(5), event_index: 0, score: 2.5, map: 'äöü 😀' },
    ]);
  });

  test('with times in UTC, dates, and nulls where nothing was sent', async () => {
    const [row] = await (await transformed(batch)).rows('bronze');
    expect(row).toMatchObject({
      client_time: new Date(Date.UTC(2026, 2, 1, 9, 59)),
      received_at: new Date(AT),
      event_date: new Date(Date.UTC(2026, 2, 1)),
      history: false,
      platform: null,
    });
    expect(Object.keys(row!)).toEqual(tables['bronze.events'].columns.map(column => column.name));
  });

  test('broken ones to quarantine with reason, pointer, message and what was sent, without the player', async () => {
    const rows = await (await transformed(batch)).rows('quarantine');
    expect(rows).toMatchObject([
      { event_id: 'wrong', event_index: 1, reason: 'wrong_type', pointer: '/properties/score' },
      { event_id: null, event_index: 3, reason: 'not_an_object', pointer: '' },
    ]);
    expect(rows[0]?.message).toMatch(/number/);
    const { player_key, ...payload } = JSON.parse(String(rows[0]?.payload));
    expect(player_key).toBe(rows[0]?.player_key);
    const { player_id: _, ...sent } = WRONG;
    expect(payload).toEqual(sent);
  });

  test('late ones beside them', async () => {
    expect(await (await transformed(batch)).rows('late')).toMatchObject([
      { event_id: 'late', event_index: 2, reason: 'too_late', pointer: '/client_time' },
    ]);
  });

  test('and no object is written for a fate that nothing had', async () => {
    expect((await transformed([recordOf(0, deliveryOf('d', [event('a')]))])).keys).toEqual([object('bronze', 0)]);
  });
});

describe('an object is named after what is in it', () => {
  test('by zone, hour of arrival, region, shard, first and last record', async () => {
    const { keys } = await transformed([
      recordOf(7, deliveryOf('d1', [event('a'), WRONG])),
      recordOf(8, deliveryOf('d2', [event('b')], { received_at: AT + HOUR - 1 })),
      recordOf(9, deliveryOf('d3', [event('c')], { received_at: AT + HOUR })),
      recordOf(3, deliveryOf('d4', [event('d')], { region: 'eu' })),
      recordOf(3, deliveryOf('d5', [event('e')]), '1'),
    ]);
    expect(keys).toEqual(
      [
        object('bronze', 7, 8),
        object('bronze', 9, 9, '2026-03-01-11'),
        object('bronze', 3, 3, '2026-03-01-10', 'eu-0'),
        object('bronze', 3, 3, '2026-03-01-10', 'local-1'),
        object('quarantine', 7, 8),
      ].sort(),
    );
  });

  test('whatever the order of the records, so a retried batch overwrites itself byte for byte', async () => {
    const batch = [0, 1, 2].map(n => recordOf(n, deliveryOf(`d${n}`, [event(`e${n}`), WRONG, LATE])));
    const once = await transformed(batch);
    const again = await transformed(batch, batch);
    expect(again.keys).toHaveLength(3);
    expect(again.store.objects).toEqual(once.store.objects);
    expect((await transformed(batch.toReversed())).keys).toEqual(once.keys);
  });

  test('so a bisected batch repeats positions under other names', async () => {
    const [a, b] = [0, 1].map(n => recordOf(n, deliveryOf(`d${n}`, [event(`e${n}`)]))) as [StreamRecord, StreamRecord];
    const { keys, rows } = await transformed([a, b], [a], [b]);
    expect(keys).toEqual([object('bronze', 0), object('bronze', 0, 1), object('bronze', 1)]);
    expect((await rows('bronze')).map(row => row.sequence)).toEqual([0, 0, 1, 1].map(sequence));
  });
});

describe('a record that cannot be read', () => {
  const whole = deliveryOf('d', [event('a'), event('b')]);
  const cut = Buffer.from(recordOf(0, whole).data).subarray(0, -5);
  const unreadable: [string, Uint8Array][] = [
    ['that is no delivery', JUNK],
    ['that is empty', Buffer.alloc(0)],
    ['that was cut', cut],
  ];
  for (const [name, data] of unreadable)
    test(`${name} is named as a failure, and its neighbours are written`, async () => {
      const { failures, rows } = await transformed([
        recordOf(0, deliveryOf('d0', [event('a')])),
        recordOf(1, data),
        recordOf(2, deliveryOf('d2', [event('c')])),
      ]);
      expect(failures).toEqual([sequence(1)]);
      expect((await rows('bronze')).map(row => row.event_id)).toEqual(['a', 'c']);
    });

  test('is any in which a single byte was changed', async () => {
    const { data } = recordOf(0, whole);
    const changed = Array.from(data, (byte, at) => data.with(at, byte ^ 1));
    const { failures, keys } = await transformed(changed.map((bytes, n) => recordOf(n, bytes)));
    expect(failures).toHaveLength(data.length);
    expect(keys).toEqual([]);
  });

  test('alone leaves no object behind', async () => {
    expect(await transformed([recordOf(0, JUNK)])).toMatchObject({ failures: [sequence(0)], keys: [] });
  });
});

test('a store that is down fails the whole batch, so that all of it is tried again', async () => {
  const objects = { ...memoryObjects(), put: () => Promise.reject(new Error('no store')) };
  await expect(transform({ objects })([recordOf(0, deliveryOf('d', [event('a')]))])).rejects.toThrow('no store');
});
