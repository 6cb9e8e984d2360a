import type { DeliveryFacts, ProcessedEvent } from '../../core/delivery.ts';
import { deliveryOf, encodeDelivery } from '../../core/delivery.ts';
import { limits } from '../../core/limits.ts';
import type { Clock, EventStream, NewRecord } from '../../core/ports.ts';
import type { Measure } from '../metrics.ts';
import { unmeasured } from '../metrics.ts';
import type { Registry } from '../registry.ts';
import type { CollectingGame, Judging } from './games.ts';
import { collectingGames } from './games.ts';

export type IngestPorts = {
  stream: EventStream;
  registry: Registry;
  clock: Clock;
  newId: () => string;
  measure?: Measure;
};
export type IngestSettings = Judging & { region: string };

/** One request's events; `sent_at` in epoch milliseconds. */
export type Submission = {
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

/** A request judged: what goes on the stream, and what is answered once it is there. */
export type Judged = { game: string; record: NewRecord; answer: Answer };

/** Judges a request's events and makes one delivery of them, the refused ones too, for replay. */
export const judging = ({ clock, newId }: Pick<IngestPorts, 'clock' | 'newId'>, { region }: { region: string }) =>
  function judge({ game, process }: CollectingGame, { events, sent_at, history, protocol }: Submission): Judged {
    const facts: DeliveryFacts = {
      delivery_id: newId(),
      game: game.id,
      region,
      protocol,
      received_at: clock.now(),
      ...(sent_at !== undefined && { sent_at }),
      history,
    };
    const processed = events.map(event => process(event, facts));
    const data = encodeDelivery(deliveryOf(facts, processed));
    const record = { partition_key: facts.delivery_id, data, count: processed.length };
    return { game: game.id, record, answer: answerOf(facts.delivery_id, processed) };
  };

/**
 * Judges a game's events and puts them on the stream. Once answered, all of it is durable. Throws StreamUnavailable (nothing
 * was kept) and RegistryError.
 */
export function ingest(ports: IngestPorts, settings: IngestSettings) {
  const gameOf = collectingGames(ports, settings);
  const judge = judging(ports, settings);
  return async function ingestEvents(submission: Submission & { game: string }): Promise<Answer> {
    const judged = judge(await gameOf(submission.game), submission);
    await ports.stream.put(judged.record);
    measureAnswer(judged, ports.measure);
    return judged.answer;
  };
}

/** Tells how many events a request that is on the stream had. */
export function measureAnswer({ game, answer }: Omit<Judged, 'record'>, measure: Measure = unmeasured): void {
  measure('events_accepted', answer.accepted, { game });
  if (answer.rejected > 0) measure('events_rejected', answer.rejected, { game });
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
