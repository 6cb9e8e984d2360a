import { limits } from './limits.ts';
import type { Reason } from './reasons.ts';

/** An event's fate is a value: `ok` goes on to the next step, the others end here and say why. */
export type Refusal = {
  fate: 'quarantined' | 'late';
  reason: Reason;
  /** JSON pointer into the event as sent; `''` is the event itself. */
  pointer: string;
  /** What was wrong, with which value, and what to do. Never personal data. */
  message: string;
};
export type Result<T> = { fate: 'ok'; value: T } | Refusal;

export const ok = <T>(value: T): Result<T> => ({ fate: 'ok', value });

/** Sets the event aside for replay: it breaks its contract, or cannot be trusted. Long names are cut to what the columns hold. */
export const quarantined = (reason: Reason, pointer: string, message: string): Refusal => ({
  fate: 'quarantined',
  reason,
  pointer: cut(pointer, limits.pointer_characters),
  message: cut(message, limits.message_characters),
});

const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : text.slice(0, characters).toWellFormed();

/** Sets the event aside because its day is closed. */
export const late = (message: string): Refusal => ({
  fate: 'late',
  reason: 'too_late',
  pointer: '/client_time',
  message,
});
