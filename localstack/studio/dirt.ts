import { DAY, SECOND } from '../../core/time.ts';
import type { Flaw, Made, Sent } from './made.ts';
import type { Random } from './random.ts';

/** How often things go wrong, as probabilities: of an event, or of a request. */
export const RATES = {
  broken: 0.006,
  future: 0.001,
  drift: 0.01,
  changed: 0.004,
  echoed: 0.015,
  resent: 0.02,
} as const;

type Event = Record<string, unknown>;

/** Ways to break an event, with the code the lake answers. */
const BREAKAGES: readonly { flaw: Flaw; spoil: (event: Event) => Event }[] = [
  { flaw: 'unknown_event_type', spoil: event => ({ ...event, event_type: 'level_upp' }) },
  { flaw: 'missing_field', spoil: ({ event_type: _, ...rest }) => rest },
  { flaw: 'missing_field', spoil: ({ player_id: _, ...rest }) => rest },
  { flaw: 'missing_field', spoil: ({ client_time: _, ...rest }) => rest },
  { flaw: 'missing_field', spoil: event => withType(event, 'progression', { level: 'world-1/level-1', score: 10 }) },
  { flaw: 'wrong_type', spoil: event => withType(event, 'match_end', { match_id: 'm-1', score: 'a lot' }) },
  {
    flaw: 'wrong_type',
    spoil: event =>
      withType(event, 'purchase', { transaction_id: 'T-broken', amount: { cents: 499 }, currency: 'USD' }),
  },
  { flaw: 'wrong_type', spoil: event => ({ ...event, properties: ['score', 10] }) },
  { flaw: 'out_of_range', spoil: event => withType(event, 'review', { body: 'great', rating: 11 }) },
  { flaw: 'out_of_range', spoil: event => withType(event, 'match_end', { match_id: 'm-1', kills: -3 }) },
  {
    flaw: 'bad_format',
    spoil: event => withType(event, 'purchase', { transaction_id: 'T-broken', amount: 499, currency: 'dollars' }),
  },
  { flaw: 'bad_format', spoil: event => ({ ...event, client_time: 'yesterday evening' }) },
];

const withType = (event: Event, event_type: string, properties: Event): Event => ({ ...event, event_type, properties });

/** Spoils some of a session's events: broken ones, ones from the future, ones with properties nobody has described. */
export function spoil(made: readonly Made[], random: Random): Made[] {
  return made.map(one => {
    const draw = random.next();
    if (draw < RATES.broken) return broken(one, random);
    if (draw < RATES.broken + RATES.future) return fromTheFuture(one, random);
    return draw < RATES.broken + RATES.future + RATES.drift ? drifted(one) : one;
  });
}

function broken(made: Made, random: Random): Made {
  const { flaw, spoil } = random.pick(BREAKAGES);
  return { ...made, event: spoil(made.event), flaw };
}

function fromTheFuture(made: Made, random: Random): Made {
  const client_time = made.client_time + random.int(15, 400) * DAY;
  return { ...made, client_time, event: { ...made.event, client_time: new Date(client_time).toISOString() } };
}

const drifted = (made: Made): Made => ({
  ...made,
  event: { ...made.event, properties: { ...(made.event.properties as Event), weather: 'rain', build_channel: 7 } },
  drift: 2,
});

/** Repeats some of what a session sends: a whole request after a time-out, one event in the next request, an id with other content. */
export function repeat(requests: readonly Sent[], random: Random): Sent[] {
  const all = requests.map((request, n) => ({
    ...request,
    events: [...request.events, ...leftovers(requests, n, random)],
  }));
  return all.flatMap(request => (random.chance(RATES.resent) ? [request, again(request, random)] : [request]));
}

/** Events that come along once more in request `n` of the session. */
function leftovers(requests: readonly Sent[], n: number, random: Random): Made[] {
  const before = requests[n - 1]?.events.at(-1);
  const echoed = before && random.chance(RATES.echoed) ? [before] : [];
  const twice = requests[n]!.events.filter(
    made => made.event.event_type === 'progression' && random.chance(RATES.changed),
  );
  return [...echoed, ...twice.map(changed)];
}

const changed = (made: Made): Made => ({
  ...made,
  event: { ...made.event, properties: { ...(made.event.properties as Event), score: 77_777 } },
  changed: true,
});

/** The same request some seconds later, stamped anew. */
function again(request: Sent, random: Random): Sent {
  const wait = random.int(5, 60) * SECOND;
  const { sent_at, received_at, events } = request;
  return { events, received_at: received_at + wait, ...(sent_at === undefined ? {} : { sent_at: sent_at + wait + 7 }) };
}

/** What a device kept in its queue since long before: too late by days, or by weeks. */
export function oldQueue(made: readonly Made[], random: Random): Made[] {
  return made.slice(0, 4).map((one, n) => {
    const client_time = one.client_time - random.int(31, 60) * DAY;
    const event = {
      ...one.event,
      event_id: `q-${String(one.event.event_id)}-${n}`.slice(0, 64),
      client_time: new Date(client_time).toISOString(),
    };
    return { ...one, event, client_time };
  });
}
