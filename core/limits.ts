/** The limits of the native protocol: documented in docs/guides/errors.md, checked by the pipeline and by collect. */
export const limits = {
  request_bytes: 1024 * 1024,
  request_events: 500,
  event_bytes: 32 * 1024,
  /** Nesting of one event, the event itself being level 1. */
  event_depth: 16,
  attributes: 50,
  player_id_characters: 256,
  /** Shorter player ids would be found in ordinary words: they are replaced in the fields that name them only. */
  traced_id_characters: 6,
  event_id_characters: 64,
  event_type_characters: 64,
  pointer_characters: 512,
  message_characters: 1024,
} as const;

/** The default time bounds, in milliseconds: how late and how early an event may be. */
export const timeBounds = { late_window: 30 * 24 * 3_600_000, future_bound: 3_600_000 } as const;
