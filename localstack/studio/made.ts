/** Why an event cannot be accepted: the lake's own stable codes. */
export type Flaw = 'unknown_event_type' | 'missing_field' | 'wrong_type' | 'out_of_range' | 'bad_format';

/** An event as sent, with what the studio knows of it. */
export type Made = {
  event: Record<string, unknown>;
  /** `client_time` in epoch milliseconds. */
  client_time: number;
  /** It breaks its contract. */
  flaw?: Flaw;
  /** A copy that kept the id and changed the content. */
  changed?: boolean;
  /** How many of its properties no contract knows. */
  drift?: number;
};

/** A request on its way; times in epoch milliseconds of the server's clock, `sent_at` of the client's. */
export type Sent = { received_at: number; sent_at?: number; events: Made[] };

/** A request as the studio's clients and servers send it, `received_at` on the server's virtual clock. */
export type StudioRequest = { received_at: number; sent_at?: number; history: boolean; events: unknown[] };

/** Leaves out what only the studio knows. */
export const asSent = ({ events, ...times }: Sent): StudioRequest => ({
  ...times,
  history: false,
  events: events.map(({ event }) => event),
});

/** An accepted event, placed on the server's clock; `date` is its day in the game's offset. */
export type Accepted = { made: Made; time: number; received_at: number; date: string };
