import type { Files } from '../../localstack/embedded/files.ts';
import { keepFailure } from '../../localstack/embedded/mapping-failures.ts';
import { type Lot, onDay, playing } from './playing.ts';

export type Played = { lots: Lot[]; objects: Files };

/**
 * Six days of a small studio as the transform writes them under `root`, in lots that are merged one after another. The studio
 * brings duplicates, conflicts and broken events; what it lacks is added: days that arrive late, objects merged out of order,
 * positions that two objects hold, copies days apart, and a dead letter.
 */
export async function playedObjects(root: string): Promise<Played> {
  const { play, say, lot, take, write, objects } = await playing(root, { players: 40, days: 6 });

  await play(onDay(2));
  await say('g', onDay(1.1), [spoken('twice', onDay(1.05))]);
  await say('g', onDay(1.9), [spoken('twice', onDay(1.85), { app_version: '9.9.9' })]);
  await say('h', onDay(1.5), [spoken('h1', onDay(1.4)), spoken('h2', onDay(0.8), { player_id: 'harriet' })]);
  const first = await lot(onDay(2));
  // every third object comes a run later, the earlier copy of `twice` in one of them: it then beats the one that silver holds
  const late = first.objects.filter(({ key }, index) => index % 3 === 0 || key.includes('arrival=2026-03-02-02'));
  first.objects = first.objects.filter(object => !late.includes(object));

  await play(onDay(4));
  await say('g', onDay(3.9), [spoken('apart', onDay(3.8)), spoken('newcomer', onDay(3.8), { player_id: 'nina' })]);
  const sent = take();
  await write(sent);
  const second = await lot(onDay(4));
  second.objects.push(...late);

  await play(onDay(6));
  await say('g', onDay(5.9), [
    spoken('apart', onDay(0.5), { app_version: '9.9.9' }),
    spoken('earlier', onDay(0.2), { player_id: 'nina' }),
    spoken('too late', onDay(-40)),
    bought('client', onDay(3.8), { reported_by: 'client' }),
    bought('server', onDay(4.2), { reported_by: 'server' }),
  ]);
  await say('h', onDay(5.9), [spoken('h1', onDay(1.4)), spoken('h3', onDay(5.8))]);
  await write(sent.slice(-40, -10));
  const third = await lot(onDay(6) + 3_600_000);

  await say('g', onDay(6.1), [spoken('dead', onDay(6))]);
  await keepFailure(objects, take(), {
    consumer: 'transform',
    condition: 'RetryAttemptsExhausted',
    error: 'unreadable',
    attempts: 6,
    failed_at: onDay(6.2),
  });
  return { lots: [first, second, third, await lot(onDay(7))], objects };
}

const spoken = (event_id: string, time: number, rest: object = {}) => ({
  event_id,
  event_type: 'chat_message',
  player_id: 'hannah',
  client_time: time,
  properties: { body: "it's a fine day" },
  ...rest,
});

const bought = (event_id: string, time: number, properties: object) => ({
  event_id,
  event_type: 'purchase',
  player_id: 'nina',
  client_time: time,
  properties: { transaction_id: 't-nina', amount: 499, currency: 'USD', ...properties },
});
