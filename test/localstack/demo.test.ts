import { expect, test } from '@jest/globals';
import { StreamUnavailable } from '../../core/ports.ts';
import type { Front } from '../../localstack/open-lake.ts';
import { playAll } from '../../localstack/server/demo.ts';

const request = { received_at: 0, events: [{}], history: false };

/** A lake whose stream refuses so many requests. */
function refusing(times: number) {
  const seen = { sent: 0 };
  const ingestAt = () => async () => {
    seen.sent += 1;
    if (seen.sent <= times) throw new StreamUnavailable('the disk is full', 0.01);
    return { delivery_id: 'd', accepted: 1, rejected: 0, results: [] };
  };
  return { front: { ingestAt } as unknown as Front, seen };
}

test('the simulated studio sends again what the stream refused', async () => {
  const { front, seen } = refusing(3);
  const { signal } = new AbortController();
  expect(await playAll(front, { game: 'demo', requests: [request], signal })).toBe(1);
  expect(seen.sent).toBe(4);
});

test('a simulation that nobody can end gives up', async () => {
  const { front } = refusing(1);
  await expect(playAll(front, { game: 'demo', requests: [request] })).rejects.toThrow('the disk is full');
});
