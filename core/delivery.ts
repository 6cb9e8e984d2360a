import type { Refusal } from './result.ts';

/** What is known of one request; times in epoch milliseconds. */
export type DeliveryFacts = {
  delivery_id: string;
  game: string;
  region: string;
  protocol: string;
  received_at: number;
  sent_at?: number;
  /** Trusted history: no clock correction, no late window. */
  history: boolean;
};

/** A row of an event table: column name → value; timestamps in epoch milliseconds, dates `YYYY-MM-DD`, absent means null. */
export type EventRow = Record<string, string | number | boolean | null | undefined>;

/** An event after the pipeline. A refused one keeps what is known of it in `row`, and the processed event as JSON in `payload`. */
export type ProcessedEvent = { fate: 'ok'; row: EventRow } | (Refusal & { row: EventRow; payload: string });

/** One stream record: one request's processed events with what collect knows. */
export type Delivery = DeliveryFacts & { events: readonly ProcessedEvent[] };
