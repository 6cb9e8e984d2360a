import type { DeliveryFacts, ProcessedEvent } from '../../core/delivery.ts';
import { deliveryOf, encodeDelivery } from '../../core/delivery.ts';
import { limits } from '../../core/limits.ts';
import type { Clock, EventStream } from '../../core/ports.ts';
import type { Registry } from '../registry.ts';
import type { CollectingGame, Judging } from './games.ts';
import { collectingGames } from './games.ts';

export type IngestPorts = { stream: EventStream; registry: Registry; clock: Clock; newId: () => string };
export type IngestSettings = Judging & { region: string };

/** One request's events; `sent_at` in epoch milliseconds. */
export type Submission = {
  game: string;
  events: readonly unknown[];
  sent_at?: number;
  history: boolean;
  protocol: string;
};

/** What became of one event. Its id is the one that is stored: personal data in it is masked here too. */
export type EventAnswer = {
  index: number;
  event_id: string | null;
  status: 'accepted' | 'rejected';
  code?: string;
  pointer?: string;
  message?: string;
};
export type Answer = { delivery_id: string; accepted: number; rejected: number; results: EventAnswer[] };

/**
 * Judges a request's events and puts them on the stream as one delivery, the refused ones too, for replay.
 * Once answered, all of it is durable. Throws StreamUnavailable (nothing was kept) and RegistryError.
 */
export function ingest(ports: IngestPorts, settings: IngestSettings) {
  return ingestGames({ ...ports, gameOf: collectingGames(ports, settings) }, settings);
}

/** `ingest` for a caller that looks its games up itself. */
export function ingestGames(
  { stream, clock, newId, gameOf }: Omit<IngestPorts, 'registry'> & { gameOf: (id: string) => Promise<CollectingGame> },
  { region }: Pick<IngestSettings, 'region'>,
) {
  return async function ingestEvents({ game, events, sent_at, history, protocol }: Submission): Promise<Answer> {
    const { process } = await gameOf(game);
    const facts: DeliveryFacts = {
      delivery_id: newId(),
      game,
      region,
      protocol,
      received_at: clock.now(),
      ...(sent_at !== undefined && { sent_at }),
      history,
    };
    const processed = events.map(event => process(event, facts));
    const data = encodeDelivery(deliveryOf(facts, processed));
    await stream.put({ partition_key: facts.delivery_id, data, count: processed.length });
    return answerOf(facts.delivery_id, processed);
  };
}

function answerOf(delivery_id: string, processed: readonly ProcessedEvent[]): Answer {
  const results = processed.map(resultOf);
  const accepted = results.filter(result => result.status === 'accepted').length;
  return { delivery_id, accepted, rejected: results.length - accepted, results };
}

function resultOf(event: ProcessedEvent, index: number): EventAnswer {
  const event_id =
    typeof event.row.event_id === 'string' ? event.row.event_id.slice(0, limits.event_id_characters) : null;
  if (event.fate === 'ok') return { index, event_id, status: 'accepted' };
  return { index, event_id, status: 'rejected', code: event.reason, pointer: event.pointer, message: event.message };
}
