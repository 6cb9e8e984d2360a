import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf } from '../../core/days.ts';
import { StreamUnavailable } from '../../core/ports.ts';
import type { Front } from '../open-lake.ts';
import { live } from '../studio/live.ts';
import type { StudioRequest } from '../studio/made.ts';
import type { StudioOptions } from '../studio/studio.ts';
import { studio } from '../studio/studio.ts';

/** The simulated studio's game. */
export const DEMO = 'demo';

const STATE = { partition: 'laptop', sort: 'demo' };
const PLAYERS = 900;
const DAYS = 31;
/** Requests on their way to the log at a time: they share its writes to the disk. */
const LANES = 32;
const TRICKLE_MS = 1000;

type State = { studio: StudioOptions; loaded: boolean };

/** The demo of a directory, if it has one; a lake that is empty gets one. */
export async function demoOf(front: Front, { now }: { now: number }): Promise<State | undefined> {
  const known = (await front.keyValue.get(STATE)) as State | undefined;
  if (known || (await front.registry.games()).length > 0) return known;
  await front.registry.createGame({ id: DEMO, name: 'Demo: a simulated studio' });
  const start = addDays(dayOf(now), 1 - DAYS);
  const options = { seed: 1, players: PLAYERS, start, days: DAYS, game: DEMO, until: now };
  const state: State = { studio: options, loaded: false };
  await front.keyValue.write([{ kind: 'put', ...STATE, value: state }]);
  return state;
}

/**
 * Plays the month that has passed, as if it had been received then. Interrupted, it is played again from its beginning: the
 * same events under the same ids, so the lake sees duplicates and nothing else.
 */
export async function playMonth(front: Front, state: State, signal: AbortSignal): Promise<void> {
  if (state.loaded) return;
  await playAll(front, { game: DEMO, requests: studio(state.studio).requests(), signal });
  if (!signal.aborted) await front.keyValue.write([{ kind: 'put', ...STATE, value: { ...state, loaded: true } }]);
}

/** Keeps live play going until the signal. */
export async function keepPlaying(front: Front, { studio: options }: State, signal: AbortSignal): Promise<void> {
  const { until: _until, ...lasting } = options;
  const { nextRequests } = live(lasting);
  while (!signal.aborted) {
    await playAll(front, { game: DEMO, requests: nextRequests(Date.now()), signal });
    // the signal ends the pause, which is no failure
    await sleep(TRICKLE_MS, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Sends requests at the times they say, several at once; answers how many events went in. With a signal what the stream refuses, as it
 * does on a full disk, is sent again until it is kept, as a game client does; without one it throws StreamUnavailable.
 */
export async function playAll(
  front: Front,
  { game, requests, signal }: { game: string; requests: Iterable<StudioRequest>; signal?: AbortSignal },
): Promise<number> {
  let events = 0;
  const source = requests[Symbol.iterator]();
  const lane = async () => {
    let now = 0;
    const send = front.ingestAt({ now: () => now });
    for (let next = source.next(); !next.done && !signal?.aborted; next = source.next()) {
      const { received_at, ...request } = next.value;
      now = received_at;
      await untilKept(() => send({ ...request, game, protocol: 'simulated' }), signal);
      events += request.events.length;
      // clients and the page come first
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return events;
}

async function untilKept(send: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await send();
      return;
    } catch (error) {
      if (!(error instanceof StreamUnavailable) || !signal || signal.aborted) throw error;
      // the signal ends the pause, and then the error is thrown
      await sleep(error.retry_after_seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
}
