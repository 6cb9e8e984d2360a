import { readFileSync } from 'node:fs';
import { timeBounds } from '../../core/limits.ts';
import { parseRates } from '../../core/money.ts';
import { ingest } from '../../lambdas/collect/ingest.ts';
import type { NewObject } from '../../lambdas/register/register.ts';
import { registry } from '../../lambdas/registry.ts';
import { transform } from '../../lambdas/transform/transform.ts';
import { openFiles } from '../../localstack/embedded/files.ts';
import { studio } from '../../localstack/studio/studio.ts';
import { memoryClock, memoryKeyValue, memorySecrets, memoryStream } from '../memory-ports.ts';

const START = '2026-03-01';
/** The moment so many days after the studio began. */
export const onDay = (days: number): number => Date.parse(START) + days * 86_400_000;

/** Games by their calendar; the studio plays the first. */
export const GAMES = [
  { id: 'g', reporting_offset_minutes: 0 },
  { id: 'h', reporting_offset_minutes: 420 },
];

/** Objects that appear before one run of refine, and when it runs. */
export type Lot = { runs_at: number; objects: NewObject[] };

/**
 * A studio and whoever else sends events, as collect takes them; what the transform makes of them, `batch` records at a time, lies
 * under `root`.
 */
export async function playing(root: string, { players, days, batch = Number.POSITIVE_INFINITY }: PlayingOptions) {
  const clock = memoryClock();
  const made: NewObject[] = [];
  const objects = await openFiles({ root, onPut: object => void made.push(object) });
  const games = registry({ keyValue: memoryKeyValue(clock), secrets: memorySecrets(), clock });
  for (const game of GAMES) await games.createGame({ ...game, name: game.id });
  const stream = memoryStream(clock);
  let next = 0;
  const settings = { region: 'local', rates: parseRates(readFileSync('glue/rates.csv', 'utf8')), ...timeBounds };
  const send = ingest({ stream, registry: games, clock, newId: () => `d${next++}` }, settings);
  const write = transform({ objects });
  const requests = studio({ seed: 'engines', players, start: START, days, game: 'g' }).requests()[Symbol.iterator]();
  let waiting = requests.next();
  let taken = 0;
  /** Records since the last time. */
  const take = () => {
    const records = stream.records.slice(taken);
    taken = stream.records.length;
    return records;
  };
  return {
    objects,
    write,
    take,
    /** Sends all that the studio sends before then. */
    async play(until: number) {
      for (; !waiting.done && waiting.value.received_at < until; waiting = requests.next()) {
        const { received_at, ...request } = waiting.value;
        clock.set(received_at);
        await send({ game: 'g', protocol: 'native', ...request });
      }
    },
    async say(game: string, received_at: number, events: readonly object[]) {
      clock.set(received_at);
      await send({ game, protocol: 'native', history: false, events });
    },
    /** The objects of all that was sent since the last lot. */
    async lot(runs_at: number): Promise<Lot> {
      const records = take();
      for (let at = 0; at < records.length; at += batch) await write(records.slice(at, at + batch));
      return { runs_at, objects: made.splice(0) };
    },
  };
}

type PlayingOptions = { players: number; days: number; batch?: number };
