import { createHash } from 'node:crypto';
import { studio } from '../../localstack/studio/studio.ts';

/** What the sample is taken from: the simulated studio, always the same one. */
export const SAMPLE = { seed: 'cost', players: 8000, start: '2026-03-01', days: 30 } as const;

type Event = Record<string, unknown>;

/** What the peers' table assumes an event to be. */
const PEER_BYTES = 1024;

/**
 * The studio's events in the order received, from one player's request to the next as a busy studio would see them: requests of a
 * day are taken in the order of a hash, so that neighbours are other players, and ids are UUIDs, which compress as such.
 */
export function sampleEvents(): { event: Event; received_at: number }[] {
  const requests = [...studio(SAMPLE).requests()].map(({ received_at, events }, index) => ({
    received_at,
    events: events as Event[],
    order: [Math.floor(received_at / 86_400_000), hashOf(`order ${index}`)].join(' '),
  }));
  requests.sort((a, b) => (a.order < b.order ? -1 : 1));
  return requests.flatMap(({ events, received_at }, request) =>
    events.map((event, index) => ({
      received_at,
      event: typeof event.event_id === 'string' ? { ...event, event_id: uuidOf(`${request} ${index}`) } : event,
    })),
  );
}

/** The event with attributes until it is as long as the peers assume; half of them are words, half are numbers. */
export function padded(event: Event, index: number): Event {
  const attributes: Record<string, string | number> = {};
  let bytes = JSON.stringify(event).length + ',"attributes":{}'.length;
  for (let at = 0; bytes < PEER_BYTES; at++) {
    const [name, values] = ATTRIBUTES[at % ATTRIBUTES.length]!;
    const draw = Number.parseInt(hashOf(`${name} ${index} ${at}`).slice(0, 8), 16);
    const value = typeof values === 'number' ? (draw % (values * 100)) / 100 : values[draw % values.length]!;
    const key = at < ATTRIBUTES.length ? name : `${name}_${Math.floor(at / ATTRIBUTES.length)}`;
    attributes[key] = value;
    bytes += JSON.stringify({ [key]: value }).length - 1;
  }
  return { ...event, attributes: { ...attributes, ...(event.attributes as object | undefined) } };
}

const ATTRIBUTES: readonly (readonly [string, number | readonly string[]])[] = [
  ['scene', ['harbour', 'old_mine', 'sky_temple', 'frozen_pass', 'market', 'arena_3']],
  ['position_x', 4000],
  ['position_y', 4000],
  ['network', ['wifi', '5g', '4g', 'ethernet']],
  ['frames_per_second', 144],
  ['ping_milliseconds', 400],
  ['quality', ['low', 'medium', 'high', 'ultra']],
  ['memory_mib', 6000],
  ['battery_percent', 100],
  ['party', ['solo', 'duo', 'squad']],
  ['weapon', ['bow', 'hammer', 'staff', 'twin_daggers', 'shield_and_spear']],
  ['health', 100],
];

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function uuidOf(text: string): string {
  const hex = hashOf(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Bodies of requests of so many events each, stamped as sent just now. */
export function bodiesOf(events: readonly Event[], per_request: number, sent_at: number): Buffer[] {
  return Array.from({ length: Math.floor(events.length / per_request) }, (_, at) =>
    Buffer.from(JSON.stringify({ sent_at, events: events.slice(at * per_request, (at + 1) * per_request) })),
  );
}
