import { readFileSync } from 'node:fs';
import { timeBounds } from '../../core/limits.ts';
import { parseRates } from '../../core/money.ts';
import type { ObjectStore } from '../../core/ports.ts';
import { ingest } from '../../lambdas/collect/ingest.ts';
import type { NewObject } from '../../lambdas/register/register.ts';
import { registry } from '../../lambdas/registry.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { keepFailure } from '../../localstack/embedded/mapping-failures.ts';
import { studio } from '../../localstack/studio/studio.ts';
import { memoryClock, memoryKeyValue, memorySecrets, memoryStream } from '../memory-ports.ts';

const START = '2026-03-01';
const DAY = 86_400_000;
/** The moment so many days after the studio began. */
export const onDay = (days: number): number => Date.parse(START) + days * DAY;

export const GAMES = [
  { id: 'g', reporting_offset_minutes: 0 },
  { id: 'h', reporting_offset_minutes: 420 },
];

/** Objects that appear before one run of refine, and when it runs. */
export type Lot = { runs_at: number; objects: NewObject[] };

export type Played = { lots: Lot[]; objects: ObjectStore; path: (key: string) => string };

/**
 * Six days of a small studio as the transform writes them under `root`, in lots that are merged one after another. The studio
 * brings duplicates, conflicts and broken events; what it lacks is added: days that arrive late, objects merged out of order,
 * positions that two objects hold, copies days apart, and a dead letter.
 */
export async function playedObjects(root: string, { players = 40 } = {}): Promise<Played> {
  const clock = memoryClock();
  const made: NewObject[] = [];
  const files = await openFiles({ root, onPut: object => void made.push(object) });
  const games = registry({ keyValue: memoryKeyValue(clock), secrets: memorySecrets(), clock });
  for (const game of GAMES) await games.createGame({ ...game, name: game.id });
  const stream = memoryStream(clock);
  let next = 0;
  const settings = { region: 'local', rates: parseRates(readFileSync('glue/rates.csv', 'utf8')), ...timeBounds };
  const send = ingest({ stream, registry: games, clock, newId: () => `d${next++}` }, settings);
  const write = transform({ objects: files });
  const requests = studio({ seed: 'engines', players, start: START, days: 6, game: 'g' }).requests()[Symbol.iterator]();
  let waiting = requests.next();

  /** All that the studio sends before then. */
  const play = async (until: number) => {
    for (; !waiting.done && waiting.value.received_at < until; waiting = requests.next()) {
      const { received_at, ...request } = waiting.value;
      clock.set(received_at);
      await send({ game: 'g', protocol: 'native', ...request });
    }
  };
  const say = async (game: string, received_at: number, events: readonly object[]) => {
    clock.set(received_at);
    await send({ game, protocol: 'native', history: false, events });
  };
  let consumed = 0;
  const lot = async (runs_at: number): Promise<Lot> => {
    await write(stream.records.slice(consumed));
    consumed = stream.records.length;
    return { runs_at, objects: made.splice(0) };
  };

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
  const second = await lot(onDay(4));
  second.objects.push(...late);

  const repeated = stream.records.slice(-40, -10);
  await play(onDay(6));
  await say('g', onDay(5.9), [
    spoken('apart', onDay(0.5), { app_version: '9.9.9' }),
    spoken('earlier', onDay(0.2), { player_id: 'nina' }),
    spoken('too late', onDay(-40)),
    bought('client', onDay(3.8), { reported_by: 'client' }),
    bought('server', onDay(4.2), { reported_by: 'server' }),
  ]);
  await say('h', onDay(5.9), [spoken('h1', onDay(1.4)), spoken('h3', onDay(5.8))]);
  await write(repeated);
  const third = await lot(onDay(6) + 3_600_000);

  await say('g', onDay(6.1), [spoken('dead', onDay(6))]);
  const failure = { consumer: 'transform', error: 'unreadable', attempts: 6, failed_at: clock.now() };
  await keepFailure(files, stream.records.slice(consumed), failure);
  consumed = stream.records.length;
  return { lots: [first, second, third, await lot(onDay(7))], objects: files, path: files.path };
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
